/** Outages of ours: which of the applicant's time they touch, what they give back, and what they do not. */
import { describe, expect, test } from '@jest/globals';
import { compareDeadlines } from '../../audit/compare-deadlines';
import { tell as tellStory } from '../../audit/fold-steps';
import { theService } from '../../domain/actor';
import type { CaseFile } from '../../domain/case-file';
import type { Outage } from '../../domain/clock';
import { complaintsUntil, findGrievance } from '../../policy/complaint';
import { asOf, deadlinesOf } from '../../policy/deadlines';
import { hearingEndsAt, objectionsUntil } from '../../policy/hearing';
import { whyNot } from '../../policy/moves';
import { outagesMatterSince, outagesToNote, withOutages } from '../../policy/outages';
import {
  after,
  applicant,
  caseId,
  fileOf,
  livesTo,
  onDay,
  story,
  tell,
  textRef,
} from '../support/case-files';

const endOfDay = (day: number) => onDay(day, '19:00:00.000');
const lastMinuteOf = (day: number) => onDay(day, '18:59:00.000');

/** Half an hour of the morning, so many days after the opening. */
const lost = (day: number): Outage => ({ from: onDay(day, '05:00:00.000'), to: onDay(day, '05:30:00.000') });
const due = (file: CaseFile, name: string) => deadlinesOf(file).find((each) => each.name === name)?.dueAt;

function objectAt(file: CaseFile, at: string, outages: Outage[]) {
  const act = { effectiveAt: at, actor: applicant, data: { kind: 'objection' as const, text: textRef } };
  return whyNot('objectToRefusal', asOf(withOutages(file, outages), at), act);
}

function complainAt(file: CaseFile, at: string, outages: Outage[]) {
  const act = { effectiveAt: at, actor: applicant, data: { text: textRef } };
  return whyNot('fileComplaint', asOf(withOutages(file, outages), at), act);
}

/** Told on Wednesday the 20th, so that Friday is the last day for an objection, and Monday that of the notice. */
describe('the time for an objection', () => {
  const told = fileOf(livesTo['awaiting-hearing']);
  const [friday, saturday, monday, tuesday] = [18, 19, 21, 22];

  test('whose last day was lost goes on for the next working day, and not a minute more', () => {
    expect(objectAt(told, lastMinuteOf(monday), [])).toBe('objection-too-late');
    expect(objectAt(told, lastMinuteOf(monday), [lost(friday)])).toBeUndefined();
    expect(objectAt(told, endOfDay(monday), [lost(friday)])).toBe('objection-too-late');
  });

  test('moves the end of the notice with it, so that nothing closes before', () => {
    const noted = withOutages(told, [lost(friday)]);
    expect([objectionsUntil(told), hearingEndsAt(told)]).toEqual([endOfDay(friday), endOfDay(monday)]);
    expect([objectionsUntil(noted), hearingEndsAt(noted)]).toEqual([endOfDay(monday), endOfDay(tuesday)]);
    expect(due(noted, 'hearing:close')).toBe(endOfDay(tuesday));
  });

  test('goes on again when the day that was given back is lost as well', () => {
    const outages = [lost(friday), lost(monday)];
    expect(outagesToNote(told, outages)).toHaveLength(2);
    expect(objectAt(told, lastMinuteOf(tuesday), outages)).toBeUndefined();
    expect(objectAt(told, endOfDay(tuesday), outages)).toBe('objection-too-late');
  });

  test.each([
    ['on a day off', [{ ...lost(saturday) }]],
    ['after its last day', [lost(monday)]],
    ['before the notice came', [lost(15)]],
    ['for less than the law’s least outage', [{ from: onDay(18), to: onDay(18, '05:14:59.999') }]],
  ])('is no longer for an outage %s', (_, outages) => {
    expect(objectionsUntil(withOutages(told, outages))).toBe(endOfDay(friday));
  });

  test('is noted once, with the term that it touched, from the notice on', () => {
    const noticedAt = onDay(16);
    const before = { from: onDay(15), to: onDay(17) };
    const notes = outagesToNote(told, [before]);
    expect(notes).toEqual([{ from: noticedAt, to: onDay(17), terms: ['objection'] }]);
    expect(outagesToNote(withOutages(told, [before]), [before])).toEqual([]);
  });

  test('is no matter any more to who has objected', () => {
    const objected = after('awaiting-hearing', tell('objection-received', { day: 17 }));
    expect(outagesToNote(objected, [lost(friday)])).toEqual([]);
    expect(outagesMatterSince(objected, 'hearing-closed')).toBeUndefined();
  });
});

