/** One whole life through the API alone: an applicant, a caseworker and a supervisor at their desks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { scansFor } from '../demo/scans';
import { CallRefused, type Desk } from './desk';
import { person, strongForm } from './synthetic-case';

const applicant = 'guest';
const caseworker = 'aigul';
const supervisor = 'saule';
const assignee = 's-4kd81wqz7n';
/** Usually long enough that the register stamps the appointment before it begins. */
const soonMs = 300;

export async function openOverHttp(desk: Desk): Promise<string> {
  const { body } = await desk.call(applicant, 'POST /applications', { body: { region: 'abai', person } });
  return String(body['caseId']);
}

export const assign = (desk: Desk, caseId: string) =>
  desk.call(caseworker, `POST /admin/cases/${caseId}/assignment`, { body: { assignee } });

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
    await desk.call(applicant, `POST ${own}/documents?kind=${kind}`, { bytes, headers });
  }
  await desk.call(applicant, `POST ${own}/form/submission`, { body: { version: 1 } });
  await desk.reach(applicant, caseId, 'awaiting-schedule');
  await assign(desk, caseId);
  await holdInterview(office);
  await office('interview/outcome', { outcome: 'passed', remarks: 'answered everything' });
  const { body } = await office('proposal', { outcome: 'grant', grounds: [], text: 'considered as a whole' });
  const approval = { version: body['seq'] };
  await desk.call(supervisor, `POST /admin/cases/${caseId}/decision`, { body: approval });
  await desk.reach(applicant, caseId, 'granted');
  return caseId;
}

/** It must not have begun when it is appointed, and must have begun when its outcome is recorded. */
async function holdInterview(office: (step: string, body: object) => Promise<unknown>): Promise<void> {
  for (let inMs = soonMs; ; inMs *= 2) {
    const at = new Date(Date.now() + inMs).toISOString();
    try {
      await office('interview', { at, place: 'abai-office' });
      return await sleep(Math.max(0, Date.parse(at) - Date.now()) + 1);
    } catch (error) {
      if (!(error instanceof CallRefused) || error.code !== 'appointment-in-the-past') throw error;
    }
  }
}
