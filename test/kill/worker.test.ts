/** The worker dies between a record's commit and its task's completion, and another message comes before the next one. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { permanentChecks } from '../../domain/agencies';
import { createApplicant } from '../support/applicant';
import { createDays } from '../support/days';
import { openHouse, type House } from '../support/house';
import { everyActAnswered, expectOneStory, recordedEvents } from '../support/truth';
import type { WorkerProcess } from '../support/worker-process';

let house: House;
let worker: WorkerProcess | undefined;

beforeAll(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(async () => {
  await house.close();
});

const dying = (type: string) =>
  house.startWorker({ program: 'test/support/processes/dying-worker.js', env: { DIE_AFTER: type } });
const assign = (caseId: string) =>
  house.desk.call('aigul', `POST /admin/cases/${caseId}/assignment`, { body: { assignee: 's-4kd81wqz7n' } });

async function typesOf(caseId: string): Promise<string[]> {
  return (await recordedEvents(house, caseId)).map(({ type }) => type);
}

test('an act that was recorded when the worker died is answered under its number, and once', async () => {
  const timur = createApplicant(house.desk, 'timur');
  worker = await dying('language-test-booked');
  const caseId = await timur.open();
  const booked = await timur.bookTest(caseId, 'the-same-key');
  expect(booked.status).toBe(202);
  expect(await typesOf(caseId)).toContain('language-test-booked');
  const other = await assign(caseId);
  expect(other.status).toBe(202);

  worker = await house.startWorker();
  await everyActAnswered(house, caseId);
  await timur.reach(caseId, 'awaiting-form');
  const again = await timur.bookTest(caseId, 'the-same-key');
  expect(again).toMatchObject({ status: 200, body: { number: booked.body['number'], seq: 2 } });
  await expectOneStory(house, caseId);
  expect((await typesOf(caseId)).filter((type) => type === 'language-test-booked')).toHaveLength(1);
});

test('a result that was recorded when the worker died is recorded once', async () => {
  const elif = createApplicant(house.desk, 'elif');
  worker = await dying('language-test-result-received');
  const caseId = await elif.open();
  await elif.bookTest(caseId);
  await worker.ended;
  expect((await assign(caseId)).status).toBe(202);

  worker = await house.startWorker();
  await everyActAnswered(house, caseId);
  const file = await expectOneStory(house, caseId);
  expect(file).toMatchObject({ status: 'awaiting-form', assignee: 's-4kd81wqz7n' });
});

test('an agency answer that was recorded when the worker died is recorded once', async () => {
  const elif = createApplicant(house.desk, 'elif');
  worker = await dying('check-answered');
  const caseId = await elif.open();
  await elif.passTest(caseId);
  await elif.fillForm(caseId);
  await elif.submitForm(caseId);
  await worker.ended;
  expect((await assign(caseId)).status).toBe(202);

  worker = await house.startWorker();
  await everyActAnswered(house, caseId);
  await elif.reach(caseId, 'awaiting-judgement', 40_000);
  await expectOneStory(house, caseId);
  expect((await typesOf(caseId)).filter((type) => type === 'check-answered')).toHaveLength(
    permanentChecks.length,
  );
});

test('a deadline that was recorded when the worker died is recorded once, and what comes after it hears so', async () => {
  const timur = createApplicant(house.desk, 'timur');
  worker = await dying('turn-lapsed');
  const caseId = await timur.open();
  const days = createDays(house);
  const moved = days.pass(caseId, 100);
  await worker.ended;
  const late = await timur.bookTest(caseId, 'too-late');
  expect(late.status).toBe(202);

  worker = await house.startWorker();
  await moved;
  await days.close();
  await everyActAnswered(house, caseId);
  expect(await timur.bookTest(caseId, 'too-late')).toMatchObject({
    status: 409,
    body: { code: 'case-over' },
  });
  const file = await expectOneStory(house, caseId);
  expect(file.status).toBe('lapsed');
});
