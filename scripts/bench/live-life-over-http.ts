/** One whole life through the API alone: everybody at his desk, and an operator who lets the days pass. */
import { randomBytes } from 'node:crypto';
import { personas } from '../../agencies/personas';
import type { DocumentFile } from '../../domain/case-file';
import { agencyBehind, type DocumentFinding } from '../../domain/events';
import { dateOfDayNumber, lawDayNumber } from '../../domain/law-day';
import { scansFor } from '../demo/scans';
import type { Desk } from './desk';
import { person, strongForm } from './synthetic-case';

const applicant = 'guest';
const caseworker = 'aigul';
const supervisor = 'saule';
const operator = 'dana';
const panel = ['aigul', 'nurlan', 'zarina'].map((name) => personas.get(name)?.subject ?? name);
/** Far enough for every notice, also over holidays. */
const noticeDays = 12;

/** Each is about another stranger: a second open application of one person is for somebody to judge. */
export function newOpening() {
  const passportNumber = `BENCH${randomBytes(5).toString('hex').toUpperCase()}`;
  return { region: 'abai', person: { ...person, passportNumber } };
}

export async function openOverHttp(desk: Desk): Promise<string> {
  const { body } = await desk.call(applicant, 'POST /applications', { body: newOpening() });
  return String(body['caseId']);
}

export const assign = (desk: Desk, caseId: string) =>
  desk.call(caseworker, `POST /admin/cases/${caseId}/assignment`, { body: { assignee: panel[0] } });

/** Returns the id of a case that has its certificate. */
export async function liveLifeOverHttp(desk: Desk): Promise<string> {
  const caseId = await openOverHttp(desk);
  const own = `/applications/${caseId}`;
  const office = (step: string, body: object) =>
    desk.call(caseworker, `POST /admin/cases/${caseId}/${step}`, { body });
  await desk.call(applicant, `POST ${own}/language-test`, { body: {} });
  await desk.reach(applicant, caseId, 'awaiting-form');
  await desk.call(applicant, `PUT ${own}/form`, { body: strongForm, headers: { 'if-match': '"0"' } });
  for (const { kind, mediaType, bytes } of scansFor(strongForm, person)) {
    const headers = { 'content-type': mediaType };
    await desk.call(applicant, `POST ${own}/documents?kind=${kind}`, { body: bytes, headers });
  }
  await desk.call(applicant, `POST ${own}/form/submission`, { body: { version: 1 } });
  await desk.reach(applicant, caseId, 'awaiting-judgement');
  await assign(desk, caseId);
  const { readAt, documents } = await lookAt(desk, caseId);
  await office('documents/judgement', { findings: clearOf(documents), reason: 'looked at every page' });
  const at = `${dateOfDayNumber(lawDayNumber(readAt) + noticeDays)}T10:00:00+05:00`;
  await office('interview', { at, place: 'abai-office', panel });
  const days = { body: { days: noticeDays + 1 } };
  await desk.call(operator, `POST /development/cases/${caseId}/fast-forward`, days);
  await office('interview/outcome', interviewHeld);
  const { body } = await office('proposal', { outcome: 'grant', grounds: [], text: 'considered as a whole' });
  const approval = { version: body['seq'] };
  await desk.call(supervisor, `POST /admin/cases/${caseId}/decision`, { body: approval });
  await desk.reach(applicant, caseId, 'granted');
  return caseId;
}

interface CaseSeen {
  readAt: string;
  documents: DocumentFile[];
}

async function lookAt(desk: Desk, caseId: string): Promise<CaseSeen> {
  const { body } = await desk.call(caseworker, `GET /admin/cases/${caseId}`);
  return body as unknown as CaseSeen;
}

/** Of the documents that nobody has looked at and no agency vouches for. */
function clearOf(documents: readonly DocumentFile[]): DocumentFinding[] {
  return documents
    .filter(({ kind, judgement }) => judgement === null && !agencyBehind[kind])
    .map(({ documentId }) => ({ documentId, judgement: 'clear' }));
}

const interviewHeld = {
  attended: true,
  questions: [{ question: 'ties', points: 4, max: 5, remark: 'answered at once' }],
  votes: panel.map((member) => ({ member, vote: 'for' })),
  remarks: 'answered everything',
};
