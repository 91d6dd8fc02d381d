/** The record of a case as the auditor reads it, with what the case was before and after each event. */
import { applyEvent } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import type { CaseView } from '../../api/schemas/case';
import type { Callers } from './callers';

export interface Chapter {
  event: CaseEvent;
  before: CaseFile | null;
  after: CaseFile;
  /** What somebody wrote at this event. */
  note: string | undefined;
}

export interface Story {
  caseId: string;
  view: CaseView;
  chapters: Chapter[];
}

interface EventPage {
  events: CaseEvent[];
  next: number | null;
}

const auditor = 'marat';

/** Throws when the record has a gap or does not begin at its beginning. */
export async function readStory(callers: Callers, caseId: string): Promise<Story> {
  const { body: view } = await callers.call<CaseView>(auditor, `GET /admin/cases/${caseId}`);
  const chapters: Chapter[] = [];
  let file: CaseFile | null = null;
  for (let after: number | null = 0; after !== null;) {
    const page: EventPage = (
      await callers.call<EventPage>(auditor, `GET /audit/cases/${caseId}/events?after=${after}&limit=500`)
    ).body;
    for (const event of page.events) {
      const before: CaseFile | null = file;
      file = applyEvent(caseId, before, event);
      const note = view.notes.find(({ seq }) => seq === event.seq)?.text;
      chapters.push({ event, before, after: file, note });
    }
    after = page.next;
  }
  return { caseId, view, chapters };
}
