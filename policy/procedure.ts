/** Rules of procedure that every application shares: interview, hearing, complaint, stops, extensions, expiry. */
import type { Check } from '../domain/agencies';
import type { StopEffect } from '../domain/clock';
import type { Term } from '../domain/clock-reading';
import type { ComplaintSubject, StopReason } from '../domain/events';
import { clocksStandFor, type ClocksStandFor } from './clock/stand-rows';
import { assumption, official, type Rule } from './rule';
import { workingDays } from './terms';

/** `extend`: once, by so many days of the term's own unit, within what `extensionMonths` leaves; the next end is a refusal. */
export type TermEnd = { action: 'deemed-refusal' } | { action: 'extend'; days: number };

/** Whose worklist a warning comes to. */
type Warned = 'caseworker' | 'supervisor';

export interface Procedure {
  /** Agencies without whose own agreement nobody can grant. */
  hardGates: Rule<readonly Check[]>;
  interview: {
    panelSize: Rule<number>;
    quorum: Rule<number>;
    notice: Rule<Term>;
    noShows: Rule<number>;
    changes: Rule<number>;
    /** Whether an appointment falls, and the applicant is told, when an agency takes back what it said. */
    fallsWithAnswer: Rule<boolean>;
  };
  /** Whether the evidence that a refusal names must be such as can show its ground, and stand against the person. */
  evidenceHeld: Rule<boolean>;
  /** Whether a ground is held to the persons and the acts for which the law has it. */
  groundLimitsHeld: Rule<boolean>;
  hearing: {
    notice: Rule<Term>;
    objection: Rule<Term>;
    oral: Rule<Term>;
    /** Whether who was told of a preliminary decision is told as well when it falls. */
    cancellationTold: Rule<boolean>;
  };
  complaint: {
    /** From learning of an act that names the way to complain, and of one that does not. */
    filedWithinMonths: Rule<{ named: number; unnamed: number }>;
    satisfied: Rule<Term>;
    decided: Rule<Term>;
    /** Whether the act is without effect from the filing until the complaint is decided. */
    suspends: Rule<Record<ComplaintSubject, boolean>>;
  };
  /** For whose turns the clocks of the state stand by the rule: in every other open status they run. */
  clocksStandFor: ClocksStandFor;
  /** Within what term from its hearing an annulment is decided; then a supervisor is told. */
  annulmentDecided: Rule<Term>;
  stops: Rule<Record<StopReason, { effect: StopEffect }>>;
  /** Who is warned, by a task of his own, when the target of the service clock ends (`serviceClock.target` says when). */
  warned: Rule<readonly Warned[]>;
  extensionMonths: Rule<number>;
  /** Whether a stop after the end that the term had without extensions is counted as if it extended the term. */
  stopsExtend: Rule<boolean>;
  /** Whether a grant that was decided within the term ends it, also where its number comes later. */
  grantEndsTerm: Rule<boolean>;
  /** What happens by itself when the legal term of the service ends. */
  termEnd: Rule<TermEnd>;
  expiryReminderDays: Rule<number>;
  /** Whether somebody is reminded of an end only before it. */
  remindsInTime: Rule<boolean>;
  /** What notices tell beyond what they told at first. */
  told: {
    /** The last day of a turn that does not run yet, or stands until a known day. */
    turnEnds: Rule<boolean>;
    /** The number of what no longer holds since its decision is looked at again. */
    fallen: Rule<boolean>;
    /** Whether a permit that ends may be renewed, and until when. */
    renewal: Rule<boolean>;
  };
  /** Within what term somebody is told, where the law sets one. */
  noticeTerms: { extension: Rule<Term>; termination: Rule<Term> };
  receipt: {
    /** Whether a notice in the account is received at once by who gave no address. */
    accountAtOnce: Rule<boolean>;
    /** Counted from the notice: then it is taken for received though nothing proves it. */
    withoutProof: Rule<Term>;
  };
}

/** The code that most rows cite. */
export const code = 'Administrative Procedural Code No. 350-VI, redaction of 2026';

