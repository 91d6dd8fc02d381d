/** An outage of ours touches the last day for a complaint or an objection: the day is given back, and not a minute more. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { deadlinesOf } from '../../policy/deadlines';
import { objectionsUntil } from '../../policy/hearing';
import { createApplicant } from '../support/applicant';
import { createDeskWork } from '../support/at-work';
import { createDays, type Days } from '../support/days';
import { weakForm } from '../support/forms';
import { createGaps, type Gaps } from '../support/gaps';
import { openHouse, type House } from '../support/house';
import { auditTimers } from '../support/program';
import { everyActAnswered, expectOneStory, recordedEvents } from '../support/truth';
import type { WorkerProcess } from '../support/worker-process';

const marginMs = 8_000;
let house: House;
let days: Days;
let gaps: Gaps;
let worker: WorkerProcess;
beforeAll(async () => {
  house = await openHouse();
  days = createDays(house);
  gaps = createGaps(house);
});
beforeEach(async () => {
  worker = await house.startWorker();
});
afterEach(async () => {
  await worker.kill();
  await gaps.forget();
});
afterAll(async () => {
  await days.close();
  await house.close();
});

const pavel = () => createApplicant(house.desk, 'pavel');
const eventsOf = async (caseId: string, type: string) =>
  (await recordedEvents(house, caseId)).filter((event) => event.type === type);

/** Refused by its score: what remains is the time for a complaint. */
async function refused(): Promise<string> {
  const caseId = await pavel().open();
  await pavel().passTest(caseId);
  await pavel().fillForm(caseId, weakForm);
  await pavel().submitForm(caseId);
  await pavel().reach(caseId, 'refused');
  return caseId;
}

async function closesAt(caseId: string): Promise<string> {
  const file = await expectOneStory(house, caseId);
  return deadlinesOf(file).find(({ name }) => name === 'case:close')?.dueAt ?? '';
}

test('a complaint on the day after a lost last day counts, and one after that day does not', async () => {
  const [saved, lost] = [await refused(), await refused()];
  const dueAt = await closesAt(saved);
  const left = await Promise.all(
    [saved, lost].map((caseId) => days.passToJustBefore(caseId, dueAt, marginMs)),
  );
  await gaps.add(20);
  await sleep(Math.max(...left) + 2_000);
  for (const caseId of [saved, lost]) {
    const noted = () => eventsOf(caseId, 'outage-noted');
    await house.desk.until(noted, (events) => events.length > 0);
  }
  await gaps.forget();
  const ends = await closesAt(saved);
  expect([ends > dueAt, await closesAt(lost)]).toEqual([true, ends]);
  expect(await auditTimers(house)).toMatchObject({ code: 0 });

  const margins = await Promise.all(
    [saved, lost].map((caseId) => days.passToJustBefore(caseId, ends, 2 * marginMs)),
  );
  await worker.kill();
  const complain = (caseId: string) =>
    pavel().act(caseId, 'complaint', {
      text: 'my years of work were not counted',
    });
  expect(await complain(saved)).toMatchObject({ status: 202 });
  await sleep(Math.max(...margins) + 1_000);
  expect(await complain(lost)).toMatchObject({ status: 202 });
  worker = await house.startWorker();
  await Promise.all([everyActAnswered(house, saved), everyActAnswered(house, lost)]);
  expect(await eventsOf(saved, 'complaint-filed')).toHaveLength(1);
  expect(await eventsOf(saved, 'case-closed')).toEqual([]);
  expect(await eventsOf(lost, 'complaint-filed')).toEqual([]);
  const closed = await house.desk.until(
    () => eventsOf(lost, 'case-closed'),
    (events) => events.length > 0,
  );
  expect(closed).toMatchObject([{ effectiveAt: ends }]);
  await Promise.all([expectOneStory(house, saved), expectOneStory(house, lost)]);
}, 180_000);

test('an objection on the day after a lost last day counts', async () => {
  const caseId = await createDeskWork(house, days).interviewed('timur');
  const proposal = {
    outcome: 'refuse',
    grounds: [{ ground: 'false-data', evidence: 'form' }],
    text: 'considered as a whole',
  };
  await house.desk.call('aigul', `POST /admin/cases/${caseId}/proposal`, { body: proposal, key: 'proposed' });
  const lastDay = objectionsUntil(await expectOneStory(house, caseId)) ?? '';
  const leftMs = await days.passToJustBefore(caseId, lastDay, marginMs);
  await gaps.add(20);
  await sleep(leftMs + 1_000);
  const reply = await createApplicant(house.desk, 'timur').act(caseId, 'objection', {
    kind: 'objection',
    text: 'the stamps were misread',
  });
  expect(reply).toMatchObject({ status: 200 });
  expect(await eventsOf(caseId, 'outage-noted')).toMatchObject([{ data: { terms: ['objection'] } }]);
  const file = await expectOneStory(house, caseId);
  expect(file.hearing?.objection).toMatchObject({ kind: 'objection' });
  expect((objectionsUntil(file) ?? '') > lastDay).toBe(true);
}, 180_000);
