/** What happens by itself: each deadline's end, what it records, whom it takes from, and when it is gone. */
import { describe, expect, test } from '@jest/globals';
import { applyEvent } from '../../domain/apply-event';
import { permanentChecks as checks } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import { caseStatuses, isClosed, openStatuses, standing, type CaseStatus } from '../../domain/statuses';
import { asOf, deadlinesOf, eventOfDeadline, findDueBy } from '../../policy/deadlines';
import { permanentPolicyOf } from '../../policy/policies';
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
  test('to book a test ends after ninety days, which moves on to a Monday, and takes the application', () => {
    expect(deadlinesOf(aCaseFile({ status: 'awaiting-test-booking' }))).toEqual([
      {
        name: 'turn:language-test',
        dueAt: endOfDay(91),
        event: { type: 'turn-lapsed', data: { turn: 'language-test' } },
        actsFirst: true,
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
        dueAt: endOfDay(35),
        event: { type: 'turn-lapsed', data: { turn: 'form' } },
        actsFirst: true,
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
        actsFirst: false,
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
  const paperClear = tell('documents-judged', { day: 6 });
  const onlyBerkut = after(
    'verification',
    paperClear,
    ...checks.filter((check) => check !== 'berkut').map((check) => answeredClear(check, 6)),
  );

  test('is chased after a week, and given up after twenty days', () => {
    expect(names(onlyBerkut)).toEqual([
      ['chase:berkut:1', endOfDay(12)],
      ['limit:berkut:1', endOfDay(25)],
      ['clock:warn', endOfDay(30)],
      ['clock:deemed-refusal', endOfDay(35)],
      ['escalate:service-clock:1', endOfDay(35)],
      ['escalate:verification-overdue:1', endOfDay(36)],
    ]);
    expect(deadlinesOf(onlyBerkut).map(({ event }) => event)).toMatchObject([
      { type: 'check-chased', data: { check: 'berkut', ask: 2 } },
      { type: 'check-unanswered', data: { check: 'berkut' } },
      { type: 'clock-warned', data: { dueAt: endOfDay(35) } },
      { type: 'deemed-refused', data: { dueAt: endOfDay(35) } },
      { type: 'case-escalated', data: { cause: 'service-clock', dueAt: endOfDay(35) } },
      { type: 'case-escalated', data: { cause: 'verification-overdue', dueAt: endOfDay(36) } },
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

  const clockAlone = openStatuses.filter((status) => standing[status].clockRuns);
  const lost: Partial<Record<CaseStatus, string[]>> = {
    'awaiting-test-booking': ['turn:language-test'],
    'awaiting-form': ['turn:form'],
    'awaiting-documents': ['turn:documents'],
    'awaiting-hearing': ['hearing:close', 'clock:deemed-refusal'],
    refused: ['case:close'],
    lapsed: ['case:close'],
    annulled: ['case:close'],
  };

  test('never makes an act come too late: only turns, hearings, terms and cases do, and what falls due with them', () => {
    for (const status of caseStatuses) {
      const standing = deadlinesOf(aCaseFile({ status }));
      const ends = lost[status] ?? (clockAlone.includes(status) ? ['clock:deemed-refusal'] : []);
      const at = ends.map((name) => standing.find((each) => each.name === name)?.dueAt);
      expect(at).not.toContain(undefined);
      const waiting = standing.filter(({ actsFirst }) => actsFirst).map(({ name }) => name);
      expect(waiting).toEqual(standing.filter(({ dueAt }) => at.includes(dueAt)).map(({ name }) => name));
    }
  });
});

describe('the service clock', () => {
  test('warns five days before it ends, and escalates at its end', () => {
    const running = openStatuses
      .filter((one) => standing[one].clockRuns)
      .map((status) => aCaseFile({ status }));
    for (const file of running.filter(({ kind }) => kind === 'permanent-residence')) {
      expect(find(file, 'clock:warn')?.dueAt).toBe(endOfDay(30));
      expect(find(file, 'clock:deemed-refusal')?.dueAt).toBe(endOfDay(35));
      expect(find(file, 'escalate:service-clock:1')?.dueAt).toBe(endOfDay(35));
    }
  });

  test('does neither while it stands', () => {
    for (const status of openStatuses.filter((one) => !standing[one].clockRuns)) {
      expect(find(aCaseFile({ status }), 'clock:warn')).toBeUndefined();
      expect(find(aCaseFile({ status }), 'escalate:service-clock:1')).toBeUndefined();
    }
  });

  test('warns once and escalates once', () => {
    const file = aCaseFile({ status: 'awaiting-schedule' });
    expect(deadlinesOf(asOf(file, endOfDay(30))).map(({ name }) => name)).toEqual([
      'clock:deemed-refusal',
      'escalate:service-clock:1',
    ]);
    expect(deadlinesOf(asOf(file, endOfDay(35)))).toEqual([]);
  });
});

describe('a case that is decided', () => {
  test.each<[CaseStatus, [string, string][]]>([
    [
      'granted',
      [
        ['certificate:remind', '2027-04-21T19:00:00.000Z'],
        ['certificate:expire', '2027-05-21T19:00:00.000Z'],
      ],
    ],
    ['refused', [['case:close', '2026-08-26T19:00:00.000Z']]],
    ['lapsed', [['case:close', '2026-11-03T19:00:00.000Z']]],
    ['annulled', [['case:close', '2026-09-09T19:00:00.000Z']]],
  ])('lives on when it is %s', (status, expected) => {
    expect(deadlinesOf(aCaseFile({ status })).map(({ name, dueAt }) => [name, dueAt])).toEqual(expected);
  });

  test.each(['withdrawn', 'expired'] as const)(
    'is over at once when it is %s: nothing comes any more',
    (status) => {
      expect(deadlinesOf(aCaseFile({ status }))).toEqual([]);
    },
  );

  test('is over in the end: reminded and expired, or closed', () => {
    const granted = happensBy(aCaseFile({ status: 'granted' }), onDay(500));
    expect(granted.events.map(({ type }) => type)).toEqual(['expiry-reminded', 'certificate-expired']);
    expect(granted.file).toMatchObject({ status: 'expired', overAt: '2027-05-21T19:00:00.000Z' });
    const refused = happensBy(aCaseFile({ status: 'refused' }), onDay(500));
    expect(refused.events.map(({ type }) => type)).toEqual(['case-closed']);
    expect(refused.file).toMatchObject({ status: 'refused', overAt: '2026-08-26T19:00:00.000Z' });
  });

  test('and whose annulment is set aside after its last day expires when it stands again, not before', () => {
    const annulled = after(
      'granted',
      tell('decision-proposed', { day: 370, data: { outcome: 'annul', hearing: true } }),
      tell('hearing-closed', { day: 376 }),
      tell('decision-approved', { day: 377, data: { outcome: 'annul' } }),
      tell('permit-annulled', { day: 377 }),
      tell('complaint-filed', { day: 380, data: { against: 'annulment' } }),
      tell('complaint-decided', { day: 400, data: { outcome: 'satisfied' } }),
      tell('decision-set-aside', { day: 400, data: { returnTo: null } }),
    );
    expect(find(annulled, 'certificate:expire')?.dueAt).toBe(onDay(400));
  });
});

describe('the hearing', () => {
  const notified = aCaseFile({ status: 'awaiting-hearing' });
  const asked = after(
    'awaiting-hearing',
    tell('objection-received', { day: 17, data: { kind: 'oral-hearing' } }),
  );
  const closeOf = (file: CaseFile) => find(file, 'hearing:close');

  test('is closed by time three working days after its notice, whatever was written', () => {
    expect(closeOf(notified)).toMatchObject({ dueAt: endOfDay(21), event: { data: { by: 'time' } } });
    const objected = after('awaiting-hearing', tell('objection-received', { day: 17 }));
    expect(closeOf(objected)).toEqual(closeOf(notified));
    expect(asOf(notified, endOfDay(21)).status).toBe('awaiting-approval');
  });

  test('that is to be oral is not closed before it is held, and somebody is reminded after five working days', () => {
    expect(closeOf(asked)).toBeUndefined();
    expect(find(asked, 'escalate:hearing-overdue:1')?.dueAt).toBe(endOfDay(25));
    expect(asOf(asked, onDay(30))).toMatchObject({
      status: 'awaiting-hearing',
      escalation: { cause: 'hearing-overdue' },
    });
  });

  test('that was held early is closed with the three days', () => {
    const held = after(
      'awaiting-hearing',
      tell('objection-received', { day: 17, data: { kind: 'oral-hearing' } }),
      tell('hearing-recorded', { day: 18 }),
    );
    expect(closeOf(held)).toMatchObject({ dueAt: endOfDay(21), event: { data: { by: 'hearing' } } });
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
    expect(findDueBy(file, aMomentBefore(endOfDay(35)))).toBeUndefined();
    expect(asOf(file, aMomentBefore(endOfDay(35)))).toBe(file);
  });

  test('at the very instant comes too late', () => {
    expect(findDueBy(file, endOfDay(35))?.name).toBe('turn:form');
    expect(asOf(file, endOfDay(35)).status).toBe('lapsed');
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
      effectiveAt: endOfDay(35),
      actor: { id: 'ruqsat', role: 'service' },
      causeId: 'deadline:turn:form',
    });
    expect(asOf(file, onDay(300))).toMatchObject({ status: 'lapsed', closedAt: endOfDay(35) });
  });

  test('of a case that slept through everything is in the order of law', () => {
    const terms = checks.flatMap((check) => {
      const { chaseAfterDays, limitDays } = permanentPolicyOf('2026-04-13').checks.value[check]!;
      const chases = chaseAfterDays.map((days) => ['check-chased', endOfDay(5 + days)] as const);
      return [...chases, ['check-unanswered', endOfDay(5 + limitDays)] as const];
    });
    const inOrder = terms.sort(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0));
    const ends = ['clock-warned', 'deemed-refused', 'case-escalated'].map(
      (type, index) => [type, endOfDay(index === 0 ? 30 : 35)] as const,
    );
    const { events, file } = happensBy(aCaseFile({ status: 'verification' }), onDay(100));
    expect(events.map(({ type, effectiveAt, seq }) => [seq, type, effectiveAt])).toEqual(
      [...inOrder, ...ends].map((line, index) => [6 + index, ...line]),
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

describe('a certificate that stands again after its last day', () => {
  const again = (policyVersion: string) =>
    fileOf([
      tell('application-opened', { data: { policyVersion } }),
      ...livesTo.granted.slice(1),
      tell('decision-proposed', { day: 330, data: { outcome: 'annul', hearing: true } }),
      tell('hearing-closed', { day: 337 }),
      tell('decision-approved', { day: 338, data: { outcome: 'annul' } }),
      tell('permit-annulled', { day: 338 }),
      tell('complaint-filed', { day: 400, data: { against: 'annulment' } }),
      tell('complaint-decided', { day: 410, data: { outcome: 'satisfied' } }),
      tell('decision-set-aside', { day: 410, data: { returnTo: null } }),
    ]);
  const names = (file: CaseFile) => deadlinesOf(file).map(({ name }) => name);

  test('is not reminded of, and expires', () => {
    expect(names(again('2026-11-25'))).toEqual(['certificate:expire']);
    expect(names(again('2026-11-24'))).toEqual(['certificate:remind', 'certificate:expire']);
  });
});

describe('a grant whose number comes after the term', () => {
  const granting = (policyVersion: string): CaseFile => ({
    ...aCaseFile({ status: 'granting' }),
    policyVersion,
  });
  const ofTerm = (file: CaseFile) =>
    deadlinesOf(file).flatMap(({ name }) => (/^(clock|escalate):/.test(name) ? [name] : []));

  test.each(['2026-11-25', 'permit-2026-11-25'])(
    'was decided within it: nobody is silent, under %s',
    (version) => {
      expect(ofTerm(granting(version))).toEqual(['escalate:service-clock:1']);
      expect(asOf(granting(version), onDay(100)).deemedRefusedAt).toBeNull();
    },
  );

  test('is silence in cases that were filed before', () => {
    expect(ofTerm(granting('2026-11-24'))).toContain('clock:deemed-refusal');
  });

  test('and is not issued after all stands under the term again', () => {
    const undone = { ...granting('2026-11-25'), status: 'awaiting-decision' as const };
    expect(ofTerm(undone)).toContain('clock:deemed-refusal');
  });
});

test('an escalation of the clock that a supervisor cleared comes back after five days, while the case stands', () => {
  const cleared = fileOf([
    ...livesTo['awaiting-schedule'],
    tell('clock-warned', { effectiveAt: endOfDay(30) }),
    tell('deemed-refused', { effectiveAt: endOfDay(35) }),
    tell('case-escalated', { effectiveAt: endOfDay(35) }),
    tell('case-assigned', { day: 36, actor: supervisor }),
  ]);
  expect(deadlinesOf(cleared)).toMatchObject([{ name: 'escalate:service-clock:2', dueAt: endOfDay(41) }]);
  expect(tasksOf(cleared).map(({ name }) => name)).toEqual(['schedule-interview', 'clock-warning']);
});

describe('an escalation of another cause', () => {
  const overdue = tell('case-escalated', {
    effectiveAt: endOfDay(31),
    data: { cause: 'verification-overdue' },
  });
  const unclear = after('awaiting-judgement', overdue, tell('clock-warned', { effectiveAt: endOfDay(31) }));

  test('waits while one is open: somebody is looking already', () => {
    expect(find(unclear, 'escalate:service-clock:1')).toBeUndefined();
    expect(find(unclear, 'clock:deemed-refusal')?.dueAt).toBe(endOfDay(35));
  });

  test('whose term passed meanwhile comes some days after that one was cleared, and is not dated back', () => {
    const cleared = after(
      'awaiting-judgement',
      overdue,
      tell('clock-warned', { effectiveAt: endOfDay(31) }),
      tell('deemed-refused', { effectiveAt: endOfDay(35) }),
      tell('case-assigned', { day: 50, actor: supervisor }),
    );
    expect(find(cleared, 'escalate:service-clock:1')).toMatchObject({
      dueAt: endOfDay(55),
      event: { data: { cause: 'service-clock', dueAt: endOfDay(35) } },
    });
  });

  test('whose term is still to come comes at its own term', () => {
    const cleared = after(
      'awaiting-judgement',
      overdue,
      tell('case-assigned', { day: 32, actor: supervisor }),
    );
    expect(find(cleared, 'escalate:service-clock:1')?.dueAt).toBe(endOfDay(35));
  });

  test('that fell due while the clock stood comes when it runs again', () => {
    const resumed = after(
      'awaiting-judgement',
      tell('case-escalated', { effectiveAt: endOfDay(35) }),
      tell('case-assigned', { day: 36, actor: supervisor }),
      tell('clock-stopped', { day: 38 }),
      tell('clock-resumed', { day: 50 }),
    );
    expect(find(resumed, 'escalate:service-clock:2')?.dueAt).toBe(onDay(50));
  });
});

describe('an annulment that was proposed', () => {
  const within = { days: 5, unit: 'working-days' as const };
  const proposal = tell('decision-proposed', { day: 30, data: { outcome: 'annul', hearing: true, within } });
  const heard = after('granted', proposal, tell('hearing-closed', { day: 35 }));
  const last = { remind: '2027-04-21T19:00:00.000Z', expire: '2027-05-21T19:00:00.000Z' };

  test('and is not decided comes before a supervisor after five working days, and again', () => {
    expect(find(heard, 'escalate:annulment-overdue:1')?.dueAt).toBe(endOfDay(42));
    const escalated = asOf(heard, onDay(50));
    expect(escalated).toMatchObject({
      status: 'awaiting-approval',
      escalation: { cause: 'annulment-overdue' },
    });
    expect(tasksOf(escalated).map(({ name }) => name)).toEqual(['approve-decision', 'escalation']);
  });

  test.each([
    ['heard', after('granted', proposal)],
    ['decided', heard],
  ])('leaves the certificate its reminder and its end while it is to be %s', (_, file) => {
    expect(find(file, 'certificate:remind')?.dueAt).toBe(last.remind);
    expect(find(file, 'certificate:expire')?.dueAt).toBe(last.expire);
  });

  test('and never decided ends with the certificate', () => {
    expect(asOf(heard, onDay(500))).toMatchObject({ status: 'expired', overAt: last.expire });
  });

  test('in an older record, which names no term, waits as it did', () => {
    const { within: _, ...old } = heard.proposal!;
    expect(deadlinesOf({ ...heard, proposal: old })).toEqual([]);
  });
});
