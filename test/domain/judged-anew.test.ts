/** A proposal that is returned with findings to be judged anew: what is open again, and how the case goes on. */
import { describe, expect, test } from '@jest/globals';
import type { Check } from '../../domain/agencies';
import type { Judgement } from '../../domain/events';
import { mayGrant } from '../../policy/guards/decision';
import { caseworker, fileOf, livesTo, onDay, tell, textRef, type Told } from '../support/case-files';

const judged = (judgement: Judgement, day: number, check: Check = 'berkut') =>
  tell('finding-judged', { day, data: { check, judgement } });
const refusal = (day: number) =>
  tell('decision-proposed', { day, data: { outcome: 'refuse', hearing: true } });
const anew = (...judgeAnew: Check[]) => tell('decision-returned', { day: 14, data: { judgeAnew } });

const objected = [
  ...livesTo['awaiting-judgement'],
  judged('adverse', 8),
  refusal(9),
  tell('objection-received', { day: 10 }),
];
const interviewed = [
  ...livesTo['awaiting-judgement'],
  judged('clear', 8),
  tell('interview-scheduled', { day: 8 }),
  tell('interview-recorded', { day: 9 }),
  refusal(10),
];
const returned = fileOf([...objected, anew('berkut')]);

describe('a finding that an objection showed to be judged wrongly', () => {
  test('cannot be helped by a return that does not name it', () => {
    const file = fileOf([...objected, tell('decision-returned', { day: 14 })]);
    expect([file.status, mayGrant(file)]).toEqual(['awaiting-proposal', false]);
  });

  test('is open again in verification, as its agency told it', () => {
    expect(returned).toMatchObject({ status: 'awaiting-judgement', proposal: null, hearing: null });
    expect(returned.checks?.berkut).toMatchObject({
      result: 'unclear',
      codes: ['overstay'],
      judgement: null,
      judgedBy: null,
    });
  });

  test('counts on in the clocks that it stopped for nobody', () => {
    const { service, verification } = returned.clocks;
    const { startedAt } = fileOf(objected).clocks.service;
    expect([service.startedAt, service.endedAt]).toEqual([startedAt, null]);
    expect(verification).toMatchObject({ endedAt: null });
  });

  test('goes on to the interview that was still due, once it is judged clear', () => {
    const file = fileOf([...objected, anew('berkut'), judged('clear', 15)]);
    expect(file.status).toBe('awaiting-schedule');
    expect(file.checks?.berkut).toMatchObject({ judgement: 'clear', judgedBy: caseworker.id });
  });

  test('goes on to the proposal where somebody judges it adverse again', () => {
    expect(fileOf([...objected, anew('berkut'), judged('adverse', 15)]).status).toBe('awaiting-proposal');
  });

  test('may have its agency asked again instead', () => {
    const again = tell('agency-asked-again', { day: 15, data: { check: 'berkut', ask: 2, reason: textRef } });
    expect(fileOf([...objected, anew('berkut'), again]).status).toBe('verification');
  });
});

test('who was heard by the panel is not called again, and can be granted', () => {
  const file = fileOf([...interviewed, anew('berkut'), judged('clear', 15)]);
  expect([file.status, mayGrant(file)]).toEqual(['awaiting-proposal', true]);
});

test.each<[string, Told[]]>([
  ['that is heard', objected],
  ['that was heard out', [...objected, tell('hearing-closed', { day: 13 })]],
])('a proposal %s leaves the findings that nobody named as they were judged', (_, told) => {
  const before = fileOf(told);
  const file = fileOf([...told, anew('berkut')]);
  expect({ ...file.checks, berkut: null }).toEqual({ ...before.checks, berkut: null });
  expect(file.statusSince).toBe(onDay(14));
});
