/** The worklist: what is to be done in each status, by whom, since when and until when. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { permanentChecks as checks } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import { agencyBehind, documentKinds } from '../../domain/events';
import { caseStatuses, openStatuses, type CaseStatus } from '../../domain/statuses';
import { waitingOn } from '../../domain/waiting';
import { asOf } from '../../policy/deadlines';
import { movesOf } from '../../policy/moves';
import { policies, policyOf, type Policy } from '../../policy/policies';
import { assumption } from '../../policy/rule';
import { taskNames, tasksOf } from '../../policy/tasks';
import { waitingUntil } from '../../policy/waiting-until';
import { aCaseFile, after, answeredClear, onDay, supervisor, tell, type Told } from '../support/case-files';

const endOfDay = (day: number) => onDay(day, '19:00:00.000');
const paperClear = tell('documents-judged', { day: 5 });
const named = (file: CaseFile) => tasksOf(file).map(({ name, subject }) => `${name} ${subject}`.trim());

/** What is to be done in a status while no deadline has passed. */
const work: Record<CaseStatus, string[]> = {
  'awaiting-test-booking': [],
  'awaiting-test-result': [],
  'awaiting-certificate-check': [],
  fetching: [],
  'awaiting-form': [],
  scoring: [],
  'checking-completeness': [],
  verification: ['judge-document document-1'],
  'awaiting-documents': [],
  'awaiting-judgement': ['judge-finding berkut'],
  'awaiting-schedule': ['schedule-interview'],
  'awaiting-interview': ['record-interview'],
  'awaiting-proposal': ['propose-decision'],
  'awaiting-hearing': [],
  'awaiting-approval': ['approve-decision'],
  'awaiting-decision': ['decide-application'],
  granting: [],
  granted: [],
  refused: [],
  withdrawn: [],
  lapsed: [],
  annulled: [],
  expired: [],
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
    expect(named(after('verification', paperClear, adverse))).toEqual(['judge-finding iin-registry']);
  });

  test('is one task for each that is not clear', () => {
    const unclear = checks.map((check) =>
      tell('check-answered', { day: 6, data: { check, result: 'unclear' } }),
    );
    expect(named(after('verification', paperClear, ...unclear))).toEqual(
      checks.map((check) => `judge-finding ${check}`),
    );
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
    expect(named(after('verification', paperClear, answeredClear('berkut', 6)))).toEqual([]);
  });
});

