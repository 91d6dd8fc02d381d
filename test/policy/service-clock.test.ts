/** The service clock of a case: days used and left, when the term and the target end, and what stops and extends them. */
import { describe, expect, test } from '@jest/globals';
import type { CaseFile } from '../../domain/case-file';
import type { StopReason } from '../../domain/events';
import { readOpenClock } from '../../policy/clocks';
import { asOf, deadlinesOf } from '../../policy/deadlines';
import { projectionOf } from '../../policy/projection';
import { readClock } from '../../policy/service-clock';
import { tasksOf } from '../../policy/tasks';
import { aCaseFile, after, fileOf, livesTo, onDay, tell, type Told } from '../support/case-files';

const endOfDay = (day: number) => onDay(day, '19:00:00.000');
const due = (file: CaseFile, name: string) => deadlinesOf(file).find((known) => known.name === name)?.dueAt;
const stop = (day: number, reason: StopReason = 'expert-opinion') =>
  tell('clock-stopped', {
    day,
    data: { reason, effect: reason === 'preliminary-question' ? 'anew' : 'continue' },
  });
const resume = (day: number) => tell('clock-resumed', { day });
const inSchedule = (...told: Told[]) => after('awaiting-schedule', ...told);
const ask = (day: number) => tell('documents-requested', { day });
const provide = (day: number) => tell('documents-provided', { day });

describe('the clock of a case whose form came on its fifth day', () => {
  const file = aCaseFile({ status: 'awaiting-schedule' });

  test.each<[string, string, number]>([
    ['the day of the form', onDay(5, '18:59:59.999'), 0],
    ['the day after', endOfDay(5), 1],
    ['late on the day after', onDay(6, '18:59:59.999'), 1],
    ['the tenth day', onDay(15), 10],
    ['the last day', onDay(35), 30],
    ['the day after the last', onDay(36), 31],
  ])('on %s has used its days', (_, at, daysUsed) => {
    expect(readClock(file, at)).toEqual({
      termDays: 30,
      daysUsed,
      daysLeft: 30 - daysUsed,
      dueAt: endOfDay(35),
      warnAt: endOfDay(30),
      running: true,
    });
  });

  test('says the same in the deadlines and in the table', () => {
    expect(due(file, 'clock:deemed-refusal')).toBe(endOfDay(35));
    expect(due(file, 'clock:warn')).toBe(endOfDay(30));
    expect(projectionOf(file).row.clockDueAt).toBe(endOfDay(35));
  });

  test('that was never submitted has used nothing, and has no end', () => {
    expect(readClock(aCaseFile({ status: 'awaiting-form' }), onDay(30))).toMatchObject({
      daysUsed: 0,
      dueAt: null,
      running: false,
    });
  });

  test('and is closed stands still for ever', () => {
    const granted = aCaseFile({ status: 'granted' });
    expect(readClock(granted, onDay(17))).toEqual(readClock(granted, onDay(400)));
    expect(readClock(granted, onDay(17))).toMatchObject({ daysUsed: 12, running: false, dueAt: null });
  });
});

describe('a stop of the rule', () => {
  test('has no end that could be named, and gives back its days', () => {
    const waiting = after('awaiting-documents');
    expect(readClock(waiting, onDay(12))).toMatchObject({ daysUsed: 1, dueAt: null, warnAt: null });
    expect(due(waiting, 'clock:deemed-refusal')).toBeUndefined();
    const provided = after('awaiting-documents', provide(16));
    expect(readClock(provided, onDay(16))).toMatchObject({
      daysUsed: 1,
      dueAt: endOfDay(45),
      warnAt: endOfDay(42),
    });
  });

  test('that is over on the same day has changed nothing', () => {
    const provided = after(
      'awaiting-documents',
      tell('documents-provided', { effectiveAt: onDay(6, '11:00:00.000') }),
    );
    expect(readClock(provided, onDay(20))).toEqual(readClock(aCaseFile(), onDay(20)));
  });
});

