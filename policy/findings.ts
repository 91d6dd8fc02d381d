/** What an agency's answer means for the case: clear, adverse or for a person to judge, with coded reasons. */
import type { Check } from '../domain/agencies';
import type { AgencyAnswers } from '../domain/agency-answers';
import { monthsAfter } from '../domain/law-day';
import { readCrossings } from './findings/crossings';
import { whyNotPassportAsWritten } from './findings/days-as-written';
import { readContracts, readPermits } from './findings/employment';
import { whyRenewedTwice } from './findings/own-permits';
import { readInsurance, readKinship } from './findings/family';
import { finding, when, type Finding } from './findings/finding';
import { whyAnotherPerson } from './findings/same-person';
import type { PermitFiled } from './permit/registration-known';
import { assumption } from './rule';

export type { Finding } from './findings/finding';

type Readers = { [C in Check]: (answer: AgencyAnswers[C], filed?: PermitFiled) => Finding };

const readers: Readers = {
  berkut: readCrossings,
  'criminal-registry': ({ record, wanted, offences }) =>
    finding(
      [...when(record === 'unspent', 'unspent-conviction'), ...when(wanted, 'wanted')],
      [...when(record === 'spent', 'spent-conviction'), ...when(offences.length > 0, 'offences')],
    ),
  'iin-registry': (answer) => {
    const { status, family = [] } = answer;
    return finding(
      [
        ...when(status === 'mismatch', 'iin-of-another-person'),
        ...when(family.includes('mismatch'), 'family-iin-of-another-person'),
      ],
      [
        ...when(status === 'unknown', 'iin-unknown'),
        ...when(family.includes('unknown'), 'family-iin-unknown'),
        ...whyNotPassportAsWritten(answer),
      ],
    );
  },
  'fingerprint-registry': ({ status }) =>
    finding(
      when(status === 'no-match', 'fingerprints-of-another-person'),
      when(status === 'not-registered', 'fingerprints-not-registered'),
    ),
  'security-service': ({ position }) =>
    finding(
      when(position === 'objection', 'security-objection'),
      when(position === 'more-time', 'security-more-time'),
    ),
  'migration-register': ({ asOf, applications, own = [], ownLostGround = [], ...held }) =>
    finding(
      [],
      [
        ...when(
          applications.some(({ status }) => status === 'open') || own.length > 0,
          'another-application-open',
        ),
        ...when(
          applications.some((each) => isRecentRefusal(each, asOf)),
          'refused-within-a-year',
        ),
        ...when(ownLostGround.length > 0, 'months-after-loss-had'),
        ...whyRenewedTwice(held),
      ],
    ),
  bank: ({ status, amountTenge, requiredTenge }) => {
    if (status !== 'genuine') {
      return finding(
        when(status === 'not-genuine', 'bank-certificate-not-genuine'),
        when(status === 'unknown', 'bank-certificate-unknown'),
      );
    }
    if (requiredTenge === null) return finding([], ['funds-not-compared']);
    return finding(when(amountTenge < requiredTenge, 'funds-below-required'), []);
  },
  /** The disease itself stays in the body: a case hears only that it bars. */
  'medical-registry': ({ status, diseaseCodes }) =>
    finding(
      when(status === 'barring' || diseaseCodes.length > 0, 'barring-disease'),
      when(status === 'not-found', 'medical-certificate-not-found'),
    ),
  'permit-register': readPermits,
  'labour-contracts': readContracts,
  'insurance-register': readInsurance,
  'kinship-register': readKinship,
};

/** A person looks at a refusal of the last year; no pause before a new application is published. */
const refusalYears = assumption(
  1,
  'no cooldown after a refusal is published; a year is looked back, to judge',
);

function isRecentRefusal(
  { status, filedOn, decidedOn }: AgencyAnswers['migration-register']['applications'][number],
  asOf: string,
): boolean {
  if (status !== 'refused') return false;
  return monthsAfter(decidedOn ?? filedOn, 12 * refusalYears.value) >= asOf;
}

/**
 * Pure, so that an auditor finds the same from the same body. What stands in another person's file is for a person to judge.
 * `filed`: of a permit how it was filed, for what only some filings look for.
 */
export function readFinding<C extends Check>(
  check: C,
  answer: AgencyAnswers[C],
  filed?: PermitFiled,
): Finding {
  const another = whyAnotherPerson(answer);
  return another === undefined ? readers[check](answer, filed) : finding([], [another]);
}
