/** When a case came to each of its stages, told from its events. */
import { applyEvent } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import type { Stage } from '../../domain/statuses';
import { stageOf } from '../../domain/waiting';

export interface StageDate {
  stage: Stage;
  since: string;
}

/** In the order in which they were reached; a stage that was entered twice stands there twice. */
export function stageDatesOf(caseId: string, events: readonly CaseEvent[]): StageDate[] {
  const dates: StageDate[] = [];
  let file: CaseFile | null = null;
  for (const event of events) {
    file = applyEvent(caseId, file, event);
    const stage = stageOf(file);
    if (dates.at(-1)?.stage !== stage) dates.push({ stage, since: event.effectiveAt });
  }
  return dates;
}
