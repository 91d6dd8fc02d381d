/** The story of a case, told event by event, with the case as it stood before each. */
import { applyEvent } from '../domain/apply-event';
import type { CaseFile } from '../domain/case-file';
import type { CaseEvent } from '../domain/events';

export interface Step {
  before: CaseFile | null;
  event: CaseEvent;
  after: CaseFile;
}

export interface Told {
  steps: Step[];
  file: CaseFile | null;
  /** Where the story stops making sense. */
  fault: { seq: number; message: string } | undefined;
}

export function tell(caseId: string, events: readonly CaseEvent[]): Told {
  const steps: Step[] = [];
  let file: CaseFile | null = null;
  for (const event of events) {
    try {
      const after = applyEvent(caseId, file, event);
      steps.push({ before: file, event, after });
      file = after;
    } catch (error) {
      return {
        steps,
        file,
        fault: { seq: event.seq, message: (error as Error).message },
      };
    }
  }
  return { steps, file, fault: undefined };
}
