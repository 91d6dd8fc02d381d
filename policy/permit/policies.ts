/** The dated policies of the temporary permit. */
import type { Stage } from '../../domain/statuses';
import { usualAnswerDays } from '../answer-validity';
import { evidenceIsHeld, hearingToldToItsEnd, lookedAtAgain } from '../later-procedure';
import { procedure } from '../procedure';
import { assumption, inferred, official, press } from '../rule';
import { calendarDays, workingDays } from '../terms';
import { checkTerms } from './check-terms';
import type { PermitPolicy } from './policy';
import { newRules, sinceApril } from './sources';

/** A permit is one day's work: whoever begins in the morning ends in time. */
const officeWork: Record<Stage, number> = {
  'language-test': 1,
  form: 1,
  scoring: 1,
  verification: 1,
  interview: 1,
  decision: 1,
  closed: 0,
};

const april = {
  kind: 'temporary-permit',
  version: 'permit-2026-04-13',
  validFrom: '2026-04-13',
  knownFrom: '2026-04-13',
  onlineOnly: press(
    true,
    'konsugroup.com after 13.04.2026: eGov.kz and migration.enbek.kz alone; the official list still names three channels',
  ),
  limitHoldsFor: assumption(
    'account',
    'when permits began here only an account was known to speak for an employer; cases filed then keep what they were told',
  ),
  changeClaims: assumption(
    'at-once',
    'when permits began here a report was taken at its word; cases filed then keep what they were told',
  ),
  changeDecided: assumption(
    workingDays(3),
    'no term is published; as long as an act is announced before it is taken (art. 73), while the permit goes on',
  ),
  finesLookedFor: assumption(
    false,
    'of cases filed before: the paper on the fine was all that was looked at',
  ),
  termTellsValues: assumption(false, 'of cases filed before: their terms are recorded with the limits alone'),
  waitsForKnownPermit: assumption(
    false,
    'of cases filed before: a first permit waited for one of ours alone, as their terms are recorded',
  ),
  daysHeld: assumption(
    false,
    'of cases filed before: the registers were told of no day but that of the filing, and none was compared',
  ),
  registrationLookedFor: assumption(
    false,
    'of cases filed before: the register of permits alone was heard of it',
  ),
  employerLookedFor: assumption(
    false,
    'of cases filed before: an answer without the employer was clear, and our own permits were the count',
  ),
  ownContractCounts: assumption(
    false,
    'of cases filed before: the contract that began last was used, whichever was named',
  ),
  namedPermitCounts: assumption(
    false,
    'of cases filed before: the end of whatever permit the register knew was compared, and used where it was the earlier',
  ),
  fetchMinutes: assumption(
    10,
    'nothing is published; the person waits before an open page, and may fill everything in without it',
  ),
  turnTerms: assumption(
    { 'language-test': calendarDays(90), form: calendarDays(30), documents: workingDays(5) },
    'no limit for the applicant is published; a permit’s papers are few, and the stay goes on running',
  ),
  checks: assumption(
    checkTerms,
    'per body nothing is published; all of them within the one working day of the decision',
  ),
  serviceClock: {
    term: official(
      workingDays(1),
      'order MIA 992 of 04.12.2015, redaction of 2026: one working day from filing',
    ),
    target: assumption(workingDays(1), 'a term of one day has no earlier one within it'),
    verification: assumption(workingDays(1), 'within the one working day of the decision'),
  },
  warnsAgain: assumption(false, 'one warning in the life of a service clock, as it was when permits began'),
  ...procedure,
  hardGates: assumption(
    [],
    'the agreement of the security service is law for permanent residence; for permits only an older text asks it of work',
  ),
  outageMinutes: assumption(
    15,
    'as for permanent residence: shorter than that, a person tries again the same day',
  ),
  remainingWorkDays: assumption(officeWork, 'one working day is the whole term'),
  answerDays: usualAnswerDays,
  ownWorkDays: assumption(null, 'the list knew the term of the service alone when permits began here'),
  escalationRepeatDays: assumption(1, 'a term of one day leaves no more'),
} as const satisfies PermitPolicy;

/**
 * Asks for papers that no list names (`from` in the rows of papers), and an employer does not escape the limit by letting its
 * staff file; what others say of a holder is looked at. A case filed before owes what it owed and keeps what it was told.
 */
const november = {
  ...april,
  version: 'permit-2026-11-23',
  validFrom: '2026-11-23',
  knownFrom: '2026-11-23',
  hearing: hearingToldToItsEnd,
  warnsAgain: assumption(true, 'as for permanent residence: a later end of the term is warned of as well'),
  evidenceHeld: evidenceIsHeld,
  termTellsValues: inferred(
    true,
    'a decision says which of two values it rests on, the register’s or the person’s, and a term rests on several',
  ),
  finesLookedFor: inferred(
    true,
    `${newRules}: fifteen days from a fine without expulsion, which is an offence on record, and must have been one`,
  ),
  limitHoldsFor: inferred(
    'whoever-files',
    `${sinceApril}; ${newRules}: the employer’s valid permits are counted, and nothing is said of who files`,
  ),
  changeClaims: assumption(
    'another-person',
    'no rule is published; as an annulment, what takes a permit from its holder is not one person’s word',
  ),
  ownWorkDays: assumption(
    { verification: 1, hearing: 1, annulment: 1, complaint: 3, change: 1 },
    'verification is within the one working day, and a claimed change is looked at within a day; the others as for permanent residence',
  ),
} as const satisfies PermitPolicy;

/** What registers and our own books know of a person is held against what is written; cases filed before stay as they were. */
const lateNovember = {
  ...november,
  version: 'permit-2026-11-24',
  validFrom: '2026-11-24',
  knownFrom: '2026-11-24',
  waitsForKnownPermit: inferred(
    true,
    `${sinceApril}: permits are counted as the migration police keeps them; whoever has one there has one, as with one of ours`,
  ),
  registrationLookedFor: inferred(
    true,
    `order MIA 923 of 17.11.2025: who stays is registered, without a visa by the thirtieth day; ${sinceApril}: it is checked`,
  ),
  employerLookedFor: inferred(
    true,
    `${newRules}: the employer’s valid permits are counted; what says nothing of him is no count`,
  ),
  daysHeld: inferred(
    true,
    `${sinceApril}; ${newRules}: contract, insurance and permits are read from their registers; what is typed is not`,
  ),
} as const satisfies PermitPolicy;

/** As for permanent residence; and what is named is not mixed with another contract or permit. Cases filed before stay as they were. */
const endOfNovember = {
  ...lateNovember,
  ...lookedAtAgain,
  version: 'permit-2026-11-25',
  validFrom: '2026-11-25',
  knownFrom: '2026-11-25',
  ownContractCounts: assumption(
    true,
    'no rule is published of two contracts; the permit is for the work that is named, and its register is asked of that one',
  ),
  namedPermitCounts: inferred(
    true,
    `${sinceApril}: permits are counted as the migration police keeps them; where another one ends, the renewed one does not`,
  ),
} as const satisfies PermitPolicy;

export const permitPolicies: readonly PermitPolicy[] = [april, november, lateNovember, endOfNovember];

/** Undefined for a version of another kind of case. */
export function findPermitPolicy(version: string): PermitPolicy | undefined {
  return permitPolicies.find((policy) => policy.version === version);
}

/** The rules of a case; one whose version nobody said has the first. */
export function permitRulesOf(version: string | undefined): PermitPolicy {
  return findPermitPolicy(version ?? '') ?? april;
}
