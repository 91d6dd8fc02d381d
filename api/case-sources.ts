/** Fetches all that a whole case is told from. */
import type { CaseRow } from '../db/reads/cases';
import type { Reads } from '../db/reads/reads';
import { textRefsOf, type CaseSources } from './views/case-view';

export async function gatherCase(reads: Reads, row: CaseRow): Promise<CaseSources> {
  const { caseId, personId, form: submitted, seq } = row.file;
  const [person, form, prefilled, documents, answers, events, notices] = await Promise.all([
    reads.findPerson(personId),
    submitted === null ? undefined : reads.findForm(caseId, submitted.version),
    reads.listPrefilled(caseId),
    reads.listDocuments(caseId),
    reads.listAnswers(caseId),
    reads.listEvents(caseId, 0, seq),
    reads.listNotices(caseId),
  ]);
  if (person === undefined) throw new Error(`nobody is kept for ${caseId}`);
  const texts = await reads.listTexts(events.flatMap(textRefsOf).map(({ textId }) => textId));
  return {
    row,
    person,
    form,
    prefilled,
    documents,
    answers,
    events,
    notices,
    texts: new Map(texts.map(({ textId, body }) => [textId, body])),
  };
}
