/** How long an agency's answer may be relied on: dated rows, and the pure question to them. */
import type { Check } from '../domain/agencies';
import { endOfTerm, lawDate } from '../domain/law-day';
import { assumption, type Rule } from './rule';

interface DatedValidity {
  validFrom: string;
  knownFrom: string;
  /** Calendar days of the law, from the day after the answer was received. */
  days: Rule<Record<Check, number>>;
}

/** Three groups: what changes from day to day, what changes seldom, and who somebody is. */
export const answerValidity: readonly DatedValidity[] = [
  {
    validFrom: '2026-02-13',
    knownFrom: '2026-02-13',
    days: assumption(
      {
        berkut: 30,
        'criminal-registry': 90,
        'iin-registry': 180,
        'fingerprint-registry': 180,
        'security-service': 90,
        'migration-register': 30,
        bank: 30,
        'medical-registry': 90,
        'permit-register': 30,
        'labour-contracts': 30,
        'insurance-register': 30,
        'kinship-register': 180,
      },
      'the law sets no validity for answers between bodies: a month for crossings, applications and money, which change ' +
        'daily; a quarter for records, health and the agreement; half a year for who somebody is',
    ),
  },
];

/**
 * The instant (ISO 8601, UTC) after which an answer received at `receivedAt` is no longer relied on: the end of its last day,
 * by the row in force on the day of receipt.
 */
export function validUntilOf(check: Check, receivedAt: string, rows = answerValidity): string {
  const on = lawDate(receivedAt);
  const row = rows.findLast(({ validFrom }) => validFrom <= on) ?? rows[0];
  if (row === undefined) throw new Error('no validity of answers is written down');
  return endOfTerm(receivedAt, row.days.value[check]);
}

/** Whether an answer received then still counts at an instant of the case. */
export function isStillValid(check: Check, receivedAt: string, at: string): boolean {
  return at < validUntilOf(check, receivedAt);
}
