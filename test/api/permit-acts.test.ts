/** An officer decides on a permit, its holder reports a change, two people reopen a decision: held against the rules. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildApp } from '../../api/app';
import type { Role } from '../../domain/roles';
import { caseworker, supervisor } from '../support/usual-events';
import { tell } from '../support/tell';
import { openOffice, type Office } from './office/office';
import { heldAgainstRules, permitHolder, recordPermit } from './office/permits';

let office: Office;
let app: Awaited<ReturnType<typeof buildApp>>;
beforeAll(async () => {
  office = await openOffice();
  app = await buildApp({ ...office.deps, casework: heldAgainstRules(office) });
});
afterAll(async () => {
  await app?.close();
  await office.close();
});
beforeEach(() => {
  office.asked.length = 0;
});

async function act(path: string, payload: object, [subject, role]: [string, Role] = ['s-1', 'caseworker']) {
  const headers = await office.acting(subject, role);
  const reply = await app.inject({ method: 'POST', url: path, headers, payload });
  const { code, errors } = reply.json<{ code?: string; errors?: { pointer: string }[] }>();
  return { status: reply.statusCode, code, errors };
}

const proposed = tell('decision-proposed', { day: 1, data: { outcome: 'grant', text: null } });
const judgedAdverse = [
  tell('answer-contradicted', { day: 1 }),
  tell('finding-judged', { day: 1, data: { judgement: 'adverse' } }),
];
const papersMissing = { grounds: [{ ground: 'documents-not-supplied', evidence: 'documents' }] };
const refusal = { outcome: 'refuse', text: 'the papers never came', ...papersMissing };

describe('an officer’s decision', () => {
  const decide = (caseId: string, payload: object, who?: [string, Role]) =>
    act(`/admin/cases/${caseId}/officer-decision`, payload, who);
  const proposedOn = async () => {
    const caseId = await recordPermit(office, 'awaiting-decision', { then: [proposed] });
    const seq = (await office.deps.db.query.cases.findMany()).find((row) => row.caseId === caseId)?.seq;
    return { caseId, version: Number(seq) };
  };

  test('confirms the proposal of the rule by its version', async () => {
    const { caseId, version } = await proposedOn();
    expect(await decide(caseId, { outcome: 'grant', version })).toMatchObject({ status: 200 });
    expect(office.asked.at(-1)).toMatchObject({
      verb: 'decideApplication',
      entry: { data: { outcome: 'grant', version, reasons: [], text: null } },
    });
  });

  test('of a version that is not the standing one is refused, and of the other outcome too', async () => {
    const { caseId, version } = await proposedOn();
    const others = [
      { outcome: 'grant', version: version - 1 },
      { ...refusal, version },
    ];
    for (const other of others) {
      expect(await decide(caseId, other)).toMatchObject({ status: 409, code: 'stale-version' });
    }
  });

  test('cannot grant what a finding stands against', async () => {
    const caseId = await recordPermit(office, 'awaiting-decision', { then: judgedAdverse });
    expect(await decide(caseId, { outcome: 'grant' })).toMatchObject({ code: 'grant-blocked' });
  });

  test('without words or without a ground is no refusal', async () => {
    const caseId = await recordPermit(office, 'awaiting-decision');
    const { text, grounds, outcome } = refusal;
    for (const part of [
      { outcome, grounds },
      { outcome, text },
      { outcome, text, grounds: [] },
    ]) {
      expect(await decide(caseId, part)).toMatchObject({ code: 'reasons-missing' });
    }
  });

  test('names only grounds that are of permits, and none with a grant', async () => {
    const caseId = await recordPermit(office, 'awaiting-decision');
    const foreign = { ...refusal, grounds: [{ ground: 'score-below-threshold', evidence: 'form' }] };
    for (const wrong of [foreign, { ...refusal, outcome: 'grant' }]) {
      const answer = await decide(caseId, wrong);
      expect([answer.status, answer.errors?.[0]?.pointer]).toEqual([
        422,
        expect.stringMatching(/^\/grounds/),
      ]);
    }
    expect(office.asked).toEqual([]);
  });

  test('names a ground with what can show it', async () => {
    const caseId = await recordPermit(office, 'awaiting-decision');
    const known = { ground: 'no-insurance', evidence: 'insurance-register' };
    const wrong = { ground: 'wanted', evidence: 'insurance-register' };
    const answer = await decide(caseId, { ...refusal, grounds: [known, wrong] });
    expect(answer.errors).toMatchObject([
      { pointer: '/grounds/1/evidence', code: 'evidence-of-another-ground' },
    ]);
    expect(office.asked).toEqual([]);
  });

  test.each<[string, Role]>([
    [permitHolder, 'applicant'],
    ['s-9', 'supervisor'],
    ['a-1', 'auditor'],
    ['o-1', 'operator'],
  ])('is not for %s, the %s', async (subject, role) => {
    const caseId = await recordPermit(office, 'awaiting-decision');
    const answer = await decide(caseId, { outcome: 'grant' }, [subject, role]);
    expect(answer).toMatchObject({ status: 403, code: 'not-permitted' });
    expect(office.asked).toEqual([]);
  });

  test('comes only when there is something to decide', async () => {
    const caseId = await recordPermit(office, 'verification');
    expect(await decide(caseId, { outcome: 'grant' })).toMatchObject({
      status: 409,
      code: 'act-out-of-order',
    });
  });
});

describe('a change that is reported', () => {
  const report = (caseId: string, payload: object, subject = permitHolder) =>
    act(`/applications/${caseId}/changes`, payload, [subject, 'applicant']);
  const ended = { change: 'contract-ended', on: '2026-05-10', text: 'Marked words' };

  test('within the term goes on, with its words kept aside', async () => {
    const caseId = await recordPermit(office, 'granted');
    expect(await report(caseId, ended)).toMatchObject({ status: 200 });
    const { data } = office.asked.at(-1)!.entry;
    expect(data).toMatchObject({ change: 'contract-ended', on: '2026-05-10' });
    expect(JSON.stringify(data)).not.toContain('Marked');
  });

  test.each(['2026-05-05', '2026-05-13'])(
    'on %s, before the permit began or after today, is refused',
    async (on) => {
      const caseId = await recordPermit(office, 'granted');
      expect(await report(caseId, { ...ended, on })).toMatchObject({ code: 'change-not-in-term' });
    },
  );

  test('of another’s permit is not found, and before a grant nothing can change', async () => {
    const granted = await recordPermit(office, 'granted');
    expect(await report(granted, ended, 'p-other')).toMatchObject({ status: 404, code: 'not-found' });
    expect(office.asked).toEqual([]);
    const open = await recordPermit(office, 'verification');
    expect(await report(open, ended)).toMatchObject({ status: 409 });
  });

  test('of a kind that is none is named by its pointer', async () => {
    const caseId = await recordPermit(office, 'granted');
    const answer = await report(caseId, { ...ended, change: 'moved-house' });
    expect([answer.status, answer.errors?.[0]?.pointer]).toEqual([422, '/change']);
  });
});

describe('a change that somebody claims', () => {
  const told = tell('change-claimed', { day: 4, actor: caseworker });
  const decide = (caseId: string, payload: object, who?: [string, Role]) =>
    act(`/admin/cases/${caseId}/changes/decision`, { reason: 'Marked words', ...payload }, who);
  const claimedOn = async () => {
    const caseId = await recordPermit(office, 'granted', { then: [told] });
    const seq = (await office.deps.db.query.cases.findMany()).find((row) => row.caseId === caseId)?.seq;
    return { caseId, claim: Number(seq) };
  };

  test('is decided by another officer or a supervisor, with its reason kept aside', async () => {
    const { caseId, claim } = await claimedOn();
    for (const role of ['caseworker', 'supervisor'] as const) {
      expect(await decide(caseId, { claim, outcome: 'dismiss' }, ['s-2', role])).toMatchObject({
        status: 200,
      });
    }
    const { verb, entry } = office.asked.at(-1)!;
    expect({ verb, data: entry.data }).toMatchObject({
      verb: 'decideChange',
      data: { claim, outcome: 'dismiss' },
    });
    expect(JSON.stringify(entry.data)).not.toContain('Marked');
  });

  test('is not decided by who claimed it, nor unread, nor without a reason', async () => {
    const { caseId, claim } = await claimedOn();
    const confirm = { claim, outcome: 'confirm' };
    expect(await decide(caseId, confirm, [caseworker.id, 'caseworker'])).toMatchObject({ code: 'four-eyes' });
    expect(await decide(caseId, { ...confirm, claim: claim - 1 })).toMatchObject({ code: 'stale-version' });
    expect(await decide(caseId, { ...confirm, reason: undefined })).toMatchObject({ status: 422 });
    expect(await decide(caseId, confirm, [permitHolder, 'applicant'])).toMatchObject({ status: 403 });
  });
});

describe('a decision that a later answer contradicts', () => {
  const contradicted = tell('reopening-proposed', { day: 3 });
  const supported = tell('reopening-supported', { day: 3, actor: supervisor });
  const bySomebody = tell('reopening-supported', { day: 3, actor: caseworker });
  const reason = 'the registry was late';
  const support = (caseId: string) => act(`/admin/cases/${caseId}/reopening/support`, { reason });
  const decide = (caseId: string, subject: string) =>
    act(`/admin/cases/${caseId}/reopening/decision`, { outcome: 'reopen', reason }, [subject, 'supervisor']);

  test('is supported by an officer, once', async () => {
    const caseId = await recordPermit(office, 'granted', { then: [contradicted] });
    expect(await support(caseId)).toMatchObject({ status: 200 });
    const again = await recordPermit(office, 'granted', { then: [contradicted, bySomebody] });
    expect(await support(again)).toMatchObject({ code: 'act-out-of-order' });
  });

  test('is reopened by a supervisor who is another person', async () => {
    const caseId = await recordPermit(office, 'granted', { then: [contradicted, supported] });
    expect(await decide(caseId, supervisor.id)).toMatchObject({ code: 'four-eyes' });
    expect(await decide(caseId, 's-2')).toMatchObject({ status: 200 });
  });

  test('is not reopened before anybody supports it, nor without a proposal', async () => {
    for (const then of [[contradicted], []]) {
      const caseId = await recordPermit(office, 'granted', { then });
      expect(await decide(caseId, 's-2')).toMatchObject({ status: 409, code: 'act-out-of-order' });
    }
  });
});
