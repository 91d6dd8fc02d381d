/** Which ends of a case another calendar moves: each by its name, with the day before and the day that counts now. */
import { describe, expect, test } from '@jest/globals';
import type { CaseFile } from '../../domain/case-file';
import type { MovableTerm } from '../../domain/events/clock';
import { eventsOfAct } from '../../policy/events-of-act';
import { endsMovedBy } from '../../policy/term-ends';
import { aCaseFile, fileOf, livesTo, operator, tell, type Told } from '../support/case-files';

/** 31 August 2026, a Monday, is off by the first calendar alone: what ends with it by the second ends on 1 September by the first. */
const [first, second] = ['kz-2026-01', 'kz-2026-03'];
const [mondayOver, tuesdayOver] = ['2026-08-31T19:00:00.000Z', '2026-09-01T19:00:00.000Z'];
const moved = (term: MovableTerm) => ({ term, before: tuesdayOver, after: mondayOver });
const on = (date: string) => `${date}T05:00:00.000Z`;
const asked = on('2026-08-20');

const told = (file: CaseFile) => endsMovedBy(second, { ...file, calendar: first }, asked);
const termsOf = (file: CaseFile) => told(file).map(({ term }) => term);

/** Some life that ends with this event on a day of August. */
const lastly = (life: readonly Told[], last: Told, date: string) =>
  fileOf([...life, { ...last, effectiveAt: on(date) }]);
const scoredOn = (date: string) => lastly(livesTo.scoring, tell('application-scored'), date);

test('of a case in verification, the day on which all agencies are to be done, though the service’s own end stays', () => {
  const file = scoredOn('2026-08-03');
  expect(told(file)).toEqual([moved('verification')]);
  const act = { intake: '7', effectiveAt: asked, actor: operator, outages: [], data: { calendar: second } };
  const [adopted] = eventsOfAct.adoptCalendar({ ...file, calendar: first }, act);
  expect(adopted).toMatchObject({ data: { moved: [moved('verification')] } });
  const { dueBefore, dueAfter } = adopted?.data as { dueBefore: string; dueAfter: string };
  expect(dueBefore).toBe(dueAfter);
});

const refusal = tell('decision-proposed', { data: { outcome: 'refuse', hearing: true } });
const toldOn = (date: string) => lastly(livesTo['awaiting-proposal'], refusal, date);
const objected = (kind: 'objection' | 'oral-hearing', date: string) => {
  const life = [...livesTo['awaiting-proposal'], { ...refusal, effectiveAt: on(date) }];
  return lastly(life, tell('objection-received', { data: { kind } }), date);
};
const complainedOn = (date: string) => lastly(livesTo.refused, tell('complaint-filed'), date);

describe('an end that falls on the holiday that moved', () => {
  test.each<[MovableTerm, CaseFile]>([
    ['objection', toldOn('2026-08-27')],
    ['hearing-notice', toldOn('2026-08-26')],
    ['oral-hearing', objected('oral-hearing', '2026-08-24')],
    ['complaint-forwarding', complainedOn('2026-08-26')],
    ['complaint', complainedOn('2026-08-03')],
  ])('is told of %s', (term, file) => {
    expect(told(file)).toContainEqual(moved(term));
  });
});

test('a case of which nothing runs over the holiday tells nothing', () => {
  expect(told(aCaseFile())).toEqual([]);
  const act = { intake: '7', effectiveAt: asked, actor: operator, outages: [], data: { calendar: second } };
  const [adopted] = eventsOfAct.adoptCalendar({ ...aCaseFile(), calendar: first }, act);
  expect(adopted?.data).not.toHaveProperty('moved');
});

test('what was over by both calendars when it was asked is not told', () => {
  const file = { ...scoredOn('2026-08-03'), calendar: first };
  expect(endsMovedBy(second, file, on('2026-09-10'))).toEqual([]);
});

test('who has objected has no time to object left that could move', () => {
  expect(termsOf(objected('objection', '2026-08-27'))).not.toContain('objection');
});