describe('a stop of an officer', () => {
  test('moves the end by its days', () => {
    expect(readClock(inSchedule(stop(9)), onDay(20))).toMatchObject({ daysUsed: 4, dueAt: null });
    const resumed = inSchedule(stop(9), resume(19));
    expect(readClock(resumed, onDay(19))).toMatchObject({ daysUsed: 4, dueAt: endOfDay(45), running: true });
    expect(due(resumed, 'clock:deemed-refusal')).toBe(endOfDay(45));
  });

  test('that overlaps one of the rule counts once', () => {
    const both = after('verification', stop(6), ask(8), resume(12), provide(16));
    expect(readClock(both, onDay(16))).toMatchObject({ daysUsed: 1, dueAt: endOfDay(45) });
    const within = after('verification', ask(6), stop(8), resume(12), provide(16));
    expect(readClock(within, onDay(16)).dueAt).toBe(endOfDay(45));
  });

  test('for a preliminary question lets the term begin anew, with its warning before it', () => {
    const stopped = inSchedule(stop(15, 'preliminary-question'));
    expect(readClock(stopped, onDay(18)).daysUsed).toBe(10);
    const resumed = inSchedule(stop(15, 'preliminary-question'), resume(19));
    expect(readClock(resumed, onDay(20))).toMatchObject({
      daysUsed: 1,
      dueAt: endOfDay(49),
      warnAt: endOfDay(44),
    });
  });

  test('takes no used day back from a case that ends meanwhile', () => {
    const ended = inSchedule(stop(15, 'preliminary-question'), tell('application-withdrawn', { day: 18 }));
    expect(readClock(ended, onDay(18))).toMatchObject({ daysUsed: 10, running: false, dueAt: null });
  });
});

describe('an extension', () => {
  const extended = inSchedule(tell('clock-extended', { day: 20, data: { days: 10 } }));

  test('moves the end and the target, not what was used', () => {
    expect(readClock(extended, onDay(20))).toMatchObject({ termDays: 40, daysUsed: 15, dueAt: endOfDay(45) });
    expect(readClock(extended, onDay(20)).warnAt).toBe(endOfDay(42));
    expect([due(extended, 'clock:warn'), due(extended, 'clock:deemed-refusal')]).toEqual([
      endOfDay(42),
      endOfDay(45),
    ]);
  });
});

describe('the warning', () => {
  const under = (policyVersion: string, ...told: Told[]) => {
    const [, ...life] = livesTo['awaiting-schedule'];
    const warned = tell('clock-warned', { effectiveAt: endOfDay(30), data: { dueAt: endOfDay(35) } });
    return fileOf([tell('application-opened', { data: { policyVersion } }), ...life, warned, ...told]);
  };
  const longer = (day: number, days: number) => tell('clock-extended', { day, data: { days } });
  const [older, newest] = ['2026-11-23', '2026-11-24'];
  const isTask = (file: CaseFile) => tasksOf(file).some(({ name }) => name === 'clock-warning');

  test('of a term that was extended after it comes again, before the new end', () => {
    const extended = under(newest, longer(31, 10));
    expect(due(extended, 'clock:warn')).toBe(endOfDay(42));
    const again = asOf(extended, endOfDay(42));
    expect(again.clockWarnedAt).toBe(endOfDay(42));
    expect(due(again, 'clock:warn')).toBeUndefined();
  });

  test('of a term that began anew after it comes again', () => {
    const restarted = under(newest, stop(31, 'preliminary-question'), resume(33));
    expect(due(restarted, 'clock:warn')).toBe(endOfDay(58));
  });

  test('comes at once when the new target is over as well, and then not for an end that is no later', () => {
    const extended = under(newest, longer(33, 2));
    expect(due(extended, 'clock:warn')).toBe(onDay(33));
    expect(due(asOf(extended, onDay(33)), 'clock:warn')).toBeUndefined();
  });

  test('does not come again for a stop after which the term goes on, nor once the term is over', () => {
    expect(due(under(newest, stop(32), resume(36)), 'clock:warn')).toBeUndefined();
    const over = tell('deemed-refused', { effectiveAt: endOfDay(35), data: { dueAt: endOfDay(35) } });
    const adopted = { ...under(newest, over), clockWarnedAt: endOfDay(29) };
    expect(due(adopted, 'clock:warn')).toBeUndefined();
  });

  test('is on the worklist until its end has moved on', () => {
    expect(isTask(under(newest))).toBe(true);
    expect(isTask(under(newest, longer(31, 10)))).toBe(false);
    expect(isTask(asOf(under(newest, longer(31, 10)), endOfDay(42)))).toBe(true);
  });

  test('of a case under an older policy came once, and stays', () => {
    expect(due(under(older, longer(31, 10)), 'clock:warn')).toBeUndefined();
    expect(isTask(under(older, longer(31, 10)))).toBe(true);
  });
});

