/** The dated policies of permanent residence; a case keeps the one it was filed under. */
import type { Check } from '../domain/agencies';
import type { Term } from '../domain/clock-reading';
import type { LanguageLevel, Turn } from '../domain/events';
import type { Region } from '../domain/regions';
import type { Stage } from '../domain/statuses';
import { procedure, type Procedure } from './procedure';
import { assumption, press, type Rule } from './rule';
import { calendarDays, workingDays } from './terms';

/** `limitDays`: then silence becomes the finding "no answer". `chaseAfterDays`: asked again on these days. */
export interface CheckPolicy {
  limitDays: number;
  chaseAfterDays: readonly number[];
  /** Why so long: no body's own term is published. */
  because: string;
}

/** Dates are law's dates; a term says its own unit, `…Days` are calendar days of the law, from the day after. */
export interface Policy extends Procedure {
  version: string;
  validFrom: string;
  knownFrom: string;
  /** The last date on which an application is taken. */
  pilotUntil: Rule<string>;
  regions: Rule<readonly Region[]>;
  language: {
    level: Rule<LanguageLevel>;
    blockPercent: Rule<number>;
    attempts: Rule<number>;
    retakeBanDays: Rule<number>;
  };
  turnTerms: Rule<Record<Turn, Term>>;
  testResultDays: Rule<number>;
  checks: Rule<Record<Check, CheckPolicy>>;
  serviceClock: { term: Rule<Term>; target: Rule<Term>; verification: Rule<Term> };
  /** From how long on an outage of ours takes its days out of an applicant's turn. */
  outageMinutes: Rule<number>;
  /** Working days of the office's own work that still lie ahead of a case at each stage. */
  remainingWorkDays: Rule<Record<Stage, number>>;
  escalationRepeatDays: Rule<number>;
  scoring: Rule<{ table: string; threshold: number }>;
  documents: Rule<{ table: string }>;
}

const weekly = {
  limitDays: 20,
  chaseAfterDays: [7, 14],
  because: 'the whole of verification, chased weekly',
};
const atOnce = {
  limitDays: 10,
  chaseAfterDays: [3, 7],
  because: 'it answers at once: a longer silence is a fault that a person must hear of',
};
const unpublishedCheckTerms: Record<Check, CheckPolicy> = {
  berkut: weekly,
  'criminal-registry': weekly,
  'iin-registry': weekly,
  'fingerprint-registry': weekly,
  'security-service': {
    limitDays: 20,
    chaseAfterDays: [10, 15],
    because: 'nobody can grant without it, and it works by hand: the whole of verification, chased late',
  },
  'migration-register': atOnce,
  bank: {
    limitDays: 15,
    chaseAfterDays: [5, 10],
    because: 'a person of the bank has to look and sign; there must be time left to ask the applicant',
  },
  'medical-registry': atOnce,
  'permit-register': atOnce,
  'labour-contracts': atOnce,
  'insurance-register': atOnce,
  'kinship-register': atOnce,
};

const officeWork: Record<Stage, number> = {
  'language-test': 11,
  form: 11,
  scoring: 11,
  verification: 10,
  interview: 8,
  decision: 4,
  closed: 0,
};

const firstPolicy = {
  version: '2026-02-13',
  validFrom: '2026-02-13',
  knownFrom: '2026-02-16',
  pilotUntil: press('2026-12-31', 'internationalinvestment.biz: the pilot ends with the year 2026'),
  regions: press(
    ['akmola', 'abai', 'east-kazakhstan', 'kostanay', 'pavlodar', 'north-kazakhstan', 'ulytau'],
    'konsugroup.com on the rules after April 2026: seven regions take applications',
  ),
  language: {
    level: press('A1', 'charter97.org of 24.02.2026 and others: level A1'),
    blockPercent: press(30, 'the same: at least 30 % correct in each block'),
    attempts: press(3, 'internationalinvestment.biz: three paid attempts'),
    retakeBanDays: press(30, 'internationalinvestment.biz: banned items bar a retake for 30 days'),
  },
  turnTerms: assumption(
    { 'language-test': calendarDays(90), form: calendarDays(30), documents: workingDays(15) },
    'no limit for the applicant is published; generous ones keep a case from lying forgotten',
  ),
  testResultDays: assumption(10, 'the testing centre publishes no term; ten days, then a person looks'),
  checks: assumption(
    unpublishedCheckTerms,
    'only 20 working days for all bodies together are reported; per body calendar days within them, each row says why',
  ),
  serviceClock: {
    term: press(
      calendarDays(30),
      'internationalinvestment.biz, konsugroup.com: about thirty days; calendar days assumed',
    ),
    target: assumption(
      calendarDays(25),
      'an internal term that leaves a working week before the legal one ends',
    ),
    verification: press(
      workingDays(20),
      'acsour.kz of 18.05.2026: 20 working days for the interagency check',
    ),
  },
  ...procedure,
  outageMinutes: assumption(15, 'no rule is published; shorter than that, a person tries again the same day'),
  remainingWorkDays: assumption(
    officeWork,
    'nobody publishes how long the steps take: three days of notice before an interview and before a refusal, ' +
      'and a day or two for each act between them',
  ),
  escalationRepeatDays: assumption(
    5,
    'a cleared escalation whose cause remains comes back, so that no case lies forgotten',
  ),
  scoring: assumption(
    { table: 'demonstration-2026-02', threshold: 400 },
    'the threshold of 400 is reported; no table of points is published, so this one is a demonstration',
  ),
  documents: press(
    { table: 'egov-digest-2026-02' },
    'digest of eGov service 009pass_mvd: what the permit asks for, but the certificate that this pilot ends with',
  ),
} as const satisfies Policy;

const april = {
  ...firstPolicy,
  version: '2026-04-13',
  validFrom: '2026-04-13',
  knownFrom: '2026-04-13',
  language: {
    ...firstPolicy.language,
    level: press('B1', 'konsugroup.com after 13.04.2026: raised to B1; another source still says A1'),
    blockPercent: assumption(
      50,
      'the pass mark for B1 is not published; KAZTEST marks lie between 30 and 80 %',
    ),
  },
} as const satisfies Policy;

export const policies: readonly Policy[] = [firstPolicy, april];

/** The policy in force on a law's date (YYYY-MM-DD); undefined before the first. */
export function findPolicyOn(date: string): Policy | undefined {
  return policies.findLast((policy) => policy.validFrom <= date);
}

/** The pinned policy of a case; throws for a version that was never published. */
export function policyOf(version: string): Policy {
  const policy = policies.find((candidate) => candidate.version === version);
  if (policy === undefined) throw new Error(`no policy version ${version}`);
  return policy;
}
