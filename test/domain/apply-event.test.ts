/** The fold of the record: what it refuses, and what follows from every event alike. */
import { describe, expect, test } from '@jest/globals';
import { applyEvent, foldEvents } from '../../domain/apply-event';
import type { FindingResult, Judgement } from '../../domain/events';
import { permanentChecks as checks } from '../../domain/agencies';
import { caseStatuses, isClosed, openStatuses, type CaseStatus } from '../../domain/statuses';
import {
  aCaseFile,
  after,
  anEvent,
  answeredClear,
  caseId,
  caseworker,
  fileOf,
  livesTo,
  onDay,
  story,
  supervisor,
  tell,
  type Told,
} from '../support/case-files';

describe('the record of a case', () => {
  test('of no events is no case', () => {
    expect(foldEvents(caseId, [])).toBeNull();
  });

  test('is the same folded at once or one by one', () => {
    const events = story(livesTo.granted);
    const oneByOne = events.reduce<ReturnType<typeof foldEvents>>(
      (file, event) => applyEvent(caseId, file, event),
      null,
    );
    expect(foldEvents(caseId, events)).toEqual(oneByOne);
  });

  test('cannot begin with anything but the opening', () => {
    expect(() => applyEvent(caseId, null, anEvent('language-test-booked'))).toThrow('cannot begin');
  });

  test('cannot be opened twice', () => {
    expect(() => fileOf([tell('application-opened'), tell('application-opened')])).toThrow('opened once');
  });

  test.each([
    ['a gap', 7],
    ['the same place again', 5],
    ['an earlier place', 1],
    ['no place at all', 0],
  ])('takes no event with %s in seq', (_, seq) => {
    const file = aCaseFile({ status: 'verification' });
    expect(file.seq).toBe(5);
    expect(() => applyEvent(caseId, file, anEvent('case-assigned', { seq }))).toThrow();
  });

  test('must begin at one', () => {
    expect(() => applyEvent(caseId, null, anEvent('application-opened', { seq: 2 }))).toThrow();
  });

  test('speaks of no check before verification', () => {
    expect(() => after('awaiting-form', tell('check-answered', { day: 4 }))).toThrow(
      'not asked in this case',
    );
  });

  test('changes nothing in place', () => {
    const events = story(livesTo.granted);
    let file = foldEvents(caseId, events.slice(0, 1));
    for (const event of events.slice(1)) {
      file = applyEvent(caseId, deepFrozen(file), deepFrozen(event));
    }
    expect(file?.status).toBe('granted');
  });
});

describe('an escalation', () => {
  const escalated = [...livesTo.verification, tell('case-escalated', { day: 35 })];
  const atProposal = [...livesTo['awaiting-proposal'], tell('case-escalated', { day: 35 })];
  const atApproval = [...livesTo['awaiting-approval'], tell('case-escalated', { day: 35 })];

  test('is open from the moment it was due, and noted for good', () => {
    const file = fileOf(escalated);
    expect(file.escalation).toEqual({ cause: 'service-clock', since: onDay(35) });
    expect(file.escalated).toEqual(['service-clock']);
  });

  test.each<[string, readonly Told[], Told]>([
    ['an agency’s answer', escalated, answeredClear('berkut', 36)],
    ['a caseworker’s judgement', escalated, tell('finding-judged', { day: 36 })],
    ['a caseworker taking the case', escalated, tell('case-assigned', { day: 36 })],
    ['a warning of the clock', escalated, tell('clock-warned', { day: 36 })],
    ['a caseworker’s proposal', atProposal, tell('decision-proposed', { day: 36 })],
  ])('stays open after %s', (...[, before, event]) => {
    expect(fileOf([...before, event]).escalation).toEqual({ cause: 'service-clock', since: onDay(35) });
  });

  test.each<[string, readonly Told[], Told]>([
    [
      'a supervisor giving the case to somebody',
      escalated,
      tell('case-assigned', { day: 36, actor: supervisor }),
    ],
    ['a supervisor’s approval', atApproval, tell('decision-approved', { day: 36 })],
    ['a supervisor’s return of the proposal', atApproval, tell('decision-returned', { day: 36 })],
    ['the end of the case', escalated, tell('application-withdrawn', { day: 36 })],
  ])('is cleared by %s, and not forgotten', (...[, before, event]) => {
    const file = fileOf([...before, event]);
    expect(file.escalation).toBeNull();
    expect(file.escalated).toEqual(['service-clock']);
  });

  test('is not closed by a judgement, even a supervisor’s', () => {
    const judged = tell('finding-judged', { day: 36, actor: supervisor });
    expect(fileOf([...escalated, judged]).escalation).not.toBeNull();
  });
});

