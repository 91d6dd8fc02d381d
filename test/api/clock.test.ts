/** The clocks of a case: who reads them, that their lines add up, and that their certificate can be computed again. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { and, eq } from 'drizzle-orm';
import { Value } from 'typebox/value';
import { hashOfJson } from '../../db/hash';
import { caseEvents, cases } from '../../db/schema';
import { ClockCertificate } from '../../domain/clock-certificate';
import type { Role } from '../../domain/roles';
import { checkCertificate } from '../../policy/clock/check-certificate';
import { recordCase, textRef } from './office/cases';
import { openOffice, type Office } from './office/office';

type Segment = Record<string, string>;

const outage = { from: '2026-11-20T05:00:00.000Z', to: '2026-11-20T05:30:00.000Z' };

let office: Office;
let caseId: string;
beforeAll(async () => {
  office = await openOffice();
  caseId = await recordCase(office, 'toSchedule', {
    openedAt: '2026-11-02T05:00:00.000Z',
    then: [
      {
        type: 'clock-stopped',
        data: { reason: 'expert-opinion', effect: 'continue', text: textRef('text-9') },
      },
      { type: 'clock-resumed', data: { text: textRef('text-9') } },
      { type: 'clock-extended', data: { days: 5, text: textRef('text-9') } },
      { type: 'outage-noted', data: { ...outage, terms: ['objection'] } },
    ],
  });
});
afterAll(() => office.close());

const isEvent = (seq: number) => and(eq(caseEvents.caseId, caseId), eq(caseEvents.seq, seq));

const doors: [string, string, Role][] = [
  ['/applications', 'p-one', 'applicant'],
  ['/admin/cases', 's-1', 'caseworker'],
  ['/audit/cases', 's-1', 'auditor'],
];

async function ask(url: string, subject: string, role: Role, accept?: string) {
  const headers = { ...(await office.bearer(subject, role)), ...(accept !== undefined && { accept }) };
  return office.app.inject({ url, headers });
}

describe.each(doors)('the clocks at %s', (prefix, subject, role) => {
  test('come with their terms, and their lines add up', async () => {
    const reply = await ask(`${prefix}/${caseId}/clock`, subject, role);
    expect(reply.statusCode).toBe(200);
    const seen = reply.json();
    expect(seen).toMatchObject({ caseId, calendar: 'kz-2026-03', officerStop: null, deemedRefusedAt: null });
    const names = seen.clocks.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['service', 'target', 'verification', 'turn']);
    for (const { lines, reading, term, segments } of seen.clocks) {
      const sum = (member: string) =>
        lines.reduce((total: number, line: Record<string, number>) => total + (line[member] ?? 0), 0);
      expect(sum('counted')).toBe(reading.daysUsed);
      expect(term.source.length).toBeGreaterThan(10);
      const [starts, ends] = ['from', 'to'].map((edge) => segments.map((segment: Segment) => segment[edge]));
      expect(starts.slice(1)).toEqual(ends.slice(0, -1));
    }
    expect(seen.outages).toEqual([outage]);
    const [service] = seen.clocks;
    expect(service).toMatchObject({ term: { value: { days: 30 }, confidence: 'press' } });
    expect(service.reading.termDays).toBe(35);
    expect(service.lines).toContainEqual(expect.objectContaining({ kind: 'extension', days: 5 }));
    const grounds = service.segments.flatMap((segment: { grounds: object[] }) => segment.grounds);
    expect(grounds).toContainEqual(
      expect.objectContaining({
        basis: 'officer:expert-opinion',
        confidence: 'assumption',
        end: { by: expect.objectContaining({ role: 'caseworker' }), knownAt: expect.any(String) },
      }),
    );
    expect(service.segments.map(({ kind }: { kind: string }) => kind)).toContain('stopped');
  });

  test('are certified so that the file alone proves itself', async () => {
    const reply = await ask(`${prefix}/${caseId}/clock/certificate`, subject, role);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/^application\/json/),
    ]);
    const certificate = reply.json();
    expect(Value.Check(ClockCertificate, certificate)).toBe(true);
    expect(checkCertificate(certificate, hashOfJson)).toEqual([]);
    const [row] = await office.deps.db.select().from(cases).where(eq(cases.caseId, caseId));
    expect([certificate.recordHash, certificate.seq]).toEqual([row?.headHash, row?.seq]);
    certificate.clocks[0].term.value.days = 40;
    expect(checkCertificate(certificate, hashOfJson)).not.toEqual([]);
  });

  test('are certified as of any event of the record, the same whenever it is asked', async () => {
    const url = `${prefix}/${caseId}/clock/certificate?seq=5`;
    const [first, again] = [await ask(url, subject, role), await ask(url, subject, role)];
    expect(again.body).toBe(first.body);
    const certificate = first.json();
    expect(checkCertificate(certificate, hashOfJson)).toEqual([]);
    const [row] = await office.deps.db.select().from(caseEvents).where(isEvent(5));
    expect(certificate).toMatchObject({ seq: 5, recordHash: row?.hash, at: '2026-11-02T09:00:00.000Z' });
    const page = await ask(url, subject, role, 'text/html');
    expect(page.body).toContain(`Certificate of the clocks of case ${caseId}`);
    expect(page.body).toContain(certificate.sha256);
  });

  test.each([
    ['999', 404, 'not-found'],
    ['0', 422, 'invalid-input'],
    ['one', 422, 'invalid-input'],
  ])('are not certified as of event %s', async (seq, status, code) => {
    const reply = await ask(`${prefix}/${caseId}/clock/certificate?seq=${seq}`, subject, role);
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
    if (status === 404) expect(reply.json().detail).toBe('The case has no such event.');
  });

  test('can be printed', async () => {
    const url = `${prefix}/${caseId}/clock/certificate`;
    const reply = await ask(url, subject, role, 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8');
    expect(reply.headers['content-type']).toMatch(/^text\/html/);
    expect(reply.headers['content-security-policy']).toMatch(/default-src 'none'; style-src 'unsafe-inline'/);
    expect(reply.headers.vary).toContain('Accept');
    expect(reply.body).toContain(`Certificate of the clocks of case ${caseId}`);
    expect(reply.body).not.toContain('<script');
  });
});

test.each([
  ['application/json', 'json'],
  ['*/*', 'json'],
  ['text/html;q=0.3, application/json', 'json'],
  ['application/json;q=0.2, text/html;q=0.4', 'html'],
  ['TEXT/HTML', 'html'],
  ['image/png', 'json'],
])('Accept: %s is answered in %s', async (accept, kind) => {
  const reply = await ask(`/applications/${caseId}/clock/certificate`, 'p-one', 'applicant', accept);
  expect(reply.headers['content-type']).toContain(kind);
});

test('a clock that an officer holds says so, with the rule', async () => {
  const held = await recordCase(office, 'toSchedule', {
    then: [
      {
        type: 'clock-stopped',
        data: { reason: 'court-proceedings', effect: 'continue', text: textRef('text-9') },
      },
    ],
  });
  const { officerStop, clocks } = (await ask(`/audit/cases/${held}/clock`, 'a', 'auditor')).json();
  expect(officerStop).toMatchObject({
    reason: 'court-proceedings',
    rule: { value: { effect: 'continue' }, confidence: 'assumption' },
  });
  expect(clocks[0].reading).toMatchObject({ running: false, dueAt: null });
});

test('the clocks of another’s case are not there', async () => {
  const foreign = await recordCase(office, 'toSchedule', { applicantId: 'p-two' });
  for (const path of ['clock', 'clock/certificate'])
    expect((await ask(`/applications/${foreign}/${path}`, 'p-one', 'applicant')).statusCode).toBe(404);
});
