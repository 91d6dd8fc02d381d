/** The worker is down over the ends of a complaint's terms: what a supervisor decided in time is not taken for silence. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { deadlinesOf } from '../../policy/deadlines';
import { createApplicant } from '../support/applicant';
import { createDays, type Days } from '../support/days';
import type { Reply } from '../support/desk';
import { weakForm } from '../support/forms';
import { openHouse, type House } from '../support/house';
import { everyActAnswered, expectOneStory, recordedEvents } from '../support/truth';
import type { WorkerProcess } from '../support/worker-process';

const marginMs = 10_000;
let house: House;
let days: Days;
let worker: WorkerProcess;
beforeAll(async () => {
  house = await openHouse();
  days = createDays(house);
});
beforeEach(async () => {
  worker = await house.startWorker();
});
afterEach(() => worker.kill());
afterAll(async () => {
  await days.close();
  await house.close();
});

/** Refused by its score, and complained of. */
async function complainedOf(): Promise<string> {
  const pavel = createApplicant(house.desk, 'pavel');
  const caseId = await pavel.open();
  await pavel.passTest(caseId);
  await pavel.fillForm(caseId, weakForm);
  await pavel.submitForm(caseId);
  await pavel.reach(caseId, 'refused');
  const reply = await pavel.act(caseId, 'complaint', { text: 'my years of work were not counted' });
  expect(reply.status).toBe(200);
  return caseId;
}

async function dueAtOf(name: string, caseId: string): Promise<string> {
  const file = await expectOneStory(house, caseId);
  return deadlinesOf(file).find((deadline) => deadline.name === name)?.dueAt ?? '';
}

/** Acts in the last seconds before a deadline of the cases, while no worker runs; one returns when it is past. */
async function actOverDeadline(name: string, caseIds: string[], act: () => Promise<Reply>): Promise<string> {
  const dueAt = await dueAtOf(name, caseIds[0] ?? '');
  const left = await Promise.all(caseIds.map((caseId) => days.passToJustBefore(caseId, dueAt, marginMs)));
  await worker.kill();
  expect(await act()).toMatchObject({ status: 202 });
  await sleep(Math.max(...left) + 2_000);
  worker = await house.startWorker();
  return dueAt;
}

const typesFrom = async (caseId: string) => {
  const types = (await recordedEvents(house, caseId)).map(({ type }) => type);
  return types.slice(types.indexOf('complaint-filed'));
};
const verdict = { returnTo: 'form', reason: 'the years were not counted' };

test('a decision stamped in the last seconds of the twenty days counts; without one, silence rejects at their end', async () => {
  const [heard, unheard] = [await complainedOf(), await complainedOf()];
  const forwarded = await dueAtOf('complaint:forward', heard);
  for (const caseId of [heard, unheard]) await days.passToJustBefore(caseId, forwarded, -60_000);
  for (const caseId of [heard, unheard])
    await house.desk.until(
      () => typesFrom(caseId),
      (types) => types.includes('complaint-forwarded'),
    );
  const decide = () =>
    house.desk.call('yerlan', `POST /admin/cases/${heard}/complaint/decision`, {
      body: { outcome: 'satisfied', ...verdict },
      key: 'decided-in-time',
    });
  const dueAt = await actOverDeadline('complaint:silence', [heard, unheard], decide);

  await everyActAnswered(house, heard);
  expect(await decide()).toMatchObject({ status: 200 });
  expect(await expectOneStory(house, heard)).toMatchObject({
    status: 'awaiting-form',
    complaint: { outcome: 'satisfied' },
  });
  const [decided] = (await recordedEvents(house, heard)).filter(({ type }) => type === 'complaint-decided');
  expect(decided).toMatchObject({ actorRole: 'supervisor', data: { by: 'decision' } });
  expect((decided?.effectiveAt ?? dueAt) < dueAt).toBe(true);
  await house.desk.until(
    () => typesFrom(unheard),
    (types) => types.includes('complaint-decided'),
  );
  expect(await expectOneStory(house, unheard)).toMatchObject({
    status: 'refused',
    complaint: { outcome: 'rejected', decidedAt: dueAt },
  });
}, 180_000);

test('one satisfied in the last seconds of the three days is not forwarded', async () => {
  const caseId = await complainedOf();
  const satisfy = () =>
    house.desk.call('saule', `POST /admin/cases/${caseId}/complaint/satisfaction`, {
      body: verdict,
      key: 'satisfied-in-time',
    });
  await actOverDeadline('complaint:forward', [caseId], satisfy);
  await everyActAnswered(house, caseId);
  expect(await satisfy()).toMatchObject({ status: 200 });
  expect(await typesFrom(caseId)).toEqual(['complaint-filed', 'complaint-decided', 'decision-set-aside']);
  expect((await expectOneStory(house, caseId)).status).toBe('awaiting-form');
}, 120_000);