describe('the end of the term', () => {
  test('is a refusal by silence and an escalation at the same instant, each once', () => {
    const late = asOf(aCaseFile({ status: 'awaiting-schedule' }), onDay(36));
    expect(late).toMatchObject({
      status: 'awaiting-schedule',
      clockWarnedAt: endOfDay(30),
      deemedRefusedAt: endOfDay(35),
      escalation: { cause: 'service-clock', since: endOfDay(35) },
    });
    expect(deadlinesOf(late)).toEqual([]);
  });
});

describe('verification', () => {
  const read = (file: CaseFile, day: number) => readOpenClock(file, 'verification', onDay(day));

  test('has twenty working days of its own, over the holidays of May', () => {
    expect(read(aCaseFile(), 8)).toMatchObject({ termDays: 20, unit: 'working-days', daysUsed: 1 });
    expect(read(aCaseFile(), 8)?.dueAt).toBe(endOfDay(36));
  });

  test('stands during the turn for documents, and goes on afterwards', () => {
    expect(read(after('awaiting-documents'), 20)).toMatchObject({ daysUsed: 0, dueAt: null });
    expect(read(after('awaiting-documents', provide(11)), 11)?.dueAt).toBe(endOfDay(42));
  });

  test('is no open clock any more once it is over', () => {
    expect(read(aCaseFile({ status: 'awaiting-schedule' }), 8)).toBeUndefined();
  });
});

describe('the applicant’s turn', () => {
  const read = (file: CaseFile) => readOpenClock(file, 'turn', file.lastAt);
  const barredUntil = onDay(33, '19:00:00.000');
  const result = (data: object) => tell('language-test-result-received', { day: 3, data });

  test('stands for the days of a ban, and is counted from the day after its end', () => {
    const failed = after('awaiting-test-result', result({ passed: false }));
    const barred = after('awaiting-test-result', result({ passed: false, bannedItems: true, barredUntil }));
    expect(read(failed)?.reachedOn).toBe('2026-08-05');
    expect(read(barred)?.reachedOn).toBe('2026-09-05');
    expect(due(barred, 'turn:language-test')).toBe(read(barred)?.dueAt);
  });

  test('is longer by the whole days of an outage, and the term of the service is not', () => {
    const noted = tell('outage-noted', { day: 9, data: { from: onDay(7), to: onDay(8) } });
    const before = after('awaiting-documents');
    const file = after('awaiting-documents', noted);
    expect(read(before)?.dueAt).toBe(endOfDay(29));
    expect(read(file)?.dueAt).toBe(endOfDay(30));
    expect(file.clocks.service).toEqual(before.clocks.service);
    expect(file.clocks.verification).toEqual(before.clocks.verification);
  });

  test('does not stand while an officer has stopped the clock', () => {
    expect(read(after('awaiting-documents', stop(8)))?.dueAt).toBe(endOfDay(29));
  });
});

test('a decision that is set aside gives the whole term again', () => {
  const file = fileOf([
    ...livesTo.refused,
    tell('complaint-filed', { day: 30 }),
    tell('complaint-decided', { day: 40, data: { outcome: 'satisfied' } }),
    tell('decision-set-aside', { day: 40, data: { returnTo: 'interview' } }),
  ]);
  expect(readClock(file, onDay(41))).toMatchObject({ daysUsed: 1, daysLeft: 29, dueAt: endOfDay(70) });
});
