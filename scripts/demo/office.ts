/** What the people of the office do, each as their own persona. */
import type { Callers } from './callers';
import { createDeciders } from './office/deciding';
import { createDesk, subjectOf } from './office/desk';
import { createExaminers } from './office/examining';
import { createInterviewers } from './office/interviewing';
import { createPermitDeciders } from './office/permits';
import { createTimekeepers } from './office/timing';

interface TaskRow {
  caseId: string;
  task: string;
  subject: string;
  ownerRole: string;
  dueAt: string | null;
}

export function createOffice(callers: Callers) {
  const desk = createDesk(callers);

  return {
    ...createExaminers(desk),
    ...createInterviewers(desk),
    ...createDeciders(desk),
    ...createPermitDeciders(desk),
    ...createTimekeepers(desk, callers),
    look: desk.look,
    awaitCase: desk.awaitCase,

    assign: (persona: string, caseId: string, to: string) =>
      desk.act(persona, `${caseId}/assignment`, { assignee: subjectOf(to) }),

    /** The case's row in the escalations of the worklist, through all its pages; undefined when it is not there. */
    async findEscalation(persona: string, caseId: string): Promise<TaskRow | undefined> {
      let cursor = '';
      do {
        const line = `GET /admin/worklist?task=escalation&limit=100${cursor}`;
        const { body } = await callers.call<{ tasks: TaskRow[]; next: string | null }>(persona, line);
        const row = body.tasks.find((task) => task.caseId === caseId);
        if (row !== undefined || body.next === null) return row;
        cursor = `&cursor=${encodeURIComponent(body.next)}`;
      } while (true);
    },
  };
}
