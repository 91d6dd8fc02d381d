/** Complaints: what can be complained of, until when, who decides, what silence means, and where the case goes on. */
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../domain/actor';
import { permanentChecks } from '../../domain/agencies';
import type { ActData } from '../../domain/acts';
import { applyEvent } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import { returnStages, type ReturnStage } from '../../domain/events';
import type { ProblemCode } from '../../domain/problems';
import type { UpdateVerb } from '../../domain/verbs';
import { waitingOn } from '../../domain/waiting';
import { actSuspendedSince } from '../../policy/complaint';
import { asOf, deadlinesOf } from '../../policy/deadlines';
import { eventsOfAct } from '../../policy/events-of-act';
import { mayGrant } from '../../policy/guards/decision';
import { whyNot } from '../../policy/moves';
import { tasksOf } from '../../policy/tasks';
import { waitingUntil } from '../../policy/waiting-until';
import {
  after,
  anEvent,
  answeredClear,
  applicant,
  fileOf,
  livesTo,
  onDay,
  otherSupervisor,
  supervisor,
  tell,
  textRef,
} from '../support/case-files';

const endOfDay = (day: number) => onDay(day, '19:00:00.000');
const text = { text: textRef };

/** Does it, as the workflow does, or answers with the problem. */
function does<V extends UpdateVerb>(
  verb: V,
  file: CaseFile,
  said: { at: string; actor: Actor; data: ActData[V] },
): CaseFile | ProblemCode {
  const { at, ...by } = said;
  const now = asOf(file, at);
  const act = { intake: '9', effectiveAt: at, outages: [], ...by };
  const code = whyNot(verb, now, act);
  if (code !== undefined) return code;
  return eventsOfAct[verb](now, act).reduce(
    (then, event) =>
      applyEvent(then.caseId, then, {
        ...event,
        seq: then.seq + 1,
        effectiveAt: at,
        actor: by.actor,
        causeId: 'intake:9',
      }),
    now,
  );
}
function done(outcome: CaseFile | ProblemCode): CaseFile {
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}
const complain = (file: CaseFile, at: string) =>
  does('fileComplaint', file, { at, actor: applicant, data: text });
const decide = (
  file: CaseFile,
  at: string,
  {
    actor = otherSupervisor,
    ...data
  }: { actor?: Actor; outcome: 'satisfied' | 'rejected'; returnTo: ReturnStage | null },
) => does('decideComplaint', file, { at, actor, data: { ...data, reason: textRef } });
const satisfy = (file: CaseFile, at: string, returnTo: ReturnStage | null) =>
  does('satisfyComplaint', file, { at, actor: supervisor, data: { returnTo, reason: textRef } });

const refused = fileOf(livesTo.refused);
const silent = asOf(fileOf(livesTo['awaiting-schedule']), onDay(36));

