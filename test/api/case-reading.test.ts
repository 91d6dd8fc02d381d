/** Reading a whole case, its record and its clock; and the note that it was read. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { permanentChecks } from '../../domain/agencies';
import { accessLog, agencyAnswers, caseTexts, persons } from '../../db/schema';
import type { Role } from '../../domain/roles';
import { recordCase, steps } from './office/cases';
import { openOffice, type Office } from './office/office';

const hash = 'a'.repeat(64);
const identity = {
  surname: 'Sadyrkulov',
  givenName: 'Timur',
  bornOn: '1988-03-14',
  citizenship: 'KGZ',
  passportNumber: 'PE9100417',
};

let office: Office;
let caseId: string;
beforeAll(async () => {
  office = await openOffice();
  caseId = await recordCase(office, 'proposed');
  const { db } = office.deps;
  await db.insert(persons).values({ personId: 'person-1', caseId, identity, sha256: hash });
  const body = { record: 'none' };
  const answer = {
    agency: 'criminal-registry',
    answerId: 'answer-1',
    requestId: 'r2',
    caseId,
    body,
    sha256: hash,
  };
  await db.insert(agencyAnswers).values(answer);
  await db.insert(caseTexts).values([
    { textId: 'text-1', caseId, body: 'He spoke well.', sha256: hash },
    { textId: 'text-2', caseId, body: 'Nothing stands against it.', sha256: hash },
    { textId: 'text-3', caseId, body: 'Knows the town.', sha256: hash },
  ]);
});
afterAll(() => office.close());

const ask = async (url: string, role: Role) =>
  office.app.inject({ url, headers: await office.bearer(`a-${role}`, role) });

describe('a whole case', () => {
  test('shows the person, the evidence, the words and the score with its label', async () => {
    const reply = await ask(`/admin/cases/${caseId}`, 'supervisor');
    expect(reply.statusCode).toBe(200);
    const seen = reply.json();
    expect(seen).toMatchObject({
      caseId,
      status: 'awaiting-approval',
      person: identity,
      score: { demonstration: true, total: 430 },
      proposal: { version: steps.proposed, outcome: 'grant', text: 'Nothing stands against it.' },
      moves: ['assignCase', 'approveDecision', 'returnDecision', 'extendClock'],
      clock: { running: true },
    });
    expect(seen.findings).toHaveLength(permanentChecks.length);
    expect(seen.findings[1]).toMatchObject({
      check: 'criminal-registry',
      result: 'clear',
      evidence: { record: 'none' },
    });
    expect(seen.notes.map(({ event, text }: { event: string; text: string }) => [event, text])).toEqual([
      ['interview-recorded', 'He spoke well.'],
      ['interview-recorded', 'Knows the town.'],
      ['decision-proposed', 'Nothing stands against it.'],
    ]);
  });

  test('offers each reader his own moves', async () => {
    expect((await ask(`/admin/cases/${caseId}`, 'caseworker')).json().moves).toEqual([
      'assignCase',
      'stopClock',
    ]);
    expect((await ask(`/admin/cases/${caseId}`, 'auditor')).json().moves).toEqual([]);
  });
});

describe('somebody with two roles', () => {
  const movesFor = async (subject: string) => {
    const token = await office.tokens.sign(subject, ['caseworker', 'supervisor']);
    const headers = { authorization: `Bearer ${token}` };
    return (await office.app.inject({ url: `/admin/cases/${caseId}`, headers })).json().moves;
  };

  test('is offered what either of them may do', async () => {
    expect(await movesFor('zarina')).toEqual([
      'assignCase',
      'approveDecision',
      'returnDecision',
      'stopClock',
      'extendClock',
    ]);
  });

  test('is not offered to approve or to return what he proposed himself', async () => {
    expect(await movesFor('a-person')).toEqual(['assignCase', 'stopClock', 'extendClock']);
  });
});

describe('the record', () => {
  test('comes in its order, page by page', async () => {
    const first = (await ask(`/audit/cases/${caseId}/events?limit=8`, 'auditor')).json();
    expect(first.events.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(first.next).toBe(8);
    const rest = (await ask(`/audit/cases/${caseId}/events?after=8&limit=8`, 'auditor')).json();
    expect([rest.events.length, rest.next]).toEqual([steps.proposed - 8, null]);
    expect(rest.events[0].previousHash).toBe(first.events[7].hash);
    expect(first.events[0]).toMatchObject({
      type: 'application-opened',
      data: { region: 'akmola' },
      actor: { role: 'caseworker' },
      effectiveAt: expect.stringMatching(/Z$/),
      recordedAt: expect.stringMatching(/Z$/),
    });
  });
});

describe('the access log', () => {
  const notes = async () => {
    await sleep(700);
    return office.deps.db.select().from(accessLog);
  };

  test('knows who read which file, who was turned away, and not that an applicant read his own', async () => {
    const before = (await notes()).length;
    await ask(`/admin/cases/${caseId}`, 'caseworker');
    await ask(`/audit/cases/${caseId}/clock`, 'caseworker');
    await ask('/admin/cases/7Q4M-2XHD-9F3T', 'auditor');
    await office.app.inject({
      url: `/applications/${caseId}`,
      headers: await office.bearer('p-one', 'applicant'),
    });
    const fresh = (await notes()).slice(before);
    expect(fresh.map(({ actorId, audit, status }) => [actorId, audit, status])).toEqual([
      ['a-caseworker', 'case-read', 200],
      ['a-caseworker', 'clock-read', 403],
      ['a-auditor', 'case-read', 404],
    ]);
    expect(fresh[0]?.caseId).toBe(caseId);
  });
});

describe('the log of requests', () => {
  test('knows the route, never the address, the token or the person', async () => {
    office.lines.length = 0;
    await ask('/admin/worklist?assignee=s-secret', 'caseworker');
    const line = JSON.parse(office.lines.at(-1) ?? '{}');
    expect(line).toMatchObject({
      method: 'GET',
      route: '/admin/worklist',
      status: 200,
      ms: expect.any(Number),
    });
    expect(office.lines.join('')).not.toMatch(/s-secret|Bearer|a-caseworker/);
  });
});

test('health: alive in any case, ready only when the work can be done', async () => {
  expect((await office.app.inject({ url: '/health/live' })).json()).toEqual({ status: 'ok' });
  expect((await office.app.inject({ url: '/health/ready' })).statusCode).toBe(200);
  const other = await openOffice({
    ready: () => Promise.reject(new Error('no database')),
    fastForward: null,
  });
  const unready = await other.app.inject({ url: '/health/ready' });
  const url = `/development/cases/${caseId}/fast-forward`;
  const moved = await other.app.inject({ method: 'POST', url, headers: await other.bearer('a', 'operator') });
  await other.close();
  expect([unready.statusCode, unready.json().code]).toEqual([503, 'service-unavailable']);
  expect(moved.statusCode).toBe(404);
});

test('time is moved by whole days, within bounds', async () => {
  const headers = await office.bearer('a', 'operator');
  const url = `/development/cases/${caseId}/fast-forward`;
  const move = (days: unknown) => office.app.inject({ method: 'POST', url, headers, payload: { days } });
  expect((await move(30)).json()).toMatchObject({ caseId, ended: false });
  for (const days of [0, 401, 1.5, '3']) expect((await move(days)).json().code).toBe('invalid-input');
});
