/** What happens by itself: each deadline's end, what it records, whom it takes from, and when it is gone. */
import { describe, expect, test } from '@jest/globals';
import { applyEvent } from '../../domain/apply-event';
import { checks } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import { isClosed, caseStatuses, openStatuses } from '../../domain/statuses';
import { asOf, deadlinesOf, eventOfDeadline, findDueBy } from '../../policy/deadlines';
import { policyOf } from '../../policy/policies';
import { tasksOf } from '../../policy/tasks';
import {
  aCaseFile,
  after,
  answeredClear,
  fileOf,
  livesTo,
  onDay,
  supervisor,
  tell,
} from '../support/case-files';

/** The end of a law's day, so many days after the opening. */
const endOfDay = (day: number) => onDay(day, '19:00:00.000');
const aMomentBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

function find(file: CaseFile, name: string) {
  return deadlinesOf(file).find((deadline) => deadline.name === name);
}

/** Everything that happens by itself until an instant, in order. */
function happensBy(file: CaseFile, instant: string): { events: CaseEvent[]; file: CaseFile } {
  const events: CaseEvent[] = [];
  let now = file;
  for (let due = findDueBy(now, instant); due !== undefined; due = findDueBy(now, instant)) {
    const event = eventOfDeadline(now, due);
    events.push(event);
    now = applyEvent(now.caseId, now, event);
  }
  return { events, file: now };
}

describe('the applicant’s turn', () => {
  test('to book a test ends after ninety days and takes the application', () => {
    expect(deadlinesOf(aCaseFile({ status: 'awaiting-test-booking' }))).toEqual([
      {
        name: 'turn:language-test',
        dueAt: endOfDay(90),
        event: { type: 'turn-lapsed', data: { turn: 'language-test' } },
        takesFromApplicant: true,
      },
    ]);
  });

  test('to book again after a failed test is a turn of its own', () => {
    const failed = tell('language-test-result-received', { day: 3, data: { passed: false } });
    expect(find(after('awaiting-test-result', failed), 'turn:language-test')?.dueAt).toBe(endOfDay(93));
  });

  test('to submit the form ends after thirty days and takes the application', () => {
    expect(deadlinesOf(aCaseFile({ status: 'awaiting-form' }))).toEqual([
      {
        name: 'turn:form',
        dueAt: endOfDay(33),
        event: { type: 'turn-lapsed', data: { turn: 'form' } },
        takesFromApplicant: true,
      },
    ]);
  });

  test('is over once he has acted', () => {
    expect(find(aCaseFile({ status: 'awaiting-test-result' }), 'turn:language-test')).toBeUndefined();
    expect(find(aCaseFile({ status: 'scoring' }), 'turn:form')).toBeUndefined();
  });
});

describe('a test result that does not come', () => {
  const waiting = aCaseFile({ status: 'awaiting-test-result' });

  test('is escalated after ten days, and takes nothing from the applicant', () => {
    expect(deadlinesOf(waiting)).toEqual([
      {
        name: 'escalate:test-result-overdue:1',
        dueAt: endOfDay(11),
        event: { type: 'case-escalated', data: { cause: 'test-result-overdue', dueAt: endOfDay(11) } },
        takesFromApplicant: false,
      },
    ]);
  });

  test('is escalated once while nobody has cleared it', () => {
    expect(deadlinesOf(asOf(waiting, endOfDay(11)))).toEqual([]);
  });

  test('is escalated again when it is the result of another attempt, at its own term', () => {
    const second = after(
      'awaiting-test-result',
      tell('case-escalated', { effectiveAt: endOfDay(11), data: { cause: 'test-result-overdue' } }),
      tell('case-assigned', { day: 13, actor: supervisor }),
      tell('language-test-result-received', { day: 14, data: { passed: false } }),
      tell('language-test-booked', { day: 20, data: { attempt: 2 } }),
    );
    expect(deadlinesOf(second)).toMatchObject([
      { name: 'escalate:test-result-overdue:2', dueAt: endOfDay(30) },
    ]);
  });
});

