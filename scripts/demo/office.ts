/** What the people of the office do, each as their own persona. */
import { personas } from '../../agencies/personas';
import type { CaseView } from '../../api/schemas/case';
import type { Check } from '../../domain/agencies';
import { lawDayNumber, dateOfDayNumber } from '../../domain/law-day';
import type { Callers } from './callers';
import type { ActDone } from './receipt';

interface TaskRow {
  caseId: string;
  task: string;
  subject: string;
  ownerRole: string;
  dueAt: string | null;
}

interface Attempt {
  caseId: string;
  version: number;
  refusal: number;
}

export function createOffice(callers: Callers) {
  const act = (persona: string, step: string, body: unknown) =>
    callers.act<ActDone>(persona, `POST /admin/cases/${step}`, body);

  const look = (persona: string, caseId: string) =>
    callers.call<CaseView>(persona, `GET /admin/cases/${caseId}`);

  return {
    assign: (persona: string, caseId: string, to: string) =>
      act(persona, `${caseId}/assignment`, { assignee: personas.get(to)?.subject }),

    judge: (
      persona: string,
      caseId: string,
      judged: { check: Check; judgement: 'clear' | 'adverse'; reason: string },
    ) =>
      act(persona, `${caseId}/findings/${judged.check}/judgement`, {
        judgement: judged.judgement,
        reason: judged.reason,
      }),

    /** At ten in the morning, so many days from the case's today. */
    async scheduleInterview(persona: string, caseId: string, inDays: number): Promise<ActDone> {
      const { readAt, region } = (await look(persona, caseId)).body;
      const at = `${dateOfDayNumber(lawDayNumber(readAt) + inDays)}T10:00:00+05:00`;
      return act(persona, `${caseId}/interview`, { at, place: `${region}-office` });
    },

    recordInterview: (persona: string, caseId: string, remarks: string) =>
      act(persona, `${caseId}/interview/outcome`, { outcome: 'passed', remarks }),

    /** Answers the version of the proposal, which whoever decides must name. */
    proposeGrant: async (persona: string, caseId: string, text: string): Promise<number> =>
      (await act(persona, `${caseId}/proposal`, { outcome: 'grant', grounds: [], text })).seq,

    approve: (persona: string, caseId: string, version: number) =>
      act(persona, `${caseId}/decision`, { version }),

    /** Tries to, and must be refused with that status: answers the problem's code. */
    async tryToApprove(persona: string, { caseId, version, refusal }: Attempt): Promise<string> {
      const line = `POST /admin/cases/${caseId}/decision`;
      const sent = { body: { version }, expect: [refusal] };
      return (await callers.call<{ code: string }>(persona, line, sent)).body.code;
    },

    /** Looks until the case is as wanted; `expected` says what that means. */
    awaitCase: (caseId: string, expected: string, holds: (view: CaseView) => boolean): Promise<CaseView> =>
      callers.until({ who: 'aigul', expected, ask: () => look('aigul', caseId), holds }),

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

    /** Days pass for this case alone. */
    passDays: (caseId: string, days: number) =>
      callers.call('dana', `POST /development/cases/${caseId}/fast-forward`, { body: { days } }),
  };
}