describe('whom a warning reaches', () => {
  const { policyVersion, ...warned } = asOf(aCaseFile({ status: 'awaiting-schedule' }), onDay(31));
  const widened = (version: string, to: readonly ('caseworker' | 'supervisor')[]): Policy => ({
    ...policyOf(policyVersion),
    version,
    warned: assumption(to, 'a test of what a row may choose'),
  });
  const tested = [widened('test-warns-both', ['caseworker', 'supervisor']), widened('test-warns-none', [])];
  beforeAll(() => void (policies as Policy[]).push(...tested));
  afterAll(() => void (policies as Policy[]).splice(-tested.length));

  const warnedBy = (version: string) =>
    tasksOf({ ...warned, policyVersion: version })
      .filter(({ name }) => name === 'clock-warning')
      .map(({ ownerRole, subject }) => [ownerRole, subject]);

  test('is a row of the policy: the caseworker alone by every one of today', () => {
    const today = policies.filter((policy) => !tested.includes(policy));
    expect(today.map(({ warned: { value } }) => value)).toEqual(today.map(() => ['caseworker']));
    expect(warnedBy(policyVersion)).toEqual([['caseworker', '']]);
  });

  test('is nobody, or several, each with a task of his own, where a row says so', () => {
    expect(warnedBy('test-warns-none')).toEqual([]);
    expect(warnedBy('test-warns-both')).toEqual([
      ['caseworker', ''],
      ['supervisor', 'supervisor'],
    ]);
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

describe('a document to judge', () => {
  test('is one that no agency vouches for, each a task of its own, while findings are judged', () => {
    const documents = documentKinds.map((kind) => ({ documentId: kind, kind, sha256: 'e'.repeat(64) }));
    const file = after(
      'awaiting-form',
      tell('form-submitted', { data: { documents } }),
      tell('application-scored'),
    );
    expect(named(file)).toEqual(
      documentKinds.filter((kind) => !agencyBehind[kind]).map((kind) => `judge-document ${kind}`),
    );
  });

  test('is done once it is judged', () => {
    expect(named(after('verification', paperClear))).toEqual([]);
  });
});

describe('an oral hearing', () => {
  const asked = after(
    'awaiting-hearing',
    tell('objection-received', { day: 17, data: { kind: 'oral-hearing' } }),
  );

  test('that was asked for is the caseworker’s to hold, and he has the ball', () => {
    expect(tasksOf(asked)).toMatchObject([
      { name: 'hold-hearing', ownerRole: 'caseworker', since: onDay(17), dueAt: endOfDay(25) },
    ]);
    expect(waitingOn(asked)).toEqual({ party: 'caseworker', since: onDay(17), for: 'awaiting-hearing' });
    expect(waitingUntil(asked)).toBe(endOfDay(35));
  });

  test('that was held is nobody’s task any more', () => {
    const held = after(
      'awaiting-hearing',
      tell('objection-received', { day: 17, data: { kind: 'oral-hearing' } }),
      tell('hearing-recorded', { day: 18 }),
    );
    expect([tasksOf(held), waitingOn(held).party]).toEqual([[], 'applicant']);
  });

  test('that nobody asked for leaves the ball with the applicant until the notice is over', () => {
    const notified = aCaseFile({ status: 'awaiting-hearing' });
    expect([waitingOn(notified).party, waitingUntil(notified)]).toEqual(['applicant', endOfDay(21)]);
  });
});

describe('a decision that a later answer contradicts', () => {
  const asked = tell('reopening-proposed', { day: 40 });
  const supported = tell('reopening-supported', { day: 41 });

  test.each<[string, Told[], string, string]>([
    ['is an officer’s to look at first', [asked], 'support-reopening', 'caseworker'],
    ['then a supervisor’s', [asked, supported], 'decide-reopening', 'supervisor'],
  ])('%s', (_, told, name, ownerRole) => {
    expect(tasksOf(after('granted', ...told))).toMatchObject([
      { name, ownerRole, subject: 'criminal-registry' },
    ]);
  });

  test('is nobody’s to decide while a complaint waits, as nobody may', () => {
    const complained = after('refused', asked, supported, tell('complaint-filed', { day: 42 }));
    const names = tasksOf(complained).map(({ name }) => name);
    expect(names).not.toContain('decide-reopening');
    expect(movesOf(complained, supervisor)).not.toContain('decideReopening');
    const decided = tell('complaint-decided', { day: 43, data: { outcome: 'rejected' } });
    const settled = after('refused', asked, supported, tell('complaint-filed', { day: 42 }), decided);
    expect(tasksOf(settled).map(({ name }) => name)).toContain('decide-reopening');
  });

  test.each<[string, Told]>([
    ['decided', tell('reopening-decided', { day: 42, data: { outcome: 'leave' } })],
    ['left behind by the end of the permit', tell('certificate-expired', { day: 382 })],
    ['left behind by an annulment', tell('permit-annulled', { day: 43 })],
  ])('is nobody’s task once it is %s', (_, end) => {
    expect(tasksOf(after('granted', asked, supported, end))).toEqual([]);
  });
});

describe('a clock that an officer stopped', () => {
  test.each(openStatuses.filter((status) => status !== 'granting'))(
    'in %s is somebody’s to let run again, so that no case stands forgotten',
    (status) => {
      const stopped = after(status, tell('clock-stopped', { day: 40 }));
      expect(tasksOf(stopped).filter(({ name }) => name === 'resume-clock')).toMatchObject([
        { ownerRole: 'caseworker', since: onDay(40), dueAt: null },
      ]);
      expect(
        named(after(status, tell('clock-stopped', { day: 40 }), tell('clock-resumed', { day: 41 }))),
      ).not.toContain('resume-clock');
    },
  );
});

test('a warning of the term does not come back when an annulment is considered', () => {
  const annulling = after(
    'awaiting-approval',
    tell('clock-warned', { day: 30 }),
    tell('decision-approved', { day: 31 }),
    tell('certificate-issued', { day: 31 }),
    tell('decision-proposed', { day: 60, data: { outcome: 'annul', hearing: true } }),
    tell('hearing-closed', { day: 66 }),
  );
  expect(named(annulling)).toEqual(['approve-decision']);
});
