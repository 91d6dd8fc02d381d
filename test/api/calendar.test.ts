/** While a calendar is adopted: which cases are left, whose date moved, and only an operator asks. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventBody } from '../../domain/events';
import type { MovedEnd } from '../../domain/events/clock';
import type { Role } from '../../domain/roles';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';
import { refused } from './office/turns';

const [old, latest] = ['kz-2026-01', 'kz-2026-03'];
const instant = (date: string) => `${date}T19:00:00.000Z`;

let office: Office;
let headers: { authorization: string };
const ids: Record<string, string> = {};

const adopted = (
  calendar: string,
  [dueBefore, dueAfter]: (string | null)[],
  moved?: MovedEnd[],
): EventBody => ({
  type: 'calendar-adopted',
  data: {
    calendar,
    before: old,
    dueBefore: dueBefore ?? null,
    dueAfter: dueAfter ?? null,
    ...(moved && { moved }),
  },
});
const ofVerification: MovedEnd = {
  term: 'verification',
  before: instant('2027-03-15'),
  after: instant('2027-03-16'),
};

beforeAll(async () => {
  office = await openOffice();
  headers = await office.bearer('o-1', 'operator');
  const toOld = adopted(old, []);
  ids['first'] = await recordCase(office, 'verification', { then: [toOld] });
  ids['second'] = await recordCase(office, 'toSchedule', { then: [toOld] });
  ids['refused'] = await recordCase(office, 'interviewed', { then: [...refused, toOld] });
  ids['over'] = await recordCase(office, 'interviewed', {
    then: [toOld, ...refused, { type: 'case-closed', data: {} }],
  });
  ids['moved'] = await recordCase(office, 'verification', {
    then: [adopted(latest, [instant('2027-03-15'), instant('2027-03-16')])],
  });
  ids['unmoved'] = await recordCase(office, 'verification', {
    then: [adopted(latest, [instant('2027-03-10'), instant('2027-03-10')])],
  });
  ids['movedToo'] = await recordCase(office, 'verification', {
    then: [adopted(latest, [null, instant('2027-08-30')])],
  });
  ids['within'] = await recordCase(office, 'verification', {
    then: [adopted(latest, [instant('2027-03-10'), instant('2027-03-10')], [ofVerification])],
  });
});
afterAll(() => office.close());

interface Listed {
  cases?: { caseId: string; calendar: string }[];
  moves?: { caseId: string; before: string | null; after: string | null; ends: MovedEnd[] }[];
  next: string | null;
}

async function list(path: string): Promise<Listed> {
  const reply = await office.app.inject({ url: `/admin/calendar/${path}`, headers });
  expect(reply.statusCode).toBe(200);
  return reply.json();
}

const inOrder = (...names: string[]) => names.map((name) => ids[name] ?? '').sort();

test('cases that go on and are on an earlier calendar are left; one that is over is not', async () => {
  const { cases, next } = await list(`${latest}/cases`);
  expect(cases).toEqual(inOrder('first', 'second', 'refused').map((caseId) => ({ caseId, calendar: old })));
  expect(next).toBeNull();
  expect((await list(`${old}/cases`)).cases).toEqual([]);
});

test('a date that moved is told with both ends, one that did not is not', async () => {
  const { moves } = await list(`${latest}/moves`);
  expect(moves?.map(({ caseId }) => caseId)).toEqual(inOrder('moved', 'movedToo', 'within'));
  expect(moves?.find(({ caseId }) => caseId === ids['moved'])).toEqual({
    caseId: ids['moved'],
    before: instant('2027-03-15'),
    after: instant('2027-03-16'),
    ends: [],
  });
});

test('an end that moved is told with its name, though the due date stays', async () => {
  const { moves } = await list(`${latest}/moves`);
  expect(moves?.find(({ caseId }) => caseId === ids['within'])).toEqual({
    caseId: ids['within'],
    before: instant('2027-03-10'),
    after: instant('2027-03-10'),
    ends: [ofVerification],
  });
});

test.each(['cases', 'moves'] as const)('pages of one make up the whole of the %s', async (rows) => {
  const paged: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Listed = await list(`${latest}/${rows}?limit=1${cursor && `&cursor=${cursor}`}`);
    paged.push(...(page[rows] ?? []));
    cursor = page.next;
  }
  expect(paged).toEqual((await list(`${latest}/${rows}`))[rows]);
});

describe('what may not be asked', () => {
  test.each([
    ['a calendar that nobody published', 'kz-2031-01/cases', 409, 'calendar-unknown'],
    ['the moves of such a one', 'kz-2031-01/moves', 409, 'calendar-unknown'],
    ['a cursor that is rubbish', `${latest}/cases?cursor=rubbish`, 422, 'invalid-input'],
    ['a page of nothing', `${latest}/moves?limit=0`, 422, 'invalid-input'],
    ['an unknown field', `${latest}/cases?sort=id`, 422, 'invalid-input'],
  ])('%s', async (_, path, status, code) => {
    const reply = await office.app.inject({ url: `/admin/calendar/${path}`, headers });
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
  });

  test.each<Role>(['applicant', 'caseworker', 'supervisor', 'auditor'])('anything, by a %s', async (role) => {
    const asked = { url: `/admin/calendar/${latest}/cases`, headers: await office.bearer('x', role) };
    expect((await office.app.inject(asked)).statusCode).toBe(403);
  });
});
