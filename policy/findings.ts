/** What an agency's answer means for the case: clear, adverse or for a person to judge, with coded reasons. */
import type { Check } from '../domain/agencies';
import type { AgencyAnswers } from '../domain/agency-answers';
import type { FindingResult } from '../domain/events';

export interface Finding {
  result: Exclude<FindingResult, 'no-answer'>;
  /** Why it is not clear; empty when it is. */
  codes: string[];
}

type Readers = { [C in Check]: (answer: AgencyAnswers[C]) => Finding };

const readers: Readers = {
  berkut: ({ entryBan, overstayDays, crossings }) =>
    finding(when(entryBan, 'entry-ban'), [
      ...when(overstayDays > 0, 'overstay'),
      ...when(crossings.length === 0, 'no-crossing-known'),
    ]),
  'criminal-registry': ({ record, wanted, offences }) =>
    finding(
      [...when(record === 'unspent', 'unspent-conviction'), ...when(wanted, 'wanted')],
      [...when(record === 'spent', 'spent-conviction'), ...when(offences.length > 0, 'offences')],
    ),
  'iin-registry': ({ status }) =>
    finding(when(status === 'mismatch', 'iin-of-another-person'), when(status === 'unknown', 'iin-unknown')),
  'fingerprint-registry': ({ status }) =>
    finding(
      when(status === 'no-match', 'fingerprints-of-another-person'),
      when(status === 'not-registered', 'fingerprints-not-registered'),
    ),
};

/** Pure, so that an auditor finds the same from the same body. */
export function readFinding<C extends Check>(check: C, answer: AgencyAnswers[C]): Finding {
  return readers[check](answer);
}

function when(holds: boolean, code: string): string[] {
  return holds ? [code] : [];
}

function finding(adverse: string[], unclear: string[]): Finding {
  const result = adverse.length > 0 ? 'adverse' : unclear.length > 0 ? 'unclear' : 'clear';
  return { result, codes: [...adverse, ...unclear] };
}
