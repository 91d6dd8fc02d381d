/** The last days that registers told in verification: a term takes them where they come before the days that were used. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import type { CaseFile } from '../../domain/case-file';
import type { AnswerRef } from '../../domain/events';
import { registeredEnds } from '../findings/days-as-written';
import { whyAnotherPerson } from '../findings/same-person';
import { findPermitPolicy } from './policies';

const dayTellers = ['iin-registry', 'permit-register', 'labour-contracts', 'insurance-register'] as const;
export type DayTeller = (typeof dayTellers)[number];

/** Of each register the answer that the record names, and when (ISO instant) the case was told of it. */
export type DaysTold = Partial<Record<DayTeller, { answer: AnswerRef; at: string }>>;

/** `until`: a law's date; `at`: when the case was told of it. */
interface RegisteredDay {
  until: string;
  at: string;
}
export type RegisteredDays = Partial<Record<DayTeller, RegisteredDay>>;

/** Whether the days that were used are held against the answers; not of permanent residence. */
export function holdsDays(policyVersion: string | undefined): boolean {
  return findPermitPolicy(policyVersion ?? '')?.daysHeld.value === true;
}

/** Empty where the policy of the case holds no days against anything. */
export function daysToldIn({ policyVersion, checks }: CaseFile): DaysTold {
  if (!holdsDays(policyVersion)) return {};
  const told = dayTellers.flatMap((register) => {
    const { answer = null, answeredAt = null } = checks?.[register] ?? {};
    return answer === null || answeredAt === null ? [] : [[register, { answer, at: answeredAt }]];
  });
  return Object.fromEntries(told) as DaysTold;
}

/** An answer as it was kept, and when the case was told of it. */
export interface ToldAnswer {
  register: DayTeller;
  body: AgencyAnswers[DayTeller];
  at: string;
}

/**
 * Nothing of an answer that is about another person, was asked of no day, or knows none. Pure, so that an auditor finds the same.
 * `policyVersion`: of the policy that the case was opened under; without it the first.
 */
export function registeredDays(answers: readonly ToldAnswer[], policyVersion?: string): RegisteredDays {
  const days = answers.flatMap(({ register, body, at }) => {
    if (whyAnotherPerson(body) !== undefined) return [];
    const read: (answer: never, policyVersion?: string) => string | undefined = registeredEnds[register];
    const until = read(body as never, policyVersion);
    return until === undefined ? [] : [[register, { until, at }]];
  });
  return Object.fromEntries(days) as RegisteredDays;
}

interface CurrentEnd {
  until: string | null;
  /** Told where it is the register's. */
  registered?: RegisteredDay;
}

/** The last day of the permit that is renewed: the one that was used, or the register's where that comes before. */
export function currentEnd(used: string | null, registered: RegisteredDays = {}): CurrentEnd {
  const told = registered['permit-register'];
  if (used === null || told === undefined || used <= told.until) return { until: used };
  return { until: told.until, registered: told };
}