describe('a complaint about a refusal', () => {
  test.each<[string, string, ProblemCode | undefined]>([
    ['at once', onDay(22), undefined],
    ['on the last day of three months', '2026-08-26T18:59:59.999Z', undefined],
    ['when that day is over, since nobody can complain any more', '2026-08-26T19:00:00.000Z', 'case-over'],
  ])('can be filed %s', (_, at, code) => {
    const outcome = complain(refused, at);
    expect(typeof outcome === 'string' ? outcome : undefined).toBe(code);
  });

  test('is too late after three months, whoever looks before the end is recorded', () => {
    const act = { actor: applicant, data: text };
    const at = (effectiveAt: string) => whyNot('fileComplaint', refused, { ...act, effectiveAt });
    expect(at('2026-08-26T18:59:59.999Z')).toBeUndefined();
    expect(at('2026-08-26T19:00:00.000Z')).toBe('complaint-too-late');
  });

  test.each([
    ['a Saturday moves on to Monday', '2026-05-29T05:00:00.000Z', '2026-08-31T19:00:00.000Z'],
    ['a day that is no holiday any more stays', '2026-05-31T05:00:00.000Z', '2026-08-31T19:00:00.000Z'],
    ['30 November for 31 August', '2026-08-31T05:00:00.000Z', '2026-11-30T19:00:00.000Z'],
  ])('whose last day is %s', (_, decidedAt, until) => {
    const file = { ...refused, statusSince: decidedAt, closedAt: decidedAt };
    const act = { actor: applicant, data: text };
    const before = new Date(Date.parse(until) - 1).toISOString();
    expect(whyNot('fileComplaint', file, { ...act, effectiveAt: before })).toBeUndefined();
    expect(whyNot('fileComplaint', file, { ...act, effectiveAt: until })).toBe('complaint-too-late');
    expect(deadlinesOf(file)).toMatchObject([{ name: 'case:close', dueAt: until }]);
  });

  const filed = done(complain(refused, onDay(24)));

  test('keeps the case from its end, with a supervisor and twenty working days', () => {
    expect(filed.complaint).toMatchObject({ against: 'refusal', filedAt: onDay(24), outcome: null });
    expect(waitingOn(filed)).toEqual({ party: 'supervisor', since: onDay(24), for: 'refused' });
    expect(deadlinesOf(filed).map(({ name, dueAt }) => [name, dueAt])).toEqual([
      ['complaint:forward', endOfDay(29)],
      ['complaint:silence', endOfDay(52)],
    ]);
    expect(deadlinesOf(filed).map(({ actsFirst }) => actsFirst)).toEqual([true, true]);
    expect(waitingUntil(filed)).toBe(endOfDay(52));
    expect(tasksOf(filed)).toMatchObject([
      { name: 'decide-complaint', ownerRole: 'supervisor', dueAt: endOfDay(52) },
    ]);
  });

  test('suspends the refusal until it is decided', () => {
    expect(actSuspendedSince(refused)).toBeNull();
    expect(actSuspendedSince(filed)).toBe(onDay(24));
    expect(actSuspendedSince(asOf(filed, onDay(40)))).toBe(onDay(24));
    expect(actSuspendedSince(asOf(filed, endOfDay(52)))).toBeNull();
    expect(actSuspendedSince(done(satisfy(filed, onDay(28), 'decision')))).toBeNull();
  });

  test('of silence suspends nothing: there is no act', () => {
    expect(actSuspendedSince(done(complain(silent, onDay(40))))).toBeNull();
  });

  test('is satisfied by the body itself within three working days, and the case goes on', () => {
    const back = done(satisfy(filed, onDay(28), 'decision'));
    expect(back).toMatchObject({ status: 'awaiting-proposal', closedAt: null });
    expect(back.complaint).toMatchObject({ outcome: 'satisfied', decidedAt: onDay(28), forwardedAt: null });
    expect(back.clocks.complaint?.endedAt).toBe(onDay(28));
    expect(deadlinesOf(back).some(({ name }) => name.startsWith('complaint'))).toBe(false);
  });

  test('is forwarded after them, and then only decided', () => {
    const forwarded = asOf(filed, endOfDay(29));
    expect(forwarded.complaint?.forwardedAt).toBe(endOfDay(29));
    expect(satisfy(filed, endOfDay(29), 'decision')).toBe('act-out-of-order');
    const decided = done(decide(forwarded, onDay(40), { outcome: 'rejected', returnTo: null }));
    expect(decided).toMatchObject({ status: 'refused', complaint: { outcome: 'rejected' }, overAt: null });
  });

  test('is not decided by another before it was forwarded to him with the file', () => {
    const reject = { outcome: 'rejected', returnTo: null } as const;
    const lastMoment = new Date(Date.parse(endOfDay(29)) - 1).toISOString();
    expect(decide(filed, onDay(25), reject)).toBe('act-out-of-order');
    expect(decide(filed, lastMoment, reject)).toBe('act-out-of-order');
    expect(done(decide(filed, endOfDay(29), reject)).complaint?.outcome).toBe('rejected');
  });

  test('is decided by nobody who had a part in the case', () => {
    const took = (actor: Actor) => decide(filed, onDay(40), { actor, outcome: 'rejected', returnTo: null });
    expect(took(supervisor)).toBe('took-part');
    expect(took({ id: 'aizhan', role: 'supervisor' })).toBe('took-part');
    expect(took({ id: 'gulnara', role: 'supervisor' })).toBe('took-part');
    expect(done(took(otherSupervisor)).complaint?.outcome).toBe('rejected');
  });

  test('is rejected by silence, and the case ends when the time for it has passed', () => {
    const unheard = asOf(filed, endOfDay(52));
    expect(unheard.complaint).toMatchObject({ outcome: 'rejected', decidedAt: endOfDay(52) });
    expect(waitingOn(unheard).party).toBe('nobody');
    expect(deadlinesOf(unheard)).toMatchObject([{ name: 'case:close', dueAt: '2026-08-26T19:00:00.000Z' }]);
    expect(asOf(filed, onDay(200)).overAt).toBe('2026-08-26T19:00:00.000Z');
  });

  test('filed on the last day ends the case when it is decided', () => {
    const last = done(complain(refused, '2026-08-26T18:00:00.000Z'));
    const decided = done(decide(last, onDay(120), { outcome: 'rejected', returnTo: null }));
    expect(asOf(decided, onDay(120)).overAt).toBe(onDay(120));
  });

  test('is filed once', () => {
    expect(complain(filed, onDay(25))).toBe('act-out-of-order');
    const rejected = done(decide(filed, onDay(40), { outcome: 'rejected', returnTo: null }));
    expect(complain(rejected, onDay(41))).toBe('act-out-of-order');
  });

  test.each([...returnStages, null])(
    'that is satisfied names a stage that the case has been in, and none that was passed: %s',
    (returnTo) => {
      const passed = returnTo === 'language-test' || returnTo === 'interview';
      const outcome = decide(filed, onDay(40), { outcome: 'satisfied', returnTo });
      if (returnTo === null || passed) expect(outcome).toBe('return-stage-wrong');
      else expect(done(outcome)).toMatchObject({ closedAt: null, deemedRefusedAt: null });
    },
  );

  test('that is satisfied has an interview held again that was failed', () => {
    const failed = { ...filed, interview: { ...filed.interview!, outcome: 'failed' as const } };
    const back = done(decide(failed, onDay(40), { outcome: 'satisfied', returnTo: 'interview' }));
    expect(back).toMatchObject({ status: 'awaiting-schedule', interview: null });
  });

  test('is possible for six months about an act that nobody was told how to complain of', () => {
    const untold = { ...refused, noticesToProve: {} };
    expect(deadlinesOf(untold)).toMatchObject([{ name: 'case:close', dueAt: '2026-11-26T19:00:00.000Z' }]);
  });

  test.each(['form', 'scoring', 'verification'] as const)(
    'that sends the case back to %s leaves an interview that was passed, and the case is decided without another',
    (returnTo) => {
      const back = done(decide(filed, onDay(40), { outcome: 'satisfied', returnTo }));
      expect(back.interview).toEqual(filed.interview);
      const [form, score, ...rest] = [
        tell('form-submitted', { day: 41 }),
        tell('application-scored', { day: 41 }),
        tell('documents-judged', { day: 42 }),
        ...permanentChecks.map((check) => answeredClear(check, 42)),
      ];
      const owed = { form: [form!, score!], scoring: [score!], verification: [] }[returnTo];
      const found = [...owed, ...rest].reduce(
        (file, told) => applyEvent(file.caseId, file, { ...told, seq: file.seq + 1, causeId: 'x' } as never),
        back,
      );
      expect(found).toMatchObject({ status: 'awaiting-proposal', interview: { outcome: 'passed' } });
      expect(mayGrant(found)).toBe(true);
    },
  );

  test('told in a record of before lets the interview fall, as it was told then', () => {
    const decided = anEvent('complaint-decided', { day: 40, seq: filed.seq + 1 });
    const told = anEvent('decision-set-aside', {
      ...{ day: 40, seq: filed.seq + 2, data: { returnTo: 'verification' } },
    });
    const back = [decided, told].reduce((file, event) => applyEvent(file.caseId, file, event), filed);
    expect(back.interview).toBeNull();
  });

  test('is possible again about a new refusal', () => {
    const back = done(decide(filed, onDay(40), { outcome: 'satisfied', returnTo: 'decision' }));
    const again = [
      tell('decision-proposed', { day: 41, data: { outcome: 'refuse', hearing: true } }),
      tell('hearing-closed', { day: 46 }),
      tell('decision-approved', { day: 47, data: { outcome: 'refuse' } }),
      tell('application-refused', { day: 47 }),
    ].reduce(
      (file, told) => applyEvent(file.caseId, file, { ...told, seq: file.seq + 1, causeId: 'x' } as never),
      back,
    );
    expect(done(complain(again, onDay(50))).complaint).toMatchObject({ filedAt: onDay(50), outcome: null });
  });
});

