/** One life of the demonstration: who lives it, how it is walked, and what its record does not hold. */
import type { PersonKey } from '../../agencies/people';
import type { CaseStatus } from '../../domain/statuses';
import { createApplicant } from './applicant';
import type { Callers } from './callers';
import { createControlDoor } from './control-door';
import { countDays, spellInstant } from './law-time';
import { createOffice } from './office';
import { createPermitApplicant } from './permit-applicant';

/** Something worth telling that is not an event, placed after the event with that `seq`. */
export interface Aside {
  after: number;
  text: string;
}

export interface Walked {
  caseId: string;
  asides: Aside[];
}

export interface Life {
  title: string;
  persona: PersonKey;
  /** How it has to end. */
  end: CaseStatus;
  /** Most of it is waiting: it begins before the others. */
  long?: true;
  /** Another life in which something happens that must not happen in this one. */
  after?: Life;
  walk: (tools: Tools) => Promise<Walked>;
}

/** `say` tells the person who waits what is being done. */
export function createTools(callers: Callers, life: Life, say: (step: string) => void) {
  const office = createOffice(callers);
  return {
    callers,
    say,
    controlDoor: createControlDoor(callers),
    applicant: createApplicant(callers, life.persona),
    permitApplicant: createPermitApplicant(callers, { person: life.persona }),
    office,
    async passDays(caseId: string, days: number): Promise<void> {
      say(`${countDays(days)} to pass`);
      await office.passDays(caseId, days);
    },
    /** For what is done at the office, which keeps the days off of the law. */
    async passWorkingDays(caseId: string, days: number): Promise<void> {
      say(`${countDays(days)} of work to pass`);
      await office.passWorkingDays(caseId, days);
    },
    async passUntil(caseId: string, instant: string): Promise<void> {
      say(`until ${spellInstant(instant)}`);
      await office.passUntil(caseId, instant);
    },
  };
}
export type Tools = ReturnType<typeof createTools>;
