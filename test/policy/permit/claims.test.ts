/** A change that somebody else than the holder tells of: a claim, until another person of the office has looked at it. */
import { describe, expect, test } from '@jest/globals';
import type { ActData } from '../../../domain/acts';
import type { Actor } from '../../../domain/actor';
import { applyEvent } from '../../../domain/apply-event';
import type { CaseFile } from '../../../domain/case-file';
import type { EventBody } from '../../../domain/events';
import { changeKinds } from '../../../domain/permit';
import { waitingOn } from '../../../domain/waiting';
import { asOf, deadlinesOf } from '../../../policy/deadlines';
import { eventsOfAct } from '../../../policy/events-of-act';
import { whyNot, whyNotNow } from '../../../policy/moves';
import { latestStartOf } from '../../../policy/clock/latest-start';
import { latestStartAt } from '../../../policy/slack';
import { tasksOf } from '../../../policy/tasks';
import { waitingUntil } from '../../../policy/waiting-until';
import {
  anEvent,
  applicant,
  caseId,
  caseworker,
  fileOf,
  onDay,
  otherSupervisor,
  permitLives,
  supervisor,
  tell,
  textRef,
  type Told,
} from '../../support/case-files';

const delegate: Actor = { id: 'e-delegate', role: 'employer' };
const april = 'permit-2026-04-13';
const newest = 'permit-2026-11-24';

function granted(policyVersion: string, ...more: Told[]): CaseFile {
  const told: Told[] = [...permitLives.granted, ...more];
  const file = fileOf(told);
  return { ...file, policyVersion, permit: { ...file.permit!, employerId: 'an-account' } };
}

const ended = { change: 'contract-ended', on: '2026-06-01', text: textRef } as const;
const act = <V extends keyof ActData>(data: ActData[V], actor: Actor, day = 40) => ({
  ...{ intake: '7', outages: [], effectiveAt: onDay(day) },
  actor,
  data,
});
const report = (file: CaseFile, actor: Actor, data: ActData['reportChange'] = ended) =>
  eventsOfAct.reportChange(file, act<'reportChange'>(data, actor));

/** The case after what an act makes. */
function followed(file: CaseFile, bodies: EventBody[], { actor, day }: { actor: Actor; day: number }) {
  return bodies.reduce(
    (now, { type, data }) => applyEvent(caseId, now, anEvent(type, { day, seq: now.seq + 1, data, actor })),
    file,
  );
}
const stands = granted(newest);
const claimed = followed(stands, report(stands, caseworker), { actor: caseworker, day: 40 });
const claim = claimed.permit!.claim!.seq;
const decision = (outcome: 'confirm' | 'dismiss', version = claim) => ({
  claim: version,
  outcome,
  reason: textRef,
});
function decided(outcome: 'confirm' | 'dismiss'): CaseFile {
  const bodies = eventsOfAct.decideChange(claimed, act<'decideChange'>(decision(outcome), supervisor, 41));
  return followed(claimed, bodies, { actor: supervisor, day: 41 });
}

describe('a change that is told', () => {
  test.each([
    ['by an officer', caseworker],
    ['by the employer', delegate],
  ])('%s is a claim, and the permit stays as it is', (_, actor) => {
    expect(report(stands, actor)).toEqual([{ type: 'change-claimed', data: ended }]);
    expect(claimed.certificate).toEqual(stands.certificate);
    expect(claimed.permit!.claim).toMatchObject({ change: 'contract-ended', outcome: null });
  });

  test('by its holder counts at once, since nobody takes it from him', () => {
    for (const change of changeKinds.filter((kind) => kind !== 'died')) {
      expect(report(stands, applicant, { ...ended, change })[0]?.type).toBe('change-reported');
    }
    expect(report(stands, applicant, { ...ended, change: 'died' })[0]?.type).toBe('change-claimed');
  });

  test.each([caseworker, delegate, applicant])('counts at once in a case of an older policy', (actor) => {
    expect(report(granted(april), actor)[0]?.type).toBe('change-reported');
  });

  test('waits for no second one of another’s word', () => {
    const again = (actor: Actor) =>
      whyNot(
        'reportChange',
        claimed,
        act<'reportChange'>({ ...ended, change: 'left-the-country' }, actor, 42),
      );
    expect(again(delegate)).toBe('act-out-of-order');
    expect(again(applicant)).toBeUndefined();
  });
});