describe('a complaint about a lapse', () => {
  const filed = done(complain(fileOf(livesTo.lapsed), onDay(95)));
  const satisfied = (returnTo: ReturnStage) => decide(filed, onDay(105), { outcome: 'satisfied', returnTo });

  test('gives the applicant a new turn', () => {
    expect(filed.complaint?.against).toBe('lapse');
    const back = done(satisfied('language-test'));
    expect(back.clocks.turn).toMatchObject({ turn: 'language-test', startedAt: onDay(105), endedAt: null });
  });

  test.each(returnStages.filter((stage) => stage !== 'language-test'))(
    'cannot bring a case to %s, where it has never been',
    (stage) => {
      expect(satisfied(stage)).toBe('return-stage-wrong');
    },
  );
});

describe('a complaint about an annulment', () => {
  const annulled = fileOf(livesTo.annulled);
  const filed = done(complain(annulled, onDay(40)));

  test('that is satisfied lets the certificate stand again, at no stage', () => {
    expect(filed.complaint?.against).toBe('annulment');
    expect(satisfy(filed, onDay(41), 'decision')).toBe('return-stage-wrong');
    const stands = done(satisfy(filed, onDay(41), null));
    expect(stands).toMatchObject({ status: 'granted', proposal: null });
    expect(deadlinesOf(stands).map(({ name }) => name)).toEqual(['certificate:remind', 'certificate:expire']);
  });
});

