/** A clear renewal of a permit for work, as bekzod and one officer bring it about over HTTP. */
import { renewingForm } from '../../scripts/demo/permit-forms';
import type { House } from './house';
import { createOfficials } from './officials';
import { createPermitApplicant } from './permit-applicant';

/** Resolves when the papers are judged and every agency has answered clear. */
export async function untilDecidable(house: House, caseId: string): Promise<void> {
  const bekzod = createPermitApplicant(house.desk, 'bekzod');
  await bekzod.reach(caseId, 'awaiting-judgement');
  await createOfficials(house.desk).judgeDocuments(caseId);
  await bekzod.reach(caseId, 'awaiting-decision');
}

/** Resolves with the case id when the permit is issued. */
export async function renewBekzod(house: House): Promise<string> {
  const bekzod = createPermitApplicant(house.desk, 'bekzod');
  const form = renewingForm();
  const caseId = await bekzod.file({ filing: 'renewal', purpose: 'work-with-permit', form });
  await untilDecidable(house, caseId);
  type Seen = { proposal: { version: number } | null };
  const look = () => house.desk.call<Seen>('aigul', `GET /admin/cases/${caseId}`);
  const { body: seen } = await house.desk.until(look, ({ body }) => body.proposal !== null);
  const decision = { outcome: 'grant', version: seen.proposal?.version };
  const { status, body } = await createOfficials(house.desk).as('aigul')(
    caseId,
    'officer-decision',
    decision,
  );
  if (status !== 200) throw new Error(`not granted: ${JSON.stringify(body)}`);
  await bekzod.reach(caseId, 'granted');
  return caseId;
}
