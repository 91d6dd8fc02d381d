/** What the policy of every kind of case says; each kind adds what only it needs. */
import type { Check } from '../domain/agencies';
import type { CaseKind } from '../domain/case-kinds';
import type { Term } from '../domain/clock-reading';
import type { Turn } from '../domain/events';
import type { Stage } from '../domain/statuses';
import type { Procedure } from './procedure';
import type { Rule } from './rule';

/** `limitDays`: then silence becomes the finding "no answer". `chaseAfterDays`: asked again on these days. */
export interface CheckPolicy {
  limitDays: number;
  chaseAfterDays: readonly number[];
  /** Why so long: no body's own term is published. */
  because: string;
}

/** The steps of the state that have a term for themselves, within the service's or after it. */
export type OwnTerm = 'verification' | 'hearing' | 'annulment' | 'complaint' | 'change';

/** Dates are law's dates; a term says its own unit, `…Days` are calendar days of the law, from the day after. */
export interface Policy extends Procedure {
  kind: CaseKind;
  version: string;
  validFrom: string;
  knownFrom: string;
  turnTerms: Rule<Record<Turn, Term>>;
  /** Of every agency that a case of the kind may have to ask. */
  checks: Rule<Partial<Record<Check, CheckPolicy>>>;
  serviceClock: { term: Rule<Term>; target: Rule<Term>; verification: Rule<Term> };
  /** Whether the end of a target that moved on after its warning is warned of as well. */
  warnsAgain: Rule<boolean>;
  /** Whether a grant that was decided within the term ends it, also where its number comes later. */
  grantEndsTerm: Rule<boolean>;
  /** From how long on an outage of ours takes its days out of an applicant's turn. */
  outageMinutes: Rule<number>;
  /** Working days of the office's own work that still lie ahead of a case at each stage. */
  remainingWorkDays: Rule<Record<Stage, number>>;
  /** The same before the end of each term that a step has for itself; null: slack is that of the service's term alone. */
  ownWorkDays: Rule<Partial<Record<OwnTerm, number>> | null>;
  escalationRepeatDays: Rule<number>;
  /** So long an answer may be relied on, in calendar days of the law from the day after its receipt; null: without end. */
  answerDays: Rule<Record<Check, number> | null>;
}
