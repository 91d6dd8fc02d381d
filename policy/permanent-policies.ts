/** The dated policies of permanent residence. */
import type { LanguageLevel } from '../domain/events';
import type { Region } from '../domain/regions';
import type { Stage } from '../domain/statuses';
import { usualAnswerDays } from './answer-validity';
import { unpublishedCheckTerms } from './permanent-check-terms';
import { evidenceIsHeld, groundLimitsAreHeld, hearingToldToItsEnd, lookedAtAgain } from './later-procedure';
import type { Policy } from './policy';
import { procedure } from './procedure';
import { assumption, press, type Rule } from './rule';
import { calendarDays, workingDays } from './terms';

/** What permanent residence needs beside. */
export interface PermanentPolicy extends Policy {
  kind: 'permanent-residence';
  /** The first date on which an application is taken, and the last. */
  pilotFrom: Rule<string>;
  pilotUntil: Rule<string>;
  regions: Rule<readonly Region[]>;
  language: {
    level: Rule<LanguageLevel>;
    blockPercent: Rule<number>;
    attempts: Rule<number>;
    retakeBanDays: Rule<number>;
    /** In both blocks together; null: a sitting is marked whatever it holds. */
    items: Rule<number | null>;
    /** Whether a certificate that had ended when it was presented proves nothing. */
    endedProvesNothing: Rule<boolean>;
  };
  testResultDays: Rule<number>;
  scoring: Rule<{ table: string; threshold: number }>;
  documents: Rule<{ table: string }>;
  /** So long the certificate holds that the procedure ends with. */
  certificateMonths: Rule<number>;
}

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
  kind: 'permanent-residence',
  version: '2026-02-13',
  validFrom: '2026-02-13',
  knownFrom: '2026-02-16',
  pilotFrom: press('2026-02-13', 'charter97.org of 24.02.2026: the joint order is in force since 13.02.2026'),
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
    items: assumption(null, 'sixty were reported, but no sitting was held to them when the pilot began'),
    endedProvesNothing: assumption(
      false,
      'nothing is published for the pilot; the testing centre alone said whether a certificate counts',
    ),
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
  warnsAgain: assumption(false, 'one warning in the life of a service clock, as it was when the pilot began'),
  ...procedure,
  outageMinutes: assumption(15, 'no rule is published; shorter than that, a person tries again the same day'),
  remainingWorkDays: assumption(
    officeWork,
    'nobody publishes how long the steps take: three days of notice before an interview and before a refusal, ' +
      'and a day or two for each act between them',
  ),
  ownWorkDays: assumption(null, 'the list knew the term of the service alone when the pilot began'),
  escalationRepeatDays: assumption(
    5,
    'a cleared escalation whose cause remains comes back, so that no case lies forgotten',
  ),
  answerDays: assumption(null, 'nothing was said of it when the pilot began'),
  scoring: assumption(
    { table: 'demonstration-2026-02', threshold: 400 },
    'the threshold of 400 is reported; no table of points is published, so this one is a demonstration',
  ),
  documents: press(
    { table: 'egov-digest-2026-02' },
    'digest of eGov service 009pass_mvd: what the permit asks for, but the certificate that this pilot ends with',
  ),
  certificateMonths: press(12, 'acsour.kz of 18.05.2026: a certificate valid one year'),
} as const satisfies PermanentPolicy;

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
} as const satisfies PermanentPolicy;

/** The office's own practice, not a law: cases filed before it keep the answers that they have. */
const november = {
  ...april,
  version: '2026-11-23',
  validFrom: '2026-11-23',
  knownFrom: '2026-11-23',
  answerDays: usualAnswerDays,
} as const satisfies PermanentPolicy;

/** Sittings and certificates are held to what is reported of them, and slack knows every term; cases filed before stay as they were. */
const lateNovember = {
  ...november,
  version: '2026-11-24',
  validFrom: '2026-11-24',
  knownFrom: '2026-11-24',
  hearing: hearingToldToItsEnd,
  warnsAgain: assumption(
    true,
    'no rule is published; a term that was extended or began anew has an end to be warned of',
  ),
  evidenceHeld: evidenceIsHeld,
  groundLimitsHeld: groundLimitsAreHeld,
  language: {
    ...november.language,
    items: press(
      60,
      'charter97.org of 24.02.2026 and internationalinvestment.biz: sixty items in two blocks',
    ),
    endedProvesNothing: press(
      true,
      'inbusiness.kz on the draft rules: a KAZTEST certificate is valid two years; none is published for the pilot',
    ),
  },
  scoring: assumption(
    { table: 'demonstration-2026-11', threshold: 400 },
    'as before; Kazakh counts by what was proved, since nothing is published of a level that nobody confirmed',
  ),
  ownWorkDays: assumption(
    { verification: 2, hearing: 1, annulment: 1, complaint: 3 },
    'nobody publishes how long the steps take: findings are judged within what verification takes beyond the interview; a ' +
      'hearing is a day, and so is a decision; a complaint is looked into by who had no part and does not know the case',
  ),
} as const satisfies PermanentPolicy;

/** What ends a term and an appointment, and what extends one; cases filed before stay as they were. */
const endOfNovember = {
  ...lateNovember,
  ...lookedAtAgain,
  version: '2026-11-25',
  validFrom: '2026-11-25',
  knownFrom: '2026-11-25',
  scoring: assumption(
    { table: 'demonstration-2026-11-25', threshold: 400 },
    'as before; solvency counts as far as the law requires it, since the bank is asked for no more than that',
  ),
} as const satisfies PermanentPolicy;

export const permanentPolicies: readonly [PermanentPolicy, ...PermanentPolicy[]] = [
  firstPolicy,
  april,
  november,
  lateNovember,
  endOfNovember,
];
