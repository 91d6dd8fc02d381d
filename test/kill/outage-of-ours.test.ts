/** An outage of ours touches the last day of an applicant's turn: the day is given back, and not a minute more. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { quoted } from '../../db/grants';
import { endOfLawDay, lawDayNumber } from '../../domain/law-day';
import { readOpenClock } from '../../policy/clocks';
import { createApplicant } from '../support/applicant';
import { createDays, type Days } from '../support/days';
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

const timur = () => createApplicant(house.desk, 'timur');

/** When the applicant's turn ends, by the ledger. */
async function turnEnds(caseId: string): Promise<string> {
  const file = await expectOneStory(house, caseId);
  return readOpenClock(file, 'turn', file.lastAt)?.dueAt ?? '';
}

const eventsOf = async (caseId: string, type: string) =>
  (await recordedEvents(house, caseId)).filter((event) => event.type === type);

/** Through the last day of their turns, which an outage of so many minutes touched, and a little beyond. */
async function liveThroughLastDay(minutes: number, ...caseIds: string[]): Promise<string> {
  const dueAt = await turnEnds(caseIds[0] ?? '');
  const left = await Promise.all(caseIds.map((caseId) => days.passToJustBefore(caseId, dueAt, marginMs)));
  await gaps.add(minutes);
  await sleep(Math.max(...left) + 2_000);
  return dueAt;
}

test('a turn whose last day was lost goes on for one more; an act in its last minute counts, one after it does not', async () => {
  const [saved, lost] = [await timur().open(), await timur().open()];
  const dueAt = await liveThroughLastDay(20, saved, lost);
  for (const caseId of [saved, lost]) {
    const noted = () => eventsOf(caseId, 'outage-noted');
    await house.desk.until(noted, (events) => events.length > 0);
  }
  await gaps.forget();
  const movedTo = endOfLawDay(lawDayNumber(dueAt));
  for (const caseId of [saved, lost]) {
    const file = await expectOneStory(house, caseId);
    expect(file.status).toBe('awaiting-test-booking');
    expect(file.clocks.turn?.stops).toMatchObject([{ basis: 'service-outage', wholeDays: true }]);
    expect((await turnEnds(caseId)) >= movedTo).toBe(true);
  }
  expect(await auditTimers(house)).toMatchObject({ code: 0 });

  const ends = await turnEnds(saved);
  const margins = await Promise.all(
    [saved, lost].map((caseId) => days.passToJustBefore(caseId, ends, 2 * marginMs)),
  );
  await worker.kill();
  const inTime = await timur().bookTest(saved, 'in-the-last-minute');
  expect(inTime.status).toBe(202);
  await sleep(Math.max(...margins) + 1_000);
  expect(await timur().bookTest(lost, 'after-the-moved-date')).toMatchObject({ status: 202 });

  worker = await house.startWorker();
  await Promise.all([everyActAnswered(house, saved), everyActAnswered(house, lost)]);
  expect(await timur().bookTest(saved, 'in-the-last-minute')).toMatchObject({ status: 200 });
  expect(await timur().bookTest(lost, 'after-the-moved-date')).toMatchObject({
    status: 409,
    body: { code: 'case-over' },
  });
  const lapses = await house.desk.until(
    () => eventsOf(lost, 'turn-lapsed'),
    (events) => events.length > 0,
  );
  expect(lapses).toMatchObject([{ effectiveAt: ends }]);
  expect(await eventsOf(saved, 'turn-lapsed')).toEqual([]);
  const [booked] = await eventsOf(saved, 'language-test-booked');
  expect((booked?.effectiveAt ?? ends) < ends).toBe(true);
  await Promise.all([expectOneStory(house, saved), expectOneStory(house, lost)]);
}, 180_000);

test('an act stamped on the last day that was lost finds the turn still open', async () => {
  const caseId = await timur().open();
  const dueAt = await turnEnds(caseId);
  const leftMs = await days.passToJustBefore(caseId, dueAt, marginMs);
  await worker.kill();
  await gaps.add(20);
  await sleep(leftMs + 1_000);
  const booked = await timur().bookTest(caseId, 'on-the-day-given-back');
  expect(booked.status).toBe(202);

  worker = await house.startWorker();
  await everyActAnswered(house, caseId);
  expect(await timur().bookTest(caseId, 'on-the-day-given-back')).toMatchObject({ status: 200 });
  expect(await eventsOf(caseId, 'outage-noted')).toHaveLength(1);
  expect(await eventsOf(caseId, 'turn-lapsed')).toEqual([]);
  await expectOneStory(house, caseId);
}, 120_000);

test('a pause shorter than the law’s least outage gives nothing back', async () => {
  const caseId = await timur().open();
  const dueAt = await liveThroughLastDay(5, caseId);
  await timur().reach(caseId, 'lapsed');
  expect(await eventsOf(caseId, 'turn-lapsed')).toMatchObject([{ effectiveAt: dueAt }]);
  await expectOneStory(house, caseId);
}, 120_000);

test('an outage that still lasts when the turn ends holds it open, and is noted again when it is over', async () => {
  const caseId = await timur().open();
  const dueAt = await turnEnds(caseId);
  const api = quoted(`${house.database.name}_api`);
  const leftMs = await days.passToJustBefore(caseId, dueAt, marginMs);
  await house.owner.query(`REVOKE UPDATE ON heartbeat FROM ${api}`);
  await house.owner.query(`UPDATE heartbeat SET beat_at = now() - interval '20 minutes'`);
  await sleep(leftMs);
  await house.desk.until(
    () => eventsOf(caseId, 'outage-noted'),
    (events) => events.length > 0,
  );
  expect((await turnEnds(caseId)) > dueAt).toBe(true);
  expect(await eventsOf(caseId, 'turn-lapsed')).toEqual([]);

  await house.owner.query(`GRANT UPDATE ON heartbeat TO ${api}`);
  await house.desk.until(gaps.count, (count) => count > 0, 40_000);
  const booked = await timur().bookTest(caseId);
  expect(booked).toMatchObject({ status: 200, body: { status: 'awaiting-test-result' } });
  await timur().reach(caseId, 'awaiting-form');
  await expectOneStory(house, caseId);
}, 180_000);