describe('a silent agency', () => {
  const names = (file: CaseFile) => deadlinesOf(file).map(({ name, dueAt }) => [name, dueAt]);
  const onlyBerkut = after(
    'verification',
    ...checks.filter((check) => check !== 'berkut').map((check) => answeredClear(check, 6)),
  );

  test('is chased after a week, and given up after twenty days', () => {
    expect(names(onlyBerkut)).toEqual([
      ['chase:berkut:1', endOfDay(12)],
      ['limit:berkut:1', endOfDay(25)],
      ['clock:warn', endOfDay(30)],
      ['escalate:service-clock:1', endOfDay(35)],
    ]);
    expect(deadlinesOf(onlyBerkut).map(({ event }) => event)).toMatchObject([
      { type: 'check-chased', data: { check: 'berkut', ask: 2 } },
      { type: 'check-unanswered', data: { check: 'berkut' } },
      { type: 'clock-warned', data: { dueAt: endOfDay(35) } },
      { type: 'case-escalated', data: { cause: 'service-clock', dueAt: endOfDay(35) } },
    ]);
  });

  test('is chased again after two weeks, and then no more', () => {
    const once = asOf(onlyBerkut, endOfDay(12));
    expect(names(once)[0]).toEqual(['chase:berkut:2', endOfDay(19)]);
    expect(names(asOf(once, endOfDay(19)))[0]).toEqual(['limit:berkut:3', endOfDay(25)]);
  });

  test('that is asked again gets its whole term again', () => {
    const given = after(
      'verification',
      ...checks.map((check) => tell('check-unanswered', { day: 25, data: { check } })),
    );
    expect(given.status).toBe('awaiting-judgement');
    const again = applyEvent(given.caseId, given, {
      ...eventOfDeadline(given, deadlinesOf(given)[0]!),
      ...tell('agency-asked-again', { day: 26, data: { ask: 2 } }),
      causeId: 'intake:9',
    } as CaseEvent);
    expect(find(again, 'chase:berkut:2')?.dueAt).toBe(endOfDay(33));
    expect(find(again, 'limit:berkut:2')?.dueAt).toBe(endOfDay(46));
    expect(find(again, 'limit:iin-registry:1')).toBeUndefined();
  });

  test('is waited for no more once it has answered', () => {
    const answered = after('verification', answeredClear('berkut', 6));
    expect(deadlinesOf(answered).filter(({ name }) => name.includes('berkut'))).toEqual([]);
    expect(find(answered, 'limit:iin-registry:1')?.dueAt).toBe(endOfDay(25));
  });

  test('never costs the applicant anything', () => {
    for (const status of caseStatuses) {
      const taking = deadlinesOf(aCaseFile({ status })).filter(
        ({ takesFromApplicant }) => takesFromApplicant,
      );
      const turn = status === 'awaiting-test-booking' || status === 'awaiting-form';
      expect(taking.length).toBe(turn ? 1 : 0);
    }
  });
});

describe('the service clock', () => {
  test('warns five days before it ends, and escalates at its end', () => {
    for (const status of openStatuses.filter(
      (one) => !one.startsWith('awaiting-test') && one !== 'awaiting-form',
    )) {
      const file = aCaseFile({ status });
      expect(find(file, 'clock:warn')?.dueAt).toBe(endOfDay(30));
      expect(find(file, 'escalate:service-clock:1')?.dueAt).toBe(endOfDay(35));
    }
  });

  test('does neither while it stands', () => {
    for (const status of ['awaiting-test-booking', 'awaiting-test-result', 'awaiting-form'] as const) {
      expect(find(aCaseFile({ status }), 'clock:warn')).toBeUndefined();
      expect(find(aCaseFile({ status }), 'escalate:service-clock:1')).toBeUndefined();
    }
  });

  test('warns once and escalates once', () => {
    const file = aCaseFile({ status: 'awaiting-schedule' });
    expect(deadlinesOf(asOf(file, endOfDay(30))).map(({ name }) => name)).toEqual([
      'escalate:service-clock:1',
    ]);
    expect(deadlinesOf(asOf(file, endOfDay(35)))).toEqual([]);
  });
});

describe('a case that is over', () => {
  test('has no deadline', () => {
    for (const status of caseStatuses.filter(isClosed))
      expect(deadlinesOf(aCaseFile({ status }))).toEqual([]);
  });
});