describe('the time for a complaint', () => {
  const lapsed = [tell('deemed-refused', { effectiveAt: endOfDay(40), data: { dueAt: endOfDay(40) } })];
  const silent = fileOf([...livesTo.verification, ...lapsed]);

  test.each([
    ['a refusal', fileOf(livesTo.refused)],
    ['a lapse', fileOf(livesTo.lapsed)],
    ['an annulment', fileOf(livesTo.annulled)],
    ['silence', silent],
  ])('of %s, whose last day was lost, goes on for the next working day, and not a minute more', (_, file) => {
    const until = complaintsUntil(file, findGrievance(file)!);
    const lastDay = (Date.parse(until) - Date.parse(endOfDay(0))) / 86_400_000;
    const noted = withOutages(file, [lost(lastDay)]);
    const moved = complaintsUntil(noted, findGrievance(noted)!);
    const aMinuteBefore = new Date(Date.parse(moved) - 60_000).toISOString();
    expect(moved > until).toBe(true);
    expect(complainAt({ ...file, overAt: null }, until, [])).not.toBeUndefined();
    expect(complainAt(file, aMinuteBefore, [lost(lastDay)])).toBeUndefined();
    expect(complainAt(file, moved, [lost(lastDay)])).not.toBeUndefined();
  });

  test('holds the case open as long', () => {
    const refused = fileOf(livesTo.refused);
    expect(due(refused, 'case:close')).toBe('2026-08-26T19:00:00.000Z');
    const outage = { from: '2026-08-26T04:00:00.000Z', to: '2026-08-26T05:00:00.000Z' };
    expect(due(withOutages(refused, [outage]), 'case:close')).toBe('2026-08-27T19:00:00.000Z');
  });

  test('is as long as ever when a turn alone was touched', () => {
    const turn = fileOf(livesTo['awaiting-documents']);
    expect(outagesToNote(turn, [lost(8)])).toEqual([lost(8)]);
    expect(withOutages(turn, [lost(8)])).not.toHaveProperty('outages');
  });

  test('and a turn that was touched by the same outage are both given their day', () => {
    const both = {
      ...silent,
      clocks: { ...silent.clocks, turn: fileOf(livesTo['awaiting-documents']).clocks.turn },
    };
    const outage = lost(45);
    expect(outagesToNote(both, [outage])).toEqual([outage, { ...outage, terms: ['complaint'] }]);
    const noted = withOutages(both, [outage]);
    expect(noted.outages).toEqual([outage]);
    expect(noted.clocks.turn?.stops).toMatchObject([{ basis: 'service-outage' }]);
  });
});

test('outages are looked up before what takes the applicant’s time, since that began', () => {
  const since = (file: CaseFile) =>
    (['turn-lapsed', 'hearing-closed', 'case-closed', 'certificate-expired'] as const).map((type) =>
      outagesMatterSince(file, type),
    );
  expect(since(fileOf(livesTo['awaiting-documents']))).toEqual([onDay(6), undefined, undefined, undefined]);
  expect(since(fileOf(livesTo['awaiting-hearing'])).slice(1)).toEqual([onDay(16), undefined, undefined]);
  expect(since(fileOf(livesTo.refused)).slice(1)).toEqual([undefined, onDay(22), undefined]);
});

test('the auditor counts over what was noted: a hearing that closed as if nothing was lost diverges', () => {
  const noted = tell('outage-noted', { day: 18, data: { ...lost(18), terms: ['objection'] } });
  const closed = (day: number) =>
    tell('hearing-closed', {
      effectiveAt: endOfDay(day),
      actor: theService,
      causeId: 'deadline:hearing:close',
      data: { by: 'time' },
    });
  const pointersOf = (day: number) => {
    const events = story([...livesTo['awaiting-hearing'], noted, closed(day)]);
    return compareDeadlines(tellStory(caseId, events), endOfDay(day)).findings.map(({ pointer }) => pointer);
  };
  expect(pointersOf(22)).toEqual([]);
  expect(pointersOf(21)).toContain('/effectiveAt');
});
