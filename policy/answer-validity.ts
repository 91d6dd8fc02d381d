/** How long an agency's answer may be relied on: what the policies say of it, and the pure question to them. */
import type { Check } from '../domain/agencies';
import { endOfTerm } from '../domain/law-day';
import type { Policy } from './policy';
import { assumption } from './rule';

/** Three groups: what changes from day to day, what changes seldom, and who somebody is. */
export const usualAnswerDays = assumption<Record<Check, number>>(
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
);

/**
 * The instant (ISO 8601, UTC) after which an answer received at `receivedAt` is no longer relied on: the end of its last day.
 * Null under a policy that knows no such end.
 */
export function validUntilOf({ answerDays }: Policy, check: Check, receivedAt: string): string | null {
  return answerDays.value === null ? null : endOfTerm(receivedAt, answerDays.value[check]);
}
