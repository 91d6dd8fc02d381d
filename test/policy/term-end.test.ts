/** A policy whose term is extended by the rule when it ends: from the timer to the auditor's desk. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { examineClocks } from '../../audit/clock-file';
import { compareDeadlines } from '../../audit/compare-deadlines';
import { tell as tellStory } from '../../audit/fold-steps';
import { hashOfJson } from '../../db/hash';
import { theService } from '../../domain/actor';
import { applyEvent } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import { tellClocks } from '../../domain/clock-record';
import type { CaseEvent } from '../../domain/events';
import { certifyCase } from '../../policy/clock/certify-case';
import { asOf, deadlinesOf, eventOfDeadline, findDueBy } from '../../policy/deadlines';
import { noticeOf } from '../../policy/notices';
import { policies, policyOf, type Policy } from '../../policy/policies';
import { assumption } from '../../policy/rule';
import { readClock } from '../../policy/service-clock';
import { caseId, livesTo, onDay, story, tell } from '../support/case-files';

const extending = (days: number, version: string): Policy => ({
  ...policyOf('2026-04-13'),
  version,
  termEnd: assumption({ action: 'extend', days }, 'a test of what a row may choose'),
});
const tested = [extending(20, 'test-extends'), extending(90, 'test-extends-too-far')];
beforeAll(() => void (policies as Policy[]).push(...tested));
afterAll(() => void (policies as Policy[]).splice(-tested.length));

const endOfDay = (day: number) => onDay(day, '19:00:00.000');

function lifeUnder(policyVersion: string): { file: CaseFile; events: CaseEvent[] } {
  const [, ...then] = livesTo['awaiting-schedule'];
  const events = story([tell('application-opened', { data: { policyVersion } }), ...then]);
  const file = events.reduce<CaseFile | null>((now, event) => applyEvent(caseId, now, event), null);
  return { file: file!, events };
}

/** Everything that the timers do until an instant. */
function untilEndOf(day: number, { file, events }: ReturnType<typeof lifeUnder>) {
  const told = [...events];
  let now = file;
  for (let due = findDueBy(now, endOfDay(day)); due !== undefined; due = findDueBy(now, endOfDay(day))) {
    const event = eventOfDeadline(now, due);
    told.push(event);
    now = applyEvent(caseId, now, event);
  }
  return { file: now, events: told };
}

const life = () => lifeUnder('test-extends');
const termEndOf = (file: CaseFile) => readClock(file, file.lastAt).dueAt!;
const typesOf = (events: readonly CaseEvent[]) => events.map(({ type }) => type);

test('the term is extended at its end, by the service, and nobody is refused by silence yet', () => {
  const { file, events } = life();
  const end = termEndOf(file);
  const extended = asOf(file, end);
  expect(deadlinesOf(file).filter(({ dueAt }) => dueAt === end)).toMatchObject([{ name: 'clock:extend' }]);
  expect(extended.deemedRefusedAt).toBeNull();
  expect(extended.escalation).toBeNull();
  const all = untilEndOf(60, { file, events }).events;
  expect(all.find(({ type }) => type === 'clock-extended')).toMatchObject({
    effectiveAt: end,
    actor: theService,
    causeId: 'deadline:clock:extend',
    data: { days: 20, text: null },
  });
  expect(termEndOf(extended) > end).toBe(true);
  expect(extended.clocks.service.extensions).toMatchObject([{ days: 20, basis: 'rule', by: theService }]);
});

test('it is extended once: silence past the later end is a refusal, and a supervisor must look', () => {
  const { file, events } = untilEndOf(80, life());
  const types = typesOf(events);
  expect(types.filter((type) => type === 'clock-extended')).toHaveLength(1);
  expect(types.indexOf('deemed-refused')).toBeGreaterThan(types.indexOf('clock-extended'));
  expect(file.escalated).toContain('service-clock');
});

test('the applicant is told of it within three working days', () => {
  const { file, events } = life();
  const { events: all } = untilEndOf(60, { file, events });
  const steps = tellStory(caseId, all).steps;
  const step = steps.find(({ event }) => event.type === 'clock-extended')!;
  const notice = noticeOf(step.event, step.before, step.after)!;
  expect(notice).toMatchObject({ kind: 'clock-extended', facts: { days: 20 } });
  expect(notice.dueBy! > step.event.effectiveAt).toBe(true);
});

test('its certificate is clean, and that of a policy without such a row would not be', () => {
  const { file, events } = untilEndOf(40, life());
  const certificate = certifyCase(tellClocks(caseId, events)!, {
    recordHash: 'a'.repeat(64),
    at: file.lastAt,
    hash: hashOfJson,
  });
  expect(certificate.clocks[0]?.ledger.extensions).toMatchObject([{ basis: 'rule' }]);
  expect(examineClocks(certificate).findings).toEqual([]);
  const elsewhere = examineClocks({ ...certificate, policyVersion: '2026-04-13' }).findings;
  expect(elsewhere.map(({ pointer }) => pointer)).toContain('/clocks/0/ledger/extensions/0/basis');
});

test('the auditor finds it due, and misses it where it was left out', () => {
  const { events } = untilEndOf(60, life());
  expect(compareDeadlines(tellStory(caseId, events), endOfDay(60)).findings).toEqual([]);
  const at = events.findIndex(({ type }) => type === 'clock-extended');
  const without = events.filter((_, index) => index < at);
  const act = { ...story([tell('case-assigned', { day: 50 })])[0]!, seq: at + 1 };
  const { findings } = compareDeadlines(tellStory(caseId, [...without, act]), endOfDay(50));
  expect(findings[0]?.words).toMatch(/^The deadline clock:extend was due/);
});

test('a row that would go beyond two months extends nothing', () => {
  const { events } = untilEndOf(60, lifeUnder('test-extends-too-far'));
  expect(typesOf(events)).not.toContain('clock-extended');
  expect(typesOf(events)).toContain('deemed-refused');
});

test('no policy of today chooses it', () => {
  const today = policies.filter((policy) => !tested.includes(policy));
  expect(today.map(({ termEnd }) => termEnd.value)).toEqual(today.map(() => ({ action: 'deemed-refusal' })));
});
