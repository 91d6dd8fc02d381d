/** A deadline passes, Temporal dies or PostgreSQL restarts while people act: nobody loses, nothing happens twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApplicant } from '../support/applicant';
import { createDays, type Days } from '../support/days';
import { openHouse, type House } from '../support/house';
import { startServers } from '../support/servers';
import { everyActAnswered, expectOneStory, recordedEvents } from '../support/truth';

let servers: Awaited<ReturnType<typeof startServers>>;
let house: House;
let days: Days;

beforeAll(async () => {
  servers = await startServers();
  house = await openHouse(servers);
  days = createDays(house);
});
afterAll(async () => {
  await days.close();
  await house.close();
  await servers.stop();
});

/** Lets the case live until so many milliseconds before the end of its turn; returns how many are left. */
async function moveToJustBefore(caseId: string, marginMs: number): Promise<number> {
  const { body } = await house.desk.call<{ waitingOn: { until: string } }>(
    'timur',
    `GET /applications/${caseId}`,
  );
  return days.passToJustBefore(caseId, body.waitingOn.until, marginMs);
}

test('with the worker down over a deadline, the act stamped before it counts and the one after it finds it passed', async () => {
  const timur = createApplicant(house.desk, 'timur');
  let worker = await house.startWorker();
  const [saved, lapsed] = [await timur.open(), await timur.open()];
  const margins = [await moveToJustBefore(saved, 12_000), await moveToJustBefore(lapsed, 10_000)];
  await worker.kill();

  const inTime = timur.bookTest(saved, 'booked-in-time');
  await sleep(Math.max(...margins) + 500);
  const late = timur.bookTest(lapsed, 'booked-too-late');
  const second = timur.bookTest(saved, 'after-the-deadline');
  expect([(await inTime).status, (await late).status, (await second).status]).toEqual([202, 202, 202]);

  worker = await house.startWorker();
  await Promise.all([everyActAnswered(house, saved), everyActAnswered(house, lapsed)]);
  expect(await timur.bookTest(saved, 'booked-in-time')).toMatchObject({ status: 200 });
  expect(await timur.bookTest(saved, 'after-the-deadline')).toMatchObject({
    body: { code: 'act-out-of-order' },
  });
  expect(await timur.bookTest(lapsed, 'booked-too-late')).toMatchObject({
    status: 409,
    body: { code: 'case-over' },
  });
  await timur.reach(saved, 'awaiting-form');
  const story = await expectOneStory(house, lapsed);
  expect(story.status).toBe('lapsed');
  expect((await recordedEvents(house, lapsed)).at(-1)).toMatchObject({
    type: 'turn-lapsed',
    effectiveAt: story.closedAt,
  });
  await expectOneStory(house, saved);
  await worker.stop();
});

test('Temporal is killed under an act, and the act is found again under its number', async () => {
  const elif = createApplicant(house.desk, 'elif');
  const worker = await house.startWorker();
  const caseId = await elif.open();
  await servers.killTemporal();
  const booked = await elif.bookTest(caseId, 'temporal-is-down');
  expect(booked.status).toBe(202);

  await servers.startTemporal();
  await everyActAnswered(house, caseId);
  expect(await elif.bookTest(caseId, 'temporal-is-down')).toMatchObject({
    status: 200,
    body: { number: booked.body['number'], status: 'awaiting-test-result' },
  });
  await elif.reach(caseId, 'awaiting-form', 40_000);
  await expectOneStory(house, caseId);
  await worker.stop();
});

test('PostgreSQL restarts under a life, and the life goes on', async () => {
  const elif = createApplicant(house.desk, 'elif');
  const worker = await house.startWorker();
  const caseId = await elif.open();
  await elif.passTest(caseId);
  await elif.fillForm(caseId);
  const submitting = elif.submitForm(caseId, 'while-it-restarts');
  await servers.restartPostgres('immediate');
  expect([200, 202, 503]).toContain((await submitting).status);

  const answered = () => elif.submitForm(caseId, 'while-it-restarts');
  await house.desk.until(answered, ({ status }) => status === 200, 40_000);
  await everyActAnswered(house, caseId);
  await elif.reach(caseId, 'awaiting-judgement', 60_000);
  const events = await recordedEvents(house, caseId);
  expect(events.filter(({ type }) => type === 'form-submitted')).toHaveLength(1);
  await expectOneStory(house, caseId);
  await worker.stop();
});
