/** The worklist: what is to be done in each status, by whom, since when and until when. */
import { describe, expect, test } from '@jest/globals';
import { checks } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import { caseStatuses, type CaseStatus } from '../../domain/statuses';
import { asOf } from '../../policy/deadlines';
import { taskNames, tasksOf } from '../../policy/tasks';
import { aCaseFile, after, answeredClear, onDay, supervisor, tell } from '../support/case-files';

const endOfDay = (day: number) => onDay(day, '19:00:00.000');
const named = (file: CaseFile) => tasksOf(file).map(({ name, subject }) => `${name} ${subject}`.trim());

/** What is to be done in a status while no deadline has passed. */
const work: Record<CaseStatus, string[]> = {
  'awaiting-test-booking': [],
  'awaiting-test-result': [],
  'awaiting-form': [],
  scoring: [],
  verification: [],
  'awaiting-judgement': ['judge-finding berkut'],
  'awaiting-schedule': ['schedule-interview'],
  'awaiting-interview': ['record-interview'],
  'awaiting-proposal': ['propose-decision'],
  'awaiting-approval': ['approve-decision'],
  granting: [],
  granted: [],
  refused: [],
  withdrawn: [],
  lapsed: [],
};

describe('the tasks of a case', () => {
  test.each(caseStatuses)('in %s', (status) => {
    expect(named(aCaseFile({ status }))).toEqual(work[status]);
  });

  test('belong to the supervisor only where he decides', () => {
    for (const status of caseStatuses) {
      for (const { name, ownerRole } of tasksOf(aCaseFile({ status }))) {
        expect(ownerRole).toBe(name === 'approve-decision' ? 'supervisor' : 'caseworker');
      }
    }
  });

  test('say since when, and when the term of the case ends', () => {
    expect(tasksOf(aCaseFile({ status: 'awaiting-schedule' }))).toEqual([
      {
        name: 'schedule-interview',
        subject: '',
        ownerRole: 'caseworker',
        ownerId: null,
        since: onDay(7),
        dueAt: endOfDay(35),
      },
    ]);
  });

  test('go to the assignee, but for what the supervisor does', () => {
    const assigned = { assignee: 'dana' };
    expect(tasksOf({ ...aCaseFile({ status: 'awaiting-proposal' }), ...assigned })[0]?.ownerId).toBe('dana');
    expect(tasksOf({ ...aCaseFile({ status: 'awaiting-approval' }), ...assigned })[0]?.ownerId).toBeNull();
  });

  test('have names of the closed list', () => {
    for (const status of caseStatuses) {
      for (const { name } of tasksOf(asOf(aCaseFile({ status }), onDay(60))))
        expect(taskNames).toContain(name);
    }
  });

  test('are told apart by name and subject', () => {
    const file = asOf(aCaseFile(), onDay(60));
    expect(new Set(named(file)).size).toBe(tasksOf(file).length);
  });
});

describe('a finding to judge', () => {
  test('is there as soon as the answer is, before the others have come', () => {
    const adverse = tell('check-answered', { day: 6, data: { check: 'iin-registry', result: 'adverse' } });
    expect(named(after('verification', adverse))).toEqual(['judge-finding iin-registry']);
  });

  test('is one task for each that is not clear', () => {
    const unclear = checks.map((check) =>
      tell('check-answered', { day: 6, data: { check, result: 'unclear' } }),
    );
    expect(named(after('verification', ...unclear))).toEqual(checks.map((check) => `judge-finding ${check}`));
  });

  test('is done once it is judged', () => {
    expect(named(after('awaiting-judgement', tell('finding-judged', { day: 8 })))).toEqual([
      'schedule-interview',
    ]);
  });

  test('is gone when the agency is asked again', () => {
    expect(named(after('awaiting-judgement', tell('agency-asked-again', { day: 8 })))).toEqual([]);
  });

  test('is not there for what is clear, or not answered yet', () => {
    expect(named(after('verification', answeredClear('berkut', 6)))).toEqual([]);
  });
});

describe('a warning and an escalation', () => {
  const late = asOf(aCaseFile({ status: 'awaiting-schedule' }), onDay(36));

  test('stand beside the work until it is done', () => {
    expect(tasksOf(late)).toMatchObject([
      { name: 'schedule-interview', ownerRole: 'caseworker' },
      { name: 'clock-warning', ownerRole: 'caseworker', since: endOfDay(30), dueAt: endOfDay(35) },
      {
        name: 'escalation',
        ownerRole: 'supervisor',
        ownerId: null,
        since: endOfDay(35),
        dueAt: endOfDay(41),
      },
    ]);
  });

  test('of a test result that does not come is the supervisor’s', () => {
    const overdue = asOf(aCaseFile({ status: 'awaiting-test-result' }), onDay(12));
    expect(tasksOf(overdue)).toMatchObject([
      { name: 'escalation', ownerRole: 'supervisor', since: endOfDay(11) },
    ]);
  });

  test('the escalation goes with a supervisor’s act, the warning stays', () => {
    const cleared = after(
      'awaiting-schedule',
      tell('clock-warned', { day: 30 }),
      tell('case-escalated', { day: 35 }),
      tell('case-assigned', { day: 36, actor: supervisor }),
    );
    expect(named(cleared)).toEqual(['schedule-interview', 'clock-warning']);
  });

  test('leave the worklist when the case is over', () => {
    const over = after(
      'awaiting-schedule',
      tell('clock-warned', { day: 30 }),
      tell('case-escalated', { day: 35 }),
      tell('application-withdrawn', { day: 36 }),
    );
    expect(tasksOf(over)).toEqual([]);
  });
});