describe('a complaint about silence', () => {
  const filed = done(complain(silent, onDay(37)));

  test('is possible once the term has passed undecided, while the case goes on', () => {
    expect(silent).toMatchObject({ deemedRefusedAt: endOfDay(35), status: 'awaiting-schedule' });
    expect(filed).toMatchObject({ status: 'awaiting-schedule', complaint: { against: 'silence' } });
    expect(waitingOn(filed).party).toBe('caseworker');
    expect(complain(asOf(fileOf(livesTo['awaiting-schedule']), onDay(35)), onDay(35))).toBe(
      'act-out-of-order',
    );
  });

  test('that is satisfied returns to no stage and leaves the case where it is', () => {
    expect(satisfy(filed, onDay(38), 'interview')).toBe('return-stage-wrong');
    const satisfied = done(satisfy(filed, onDay(38), null));
    expect(satisfied).toMatchObject({ status: 'awaiting-schedule', deemedRefusedAt: endOfDay(35) });
    expect(satisfied.clocks.service.startedAt).toBe(onDay(0));
  });

  test('is filed once about one silence', () => {
    const rejected = done(decide(filed, onDay(60), { outcome: 'rejected', returnTo: null }));
    expect(complain(rejected, onDay(61))).toBe('act-out-of-order');
  });

  test('is decided before the refusal that came meanwhile is complained of', () => {
    const meanwhile = [
      tell('interview-scheduled', { day: 38 }),
      tell('interview-recorded', { day: 45 }),
      tell('decision-proposed', { day: 45, data: { outcome: 'refuse', hearing: true } }),
      tell('hearing-closed', { day: 49 }),
      tell('decision-approved', { day: 50, data: { outcome: 'refuse' } }),
      tell('application-refused', { day: 50 }),
    ].reduce(
      (file, told) => applyEvent(file.caseId, file, { ...told, seq: file.seq + 1, causeId: 'x' } as never),
      filed,
    );
    expect(complain(meanwhile, onDay(51))).toBe('act-out-of-order');
    const decided = done(decide(meanwhile, onDay(52), { outcome: 'rejected', returnTo: null }));
    expect(done(complain(decided, onDay(53))).complaint).toMatchObject({ against: 'refusal', outcome: null });
  });

  test('ends with an application that is withdrawn: nobody owes an answer any more', () => {
    const withdrawn = done(
      does('withdrawApplication', filed, { at: onDay(38), actor: applicant, data: { reason: null } }),
    );
    expect(withdrawn.clocks.complaint?.endedAt).toBe(onDay(38));
    expect(waitingOn(withdrawn).party).toBe('nobody');
    expect([tasksOf(withdrawn), deadlinesOf(withdrawn), waitingUntil(withdrawn)]).toEqual([[], [], null]);
  });

  test('is not possible any more when it was granted late, also while an annulment is considered', () => {
    const granted = [
      tell('interview-scheduled', { day: 37 }),
      tell('interview-recorded', { day: 44 }),
      tell('decision-proposed', { day: 45 }),
      tell('decision-approved', { day: 46 }),
      tell('certificate-issued', { day: 46 }),
      tell('decision-proposed', { day: 60, data: { outcome: 'annul', hearing: true } }),
    ].reduce(
      (file, told) => applyEvent(file.caseId, file, { ...told, seq: file.seq + 1, causeId: 'x' } as never),
      silent,
    );
    expect(granted).toMatchObject({ status: 'awaiting-hearing', deemedRefusedAt: endOfDay(35) });
    expect(complain(granted, onDay(61))).toBe('act-out-of-order');
  });
});

describe('nothing can be complained of', () => {
  test.each(['awaiting-form', 'verification', 'awaiting-approval', 'granted'] as const)('in %s', (status) => {
    const outcome = complain(after(status), onDay(20));
    expect(outcome).toBe('act-out-of-order');
  });

  test.each(['withdrawn', 'expired'] as const)('in a case that is %s and over', (status) => {
    expect(complain(after(status), onDay(400))).toBe('case-over');
  });
});