describe('an open case', () => {
  test('always has a deadline or a task: it is never forgotten', () => {
    for (const status of openStatuses) {
      const file = aCaseFile({ status });
      const later = asOf(file, onDay(400));
      expect(deadlinesOf(file).length + tasksOf(file).length).toBeGreaterThan(0);
      if (!isClosed(later.status)) expect(tasksOf(later).length).toBeGreaterThan(0);
    }
  });

  test('has no two deadlines of one name', () => {
    for (const status of openStatuses) {
      const names = deadlinesOf(aCaseFile({ status })).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('names its deadlines the earliest first', () => {
    for (const status of openStatuses) {
      const due = deadlinesOf(aCaseFile({ status })).map(({ dueAt }) => dueAt);
      expect(due).toEqual([...due].sort());
    }
  });
});

describe('what comes', () => {
  const file = aCaseFile({ status: 'awaiting-form' });

  test('a moment before the deadline comes in time', () => {
    expect(findDueBy(file, aMomentBefore(endOfDay(33)))).toBeUndefined();
    expect(asOf(file, aMomentBefore(endOfDay(33)))).toBe(file);
  });

  test('at the very instant comes too late', () => {
    expect(findDueBy(file, endOfDay(33))?.name).toBe('turn:form');
    expect(asOf(file, endOfDay(33)).status).toBe('lapsed');
  });
});

describe('the record of a deadline', () => {
  test('is effective when it was due, however late anyone woke', () => {
    const file = aCaseFile({ status: 'awaiting-form' });
    const due = findDueBy(file, onDay(300))!;
    expect(eventOfDeadline(file, due)).toEqual({
      seq: 4,
      type: 'turn-lapsed',
      data: { turn: 'form' },
      effectiveAt: endOfDay(33),
      actor: { id: 'ruqsat', role: 'service' },
      causeId: 'deadline:turn:form',
    });
    expect(asOf(file, onDay(300))).toMatchObject({ status: 'lapsed', closedAt: endOfDay(33) });
  });

  test('of a case that slept through everything is in the order of law', () => {
    const terms = checks.flatMap((check) => {
      const { chaseAfterDays, limitDays } = policyOf('2026-04-13').checks.value[check];
      const chases = chaseAfterDays.map((days) => ['check-chased', endOfDay(5 + days)] as const);
      return [...chases, ['check-unanswered', endOfDay(5 + limitDays)] as const];
    });
    const inOrder = terms.sort(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0));
    const { events, file } = happensBy(aCaseFile({ status: 'verification' }), onDay(100));
    expect(events.map(({ type, effectiveAt, seq }) => [seq, type, effectiveAt])).toEqual(
      [...inOrder, ['clock-warned', endOfDay(30)], ['case-escalated', endOfDay(35)]].map((line, index) => [
        6 + index,
        ...line,
      ]),
    );
    expect(file).toEqual(asOf(aCaseFile({ status: 'verification' }), onDay(100)));
    expect(file).toMatchObject({ status: 'awaiting-judgement', statusSince: endOfDay(25) });
    expect(Object.values(file.checks!).map(({ asks }) => asks)).toEqual(checks.map(() => 3));
  });

  test('has a cause that no other deadline of the case has', () => {
    const { events } = happensBy(aCaseFile({ status: 'verification' }), onDay(100));
    expect(new Set(events.map(({ causeId }) => causeId)).size).toBe(events.length);
  });

  test('is the same whether one looks once or every day', () => {
    for (const status of openStatuses) {
      const start = aCaseFile({ status });
      let daily = start;
      for (let day = 0; day <= 120; day += 1) daily = asOf(daily, onDay(day));
      expect(daily).toEqual(asOf(start, onDay(120)));
    }
  });
});

test('an escalation of the clock that a supervisor cleared comes back after five days, while the case stands', () => {
  const cleared = fileOf([
    ...livesTo['awaiting-schedule'],
    tell('clock-warned', { effectiveAt: endOfDay(30) }),
    tell('case-escalated', { effectiveAt: endOfDay(35) }),
    tell('case-assigned', { day: 36, actor: supervisor }),
  ]);
  expect(deadlinesOf(cleared)).toMatchObject([{ name: 'escalate:service-clock:2', dueAt: endOfDay(41) }]);
  expect(tasksOf(cleared).map(({ name }) => name)).toEqual(['schedule-interview', 'clock-warning']);
});
