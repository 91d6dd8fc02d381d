/** A life with a longer history than one run should have goes on in a next run, and is still one case. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHistoryStore } from '../../db/history-store';
import { connectDatabase } from '../../db/connect';
import { createApplicant } from '../support/applicant';
import { openHouse, type House } from '../support/house';
import { createOfficials } from '../support/officials';
import { startServers } from '../support/servers';
import { expectOneStory } from '../support/truth';

let servers: Awaited<ReturnType<typeof startServers>>;
let house: House;
beforeAll(async () => {
  servers = await startServers({
    'limit.historyCount.suggestContinueAsNew': 40,
    'frontend.WorkflowTimeSkippingEnabled': false,
  });
  house = await openHouse(servers);
  await house.startWorker();
});
afterAll(async () => {
  await house.close();
  await servers.stop();
});

test('the case carries its state, its numbers and its answers from run to run, and every run is kept', async () => {
  const timur = createApplicant(house.desk, 'timur');
  const officials = createOfficials(house.desk);
  const caseId = await timur.open();
  const booked = await timur.bookTest(caseId, 'asked-in-the-first-run');
  await timur.reach(caseId, 'awaiting-form');
  await timur.fillForm(caseId);
  await timur.submitForm(caseId);
  await timur.reach(caseId, 'awaiting-judgement');
  await officials.assign(caseId);
  await officials.judgeDocuments(caseId);
  await officials.schedule(caseId);
  await timur.withdraw(caseId);
  await timur.reach(caseId, 'withdrawn');

  expect(await timur.bookTest(caseId, 'asked-in-the-first-run')).toEqual({
    ...booked,
    headers: expect.anything(),
  });
  await expectOneStory(house, caseId);
  const { db, close } = connectDatabase(house.database.urlOf('audit'), () => undefined);
  const kept = () => createHistoryStore(db).findHistories(caseId);
  const runs = await house.desk.until(kept, (found) =>
    found.some(({ json }) => json.includes('EXECUTION_COMPLETED')),
  );
  await close();
  expect(runs.length).toBeGreaterThan(2);
  expect(runs.every(({ intact, bundleHashes }) => intact && bundleHashes.length === 1)).toBe(true);
});

test('a server that cannot skip time is named as such, and the case stays in its own time', async () => {
  const { desk, owner } = house;
  const caseId = await createApplicant(desk, 'timur').open();
  const refused = await desk.call('dana', `POST /development/cases/${caseId}/fast-forward`, {
    body: { days: 5 },
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'time-cannot-be-moved' } });
  const { rows } = await owner.query('SELECT offset_ms FROM case_time WHERE case_id = $1', [caseId]);
  expect(rows).toEqual([{ offset_ms: '0' }]);
});
