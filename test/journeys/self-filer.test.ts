/** An employer's limit, where a worker files in his own name: it holds as if the account had filed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PersonKey } from '../../agencies/people';
import { openHouse, type House } from '../support/house';
import { createPermitApplicant } from '../support/permit-applicant';
import { createPermitDesk, type PermitDesk } from '../support/permit-desk';
import { anIndividual } from '../support/permit-forms';
import { working } from '../support/permit-writes';
import { expectOneStory } from '../support/truth';

const limit = 5;
let house: House;
let desk: PermitDesk;
beforeAll(async () => {
  house = await openHouse();
  desk = createPermitDesk(house);
  await house.startWorker();
}, 180_000);
afterAll(() => house.close());

async function accountWithOnePlaceLeft(): Promise<string> {
  const body = { bin: anIndividual, name: 'An employer' };
  const account = String((await house.desk.call('delegate', 'POST /employers', { body })).body['employerId']);
  await house.owner.query(
    `INSERT INTO employer_places (case_id, employer_id, bin)
     SELECT $1 || '-' || n, $1, $3 FROM generate_series(1, $2) AS n`,
    [account, limit - 1, anIndividual],
  );
  return account;
}

async function judged(persona: PersonKey, employerId?: string, issuedBy = 'KGZ'): Promise<string> {
  const filed = working(issuedBy);
  const form = { ...filed.form, employment: { ...filed.form.employment, bin: anIndividual } };
  const caseId = await createPermitApplicant(house.desk, persona, employerId).file({ ...filed, form });
  await desk.reach(caseId, 'awaiting-judgement');
  await desk.officials.assign(caseId);
  await desk.officials.judgeDocuments(caseId);
  await desk.reach(caseId, 'awaiting-decision');
  return caseId;
}

const decide = (caseId: string, decision: object) =>
  desk.officials.as('aigul')(caseId, 'officer-decision', { text: 'as it was found', ...decision });

test('the last place is the self-filer’s, and after his refusal that of the worker whom the account filed', async () => {
  const employerId = await accountWithOnePlaceLeft();
  const himself = await judged('timur');
  expect(await desk.told(himself, 'place-reserved')).toMatchObject([{ data: { taken: 4, limit } }]);
  const byAccount = await judged('saltanat', employerId);
  expect(await desk.told(byAccount, 'place-refused')).toMatchObject([{ data: { taken: limit, limit } }]);
  expect(await decide(byAccount, { outcome: 'grant' })).toMatchObject({
    status: 409,
    body: { code: 'no-place-left' },
  });

  const grounds = [{ ground: 'false-data', evidence: 'form' }];
  expect(await decide(himself, { outcome: 'refuse', grounds })).toMatchObject({ status: 200 });
  await desk.reach(himself, 'refused');
  expect(await decide(byAccount, { outcome: 'grant' })).toMatchObject({ status: 200 });
  await desk.reach(byAccount, 'granted');
  for (const caseId of [himself, byAccount]) await expectOneStory(house, caseId);
}, 240_000);

test('who files himself for an employer that is full is not granted, and is refused for the limit', async () => {
  const caseId = await judged('pavel', undefined, 'BLR');
  expect(await desk.told(caseId, 'place-refused')).toMatchObject([{ data: { taken: limit, limit } }]);
  expect(await desk.told(caseId, 'decision-proposed')).toEqual([]);
  const grounds = [{ ground: 'employer-limit', evidence: 'permit-register' }];
  expect(await decide(caseId, { outcome: 'refuse', grounds })).toMatchObject({ status: 200 });
  await desk.reach(caseId, 'refused');

  const pavel = createPermitApplicant(house.desk, 'pavel');
  expect(await pavel.act(caseId, 'complaint', { text: 'others have left' })).toMatchObject({ status: 200 });
  const satisfied = { returnTo: 'decision', reason: 'to be counted again' };
  expect(await desk.officials.as('yerlan')(caseId, 'complaint/satisfaction', satisfied)).toMatchObject({
    status: 200,
  });
  await desk.toldAtLeast(caseId, 'place-refused', 2);
  expect(await decide(caseId, { outcome: 'refuse', grounds })).toMatchObject({ status: 200 });
  await desk.reach(caseId, 'refused');
  const history = await house.owner.query<{ body: string }>(
    'SELECT data::text AS body FROM case_events WHERE case_id = $1',
    [caseId],
  );
  expect(history.rows.map(({ body }) => body).join()).not.toContain(anIndividual);
  await expectOneStory(house, caseId);
}, 240_000);