describe('the status in verification', () => {
  type Finding = [result: FindingResult | null, judgement?: Judgement];

  /** The first check as given, the second as given, the others clear. */
  function statusOf(first: Finding, second: Finding): CaseStatus {
    const told = checks.flatMap((check, index) => {
      const [result, judgement] = [first, second][index] ?? ['clear'];
      return [
        ...(result === null ? [] : [answered(check, result)]),
        ...(judgement === undefined ? [] : [tell('finding-judged', { day: 7, data: { check, judgement } })]),
      ];
    });
    return after('verification', tell('documents-judged', { day: 6 }), ...told).status;
  }

  function answered(check: (typeof checks)[number], result: FindingResult): Told {
    return result === 'no-answer'
      ? tell('check-unanswered', { day: 26, data: { check } })
      : tell('check-answered', { day: 6, data: { check, result } });
  }

  test.each<[Finding, Finding, CaseStatus]>([
    [[null], [null], 'verification'],
    [['clear'], [null], 'verification'],
    [['adverse'], [null], 'verification'],
    [['adverse', 'adverse'], [null], 'verification'],
    [['clear'], ['clear'], 'awaiting-schedule'],
    [['unclear'], ['clear'], 'awaiting-judgement'],
    [['adverse'], ['clear'], 'awaiting-judgement'],
    [['no-answer'], ['clear'], 'awaiting-judgement'],
    [['unclear'], ['no-answer'], 'awaiting-judgement'],
    [['unclear', 'clear'], ['clear'], 'awaiting-schedule'],
    [['no-answer', 'clear'], ['clear'], 'awaiting-schedule'],
    [['adverse', 'clear'], ['clear'], 'awaiting-schedule'],
    [['unclear', 'adverse'], ['clear'], 'awaiting-proposal'],
    [['no-answer', 'adverse'], ['clear'], 'awaiting-proposal'],
    [['adverse', 'adverse'], ['clear'], 'awaiting-proposal'],
    [['adverse', 'adverse'], ['unclear'], 'awaiting-judgement'],
    [['adverse', 'adverse'], ['unclear', 'clear'], 'awaiting-proposal'],
    [['unclear', 'clear'], ['no-answer', 'clear'], 'awaiting-schedule'],
  ])('with findings %j and %j is %s', (first, second, status) => {
    expect(statusOf(first, second)).toBe(status);
  });

  test('silence is never a clear answer', () => {
    const silent = checks.map((check) => tell('check-unanswered', { day: 26, data: { check } }));
    const file = after('verification', ...silent);
    expect(Object.values(file.checks!).map(({ result }) => result)).toEqual(checks.map(() => 'no-answer'));
    expect(file.status).toBe('awaiting-judgement');
  });

  test('an answer after silence takes its place', () => {
    const silent = tell('check-unanswered', { day: 26 });
    const file = after('verification', silent, answeredClear('berkut', 27));
    expect(file.checks?.berkut).toMatchObject({ result: 'clear', asks: 1 });
  });

  test('asking again opens the check anew, with its own term', () => {
    const again = tell('agency-asked-again', { day: 9, data: { ask: 2 } });
    const file = after('awaiting-judgement', again);
    expect(file.status).toBe('verification');
    expect(file.checks?.berkut).toEqual({
      asks: 2,
      openedAt: onDay(9),
      lastAskedAt: onDay(9),
      result: null,
      codes: [],
      answer: null,
      answeredAt: null,
      judgement: null,
      judgedBy: null,
    });
  });

  test('chasing counts the question and keeps the term', () => {
    const file = after('verification', tell('check-chased', { day: 12 }));
    expect(file.checks?.berkut).toMatchObject({
      asks: 2,
      openedAt: onDay(5),
      lastAskedAt: onDay(12),
      result: null,
    });
    expect(file.checks?.['iin-registry']).toMatchObject({ asks: 1, lastAskedAt: onDay(5) });
  });

  test('a judgement says whose it is', () => {
    const file = after(
      'awaiting-judgement',
      tell('finding-judged', { day: 8, actor: { ...caseworker, id: 'dana' } }),
    );
    expect(file.checks?.berkut).toMatchObject({ result: 'unclear', judgement: 'clear', judgedBy: 'dana' });
  });

  test('an answer that is kept late changes nothing but the place in the record', () => {
    const before = aCaseFile({ status: 'awaiting-interview' });
    const later = after('awaiting-interview', tell('late-answer-kept', { day: 9 }));
    expect(later).toEqual({ ...before, seq: before.seq + 1, lastAt: onDay(9) });
  });
});

describe('the end of a case', () => {
  test.each(openStatuses)('withdrawn in %s, it is closed at that moment', (status) => {
    const file = after(status, tell('application-withdrawn', { day: 60 }));
    expect(file).toMatchObject({ status: 'withdrawn', closedAt: onDay(60), statusSince: onDay(60) });
    expect(file.clocks.service.endedAt).toBe(onDay(60));
    expect(file.overAt).toBe(onDay(60));
  });

  test.each(['awaiting-test-booking', 'awaiting-form'] as const)(
    'lapsed in %s, it is closed at that moment',
    (status) => {
      const file = after(status, tell('turn-lapsed', { day: 95 }));
      expect(file).toMatchObject({ status: 'lapsed', closedAt: onDay(95) });
      expect(file.clocks.service.endedAt).toBe(onDay(95));
      expect(file.overAt).toBeNull();
    },
  );

  test('comes only with a closing status', () => {
    const closed = caseStatuses.filter((status) => fileOf(livesTo[status]).closedAt !== null);
    expect(closed).toEqual(caseStatuses.filter(isClosed));
  });
});

function deepFrozen<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    Object.values(value).forEach(deepFrozen);
    Object.freeze(value);
  }
  return value;
}