describe('a claim', () => {
  const answer = (actor: Actor, data = decision('confirm')) =>
    whyNot('decideChange', claimed, act<'decideChange'>(data, actor, 41));

  test('is decided by another person of the office, who names what he has read', () => {
    expect(answer({ id: caseworker.id, role: 'supervisor' })).toBe('four-eyes');
    expect(answer(supervisor)).toBeUndefined();
    expect(answer({ id: 'dauren', role: 'caseworker' })).toBeUndefined();
    expect(answer(supervisor, decision('confirm', claim - 1))).toBe('stale-version');
    expect(answer(delegate)).toBe('not-permitted');
    expect(answer(applicant)).toBe('not-permitted');
  });

  test('that is confirmed does to the permit what a report did', () => {
    const file = decided('confirm');
    expect(file.certificate?.validUntil).toBe(ended.on);
    expect(file.permit?.claim).toMatchObject({ outcome: 'confirm' });
  });

  test('that is dismissed takes nothing, and another one may come', () => {
    const file = decided('dismiss');
    expect(file.certificate).toEqual(stands.certificate);
    expect(whyNotNow('decideChange', file, supervisor)).toBe('act-out-of-order');
    expect(report(file, delegate)[0]?.type).toBe('change-claimed');
  });

  test('is an officer’s to look at, and the holder sees until when', () => {
    const task = tasksOf(claimed).find(({ name }) => name === 'decide-change');
    expect(task).toMatchObject({ subject: 'contract-ended', ownerRole: 'caseworker', since: onDay(40) });
    expect(waitingOn(claimed)).toEqual({ party: 'caseworker', since: onDay(40), for: 'granted' });
    expect(waitingUntil(claimed)).toBe(task?.dueAt);
    expect(latestStartAt(claimed)).toBe(latestStartOf(task!.dueAt!, 1, claimed.calendar));
    expect(tasksOf(decided('dismiss'))).toEqual([]);
    expect(latestStartAt(decided('dismiss'))).toBeNull();
    expect(waitingOn(decided('dismiss')).party).toBe('nobody');
  });

  test('that nobody looks at takes nothing by itself: a supervisor hears of it until somebody has looked', () => {
    const due = deadlinesOf(claimed).find(({ name }) => name === 'escalate:change-undecided:1')!;
    expect(due.dueAt).toBe(waitingUntil(claimed));
    const late = asOf(claimed, due.dueAt);
    expect(late).toMatchObject({ status: 'granted', certificate: stands.certificate });
    expect(late.escalation?.cause).toBe('change-undecided');
    expect(tasksOf(late).map(({ name }) => name)).toEqual(['decide-change', 'escalation']);
    const bodies = eventsOfAct.decideChange(
      late,
      act<'decideChange'>(decision('dismiss'), otherSupervisor, 60),
    );
    const after = followed(late, bodies, { actor: otherSupervisor, day: 60 });
    expect(after.escalation).toBeNull();
    expect(tasksOf(after)).toEqual([]);
  });

  test('waits while an annulment is heard, and is over with the permit', () => {
    const annul = tell('decision-proposed', { day: 41, data: { outcome: 'annul', hearing: true } });
    const heard = followed(claimed, [annul as EventBody], { actor: caseworker, day: 41 });
    expect(whyNotNow('decideChange', heard, supervisor)).toBe('act-out-of-order');
    const over = asOf(claimed, onDay(800));
    expect(over).toMatchObject({ status: 'expired', escalation: null });
    expect(tasksOf(over)).toEqual([]);
  });
});
