/** A desk of the office: one act on a case, and one look at it. */
import type { CaseView } from '../../../api/schemas/case';
import { personas } from '../../../agencies/personas';
import type { Callers } from '../callers';
import type { ActDone } from '../receipt';

export function createDesk(callers: Callers) {
  return {
    /** `step` is what comes after the case in the address; answers the seq of the last event. */
    act: async (persona: string, step: string, body: unknown): Promise<number> =>
      (await callers.act<ActDone>(persona, `POST /admin/cases/${step}`, body)).seq,

    look: async (caseId: string, persona = 'aigul'): Promise<CaseView> =>
      (await callers.call<CaseView>(persona, `GET /admin/cases/${caseId}`)).body,

    /** Looks until the case is as wanted; `expected` says what that means. */
    awaitCase: (caseId: string, expected: string, holds: (view: CaseView) => boolean): Promise<CaseView> => {
      const ask = () => callers.call<CaseView>('aigul', `GET /admin/cases/${caseId}`);
      return callers.until({ who: 'aigul', expected, ask, holds });
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;

export function subjectOf(persona: string): string {
  return personas.get(persona)?.subject ?? persona;
}