export const procedure = {
  hardGates: official(
    ['security-service'],
    'Law on Migration of the Population No. 477-IV, art. 49: no permanent permit without the positive agreement ' +
      'of the national security bodies',
  ),
  interview: {
    panelSize: assumption(3, 'the composition of the panel is not published; three can vote without a tie'),
    quorum: assumption(2, 'a majority of the panel'),
    notice: assumption(workingDays(3), 'no term is published; the same as the notice of a hearing'),
    noShows: assumption(2, 'no rule is published; after a second one a person decides'),
    changes: assumption(2, 'no rule is published; two other appointments at the applicant’s wish'),
    fallsWithAnswer: assumption(
      false,
      'of cases filed before it was looked at: an appointment stood while the finding was judged',
    ),
  },
  evidenceHeld: assumption(
    false,
    'of cases filed before it was looked at: the reasons that they were given stand; the door holds new ones to the pair',
  ),
  groundLimitsHeld: assumption(
    false,
    'of cases filed before it was looked at: what was told then goes on as it went',
  ),
  hearing: {
    notice: official(workingDays(3), `${code}, art. 73: at least three working days before the act`),
    objection: official(workingDays(2), `${code}, art. 73: within two working days of receipt`),
    oral: assumption(workingDays(5), 'no term for holding an oral hearing is set; then a supervisor looks'),
    cancellationTold: assumption(false, 'the code asks for a notice of the preliminary decision alone'),
  },
  complaint: {
    filedWithinMonths: official(
      { named: 3, unnamed: 6 },
      `${code}, art. 92: three months from learning of the act, six if it does not name the ways of appeal`,
    ),
    satisfied: official(
      workingDays(3),
      `${code}, arts. 91-92: satisfied, or forwarded with the file, within three`,
    ),
    decided: official(
      workingDays(20),
      `${code}, art. 99: twenty working days from registration, no extension`,
    ),
    suspends: official(
      { refusal: true, lapse: true, annulment: true, silence: false },
      `${code}, art. 96: filing suspends the act that is complained of; of silence there is no act`,
    ),
  },
  clocksStandFor,
  annulmentDecided: assumption(
    workingDays(5),
    'no term for deciding on an annulment is set; as long as an oral hearing may wait, then a supervisor looks',
  ),
  stops: assumption(
    {
      'expert-opinion': { effect: 'continue' },
      'court-proceedings': { effect: 'continue' },
      'foreign-inquiry': { effect: 'continue' },
      'preliminary-question': { effect: 'anew' },
    },
    'no list of stops is published for the pilot; the grounds usual in administrative procedure',
  ),
  warned: assumption(
    ['caseworker'],
    'an internal warning: whoever has the case can still act; a supervisor hears of it when the term ends',
  ),
  extensionMonths: official(2, `${code}, art. 76: by reasoned decision, at most two months`),
  stopsExtend: assumption(
    true,
    'of cases filed before it was looked at: an extension was measured from end to end, stops between included',
  ),
  grantEndsTerm: assumption(
    false,
    'of cases filed before it was looked at: the term ran until the number was there',
  ),
  termEnd: official({ action: 'deemed-refusal' }, `${code}, art. 91 (2): silence past the term is a refusal`),
  expiryReminderDays: assumption(30, 'a month to prepare the application that the certificate is for'),
  remindsInTime: assumption(
    false,
    'of cases filed before it was looked at: reminded whenever it stood again',
  ),
  told: {
    turnEnds: assumption(false, 'of cases filed before it was looked at: told where the turn ran at once'),
    fallen: assumption(false, 'of cases filed before it was looked at: told only that it is looked at again'),
    renewal: assumption(false, 'of cases filed before it was looked at: told the end alone'),
  },
  noticeTerms: {
    extension: official(workingDays(3), `${code}, art. 76: notice of an extension within three working days`),
    termination: official(workingDays(3), `${code}, art. 70: notice in three working days`),
  },
  receipt: {
    accountAtOnce: assumption(
      true,
      'no rule for personal accounts was read; who gives no address has chosen the account alone',
    ),
    withoutProof: assumption(
      workingDays(5),
      'no rule was read; so long a letter is tried again, and then no case lies waiting for its receipt',
    ),
  },
} as const satisfies Procedure;
