/** A holiday moves: a hundred cases that go on adopt the new calendar, and everybody hears whose date moved. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseFile } from '../../domain/case-file';
import { dateOfDayNumber, endOfLawDay, lawDayNumber } from '../../domain/law-day';
import { isWorkingDay, nextWorkingDayFrom } from '../../policy/clock/law-calendar';
import { readClock } from '../../policy/service-clock';
import { waitingUntil } from '../../policy/waiting-until';
import { createApplicant } from '../support/applicant';
import { createDays, type Days } from '../support/days';
import { openHouse, type House } from '../support/house';
import { createOldRegister } from '../support/old-register';
import { auditTimers, runProgram } from '../support/program';
import { expectOneStory, recordedEvents } from '../support/truth';

const [before, after] = ['kz-2026-01', 'kz-2026-03'];
const inAll = 100;
/** So many are in verification, under the service's own term, and so many have not booked a test yet. */
const [atWork, unbooked] = [6, 14];
const termDays = 30;

/** The next day, more than a term away, that is worked in one of the calendars only. */
const disputed = (() => {
  let day = lawDayNumber(new Date().toISOString()) + termDays + 1;
  while (isWorkingDay(day, before) === isWorkingDay(day, after)) day += 1;
  return day;
})();
const dueIn = (calendar: string) => endOfLawDay(nextWorkingDayFrom(disputed, calendar));

let house: House;
let days: Days;
let register: ReturnType<typeof createOldRegister>;
const moved: string[] = [];
/** The term of each of them that ends on the disputed day. */
const termOf = new Map<string, 'turn' | 'service'>();
const unmoved: string[] = [];

beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
  days = createDays(house);
  register = createOldRegister(house, before);
});
afterAll(async () => {
  await days.close();
  await register.close();
  await house.close();
});

async function eightAtOnce(count: number, work: (index: number) => Promise<void>): Promise<void> {
  const waiting = Array.from({ length: count }, (_, index) => index);
  const hand = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 8 }, hand));
}

async function openCase(index: number): Promise<void> {
  const persona = index % 2 === 0 ? 'timur' : 'elif';
  const applicant = createApplicant(house.desk, persona);
  const caseId = await register.open(persona);
  if (index < unbooked) return void unmoved.push(caseId);
  await days.passTo(caseId, dateOfDayNumber(disputed - termDays));
  await applicant.bookTest(caseId);
  await applicant.reach(caseId, 'awaiting-form', 60_000);
  moved.push(caseId);
  termOf.set(caseId, index < unbooked + atWork ? 'service' : 'turn');
  if (index >= unbooked + atWork) return;
  await applicant.fillForm(caseId);
  expect(await applicant.submitForm(caseId)).toMatchObject({ status: 200 });
  await applicant.reach(caseId, 'awaiting-judgement', 60_000);
}

function adopt(perSecond: number, signal?: AbortSignal) {
  const env = { API_URL: house.apiUrl, IDENTITY_URL: `http://127.0.0.1:${house.ports.identity}` };
  const args = ['adopt', after, '--per-second', String(perSecond)];
  return runProgram('scripts/calendar.js', args, { env, ...(signal && { signal }) });
}

async function onNewCalendar(): Promise<number> {
  const { rows } = await house.owner.query<{ count: string }>(
    'SELECT count(*) FROM cases WHERE calendar = $1',
    [after],
  );
  return Number(rows[0]?.count);
}

/** Each date that moved, but of those in verification, which has a term of its own beside the service. */
const linesOf = (out: string) =>
  out.split('\n').filter((line) => line.includes(' -> ') && !line.includes('  verification  '));

async function rowsOf() {
  const { rows } = await house.owner.query<{
    case_id: string;
    calendar: string;
    case_file: CaseFile;
    clock_due_at: Date | null;
    waiting_until: Date | null;
  }>('SELECT case_id, calendar, case_file, clock_due_at, waiting_until FROM cases');
  return rows;
}

test('a hundred cases are open under the calendar in which they were filed', async () => {
  await eightAtOnce(inAll, openCase);
  const rows = await rowsOf();
  expect(rows.map(({ calendar }) => calendar)).toEqual(Array(inAll).fill(before));
  const ends = rows
    .filter(({ case_id: id }) => moved.includes(id))
    .map(({ case_file: file }) => readClock(file, file.lastAt).dueAt ?? waitingUntil(file));
  expect(new Set(ends)).toEqual(new Set([dueIn(before)]));
  expect(ends).toHaveLength(inAll - unbooked);
}, 280_000);

test('an operator who is interrupted goes on where he was, and every case adopts it once', async () => {
  const interruption = new AbortController();
  const first = adopt(10, interruption.signal);
  await house.desk.until(onNewCalendar, (count) => count >= 10);
  interruption.abort();
  await first;
  const done = await house.desk.until(onNewCalendar, (count) => count > 0);
  expect(done).toBeLessThan(inAll);

  const second = await adopt(100);
  expect(second).toMatchObject({ code: 0, err: expect.not.stringContaining('Error') });
  const adopted = Number(/^(\d+) cases adopted/.exec(second.out)?.[1]);
  expect(adopted).toBeGreaterThanOrEqual(inAll - done - 1);
  expect(await onNewCalendar()).toBe(inAll);
  for (const caseId of [...moved, ...unmoved]) {
    const events = await recordedEvents(house, caseId);
    expect(events.filter(({ type }) => type === 'calendar-adopted')).toHaveLength(1);
  }
  const spoken = (due: string) => dateOfDayNumber(lawDayNumber(due) - 1);
  const spent = `${spoken(dueIn(before))} -> ${spoken(dueIn(after))}`;
  expect(linesOf(second.out).sort()).toEqual(
    moved.map((id) => `  ${id}  ${termOf.get(id) ?? ''}  ${spent}`).sort(),
  );

  const third = await adopt(100);
  expect(third.code).toBe(0);
  expect(third.out).toMatch(/^0 cases adopted/);
  expect(linesOf(third.out)).toHaveLength(moved.length);
}, 120_000);

test('the due date, the ledger and the timer of every case are one again', async () => {
  for (const { case_id: id, case_file: file, ...row } of await rowsOf()) {
    const { dueAt } = readClock(file, file.lastAt);
    expect(row.clock_due_at?.toISOString() ?? null).toBe(dueAt);
    expect(row.waiting_until?.toISOString()).toBe(waitingUntil(file));
    if (moved.includes(id)) expect(dueAt ?? waitingUntil(file)).toBe(dueIn(after));
  }
  const { code, out } = await auditTimers(house);
  expect([code, out]).toEqual([0, `CLEAN  ${inAll} cases that go on, ${inAll} with a deadline\n`]);
  for (const caseId of [...moved.slice(0, 3), ...unmoved.slice(0, 1)]) await expectOneStory(house, caseId);
}, 120_000);
