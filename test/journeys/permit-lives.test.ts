/** Lives of temporary permits that are not clear from the first: families, papers, refusals, late renewals, changes. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LedgerReading } from '../../domain/clock-reading';
import { endOfLawDay, lawDate, lawDayNumber, nextDate } from '../../domain/law-day';
import type { PermitTerm } from '../../domain/permit';
import { lastDayOfMonths } from '../../policy/permit/term';
import { openHouse, type House } from '../support/house';
import { createPermitApplicant, stranger } from '../support/permit-applicant';
import { createPermitDesk, type PermitDesk } from '../support/permit-desk';
import * as writes from '../support/permit-writes';
import { expectOneStory } from '../support/truth';

let house: House;
let desk: PermitDesk;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
  desk = createPermitDesk(house);
}, 180_000);
afterAll(async () => {
  await house.close();
});

const applicant = (persona: Parameters<typeof createPermitApplicant>[1]) =>
  createPermitApplicant(house.desk, persona);

async function serviceClock(caseId: string): Promise<LedgerReading> {
  const { body } = await house.desk.call<{ clocks: { name: string; reading: LedgerReading }[] }>(
    'aigul',
    `GET /admin/cases/${caseId}/clock`,
  );
  const reading = body.clocks.find(({ name }) => name === 'service')?.reading;
  if (reading === undefined) throw new Error('no clock of the service');
  return reading;
}

test('a wife of three years is asked about with her daughter, and her own fingerprints are asked for', async () => {
  const caseId = await desk.granted('saltanat', writes.joiningHusband);
  const { rows } = await house.owner.query<{ body: { family?: string[] } }>(
    `SELECT body FROM agency_answers WHERE request_id = $1`,
    [`${caseId}.iin-registry.1`],
  );
  expect(rows.map(({ body }) => body.family)).toEqual([['match']]);
  expect(await desk.toldOf(caseId, 'fingerprint-registry')).toEqual(['check-answered']);
  const file = await expectOneStory(house, caseId);
  expect(file.checks?.['kinship-register']).toMatchObject({ result: 'clear' });
}, 120_000);

test('who calls a permanent resident a citizen is judged first, and stays for a year and not for three', async () => {
  const caseId = await desk.verified('malika', writes.callingHimCitizen);
  expect((await expectOneStory(house, caseId)).checks?.['kinship-register']).toMatchObject({
    result: 'unclear',
    codes: ['sponsor-not-as-written'],
  });
  expect((await desk.decide(caseId, { outcome: 'grant', text: 'it is he' })).status).toBe(409);
  await desk.officials.judge(caseId, 'kinship-register', 'clear');
  await desk.grant(caseId);
  const [issued] = await desk.told(caseId, 'permit-issued');
  const { validFrom, validUntil, limits } = (issued?.data as { term: PermitTerm }).term;
  expect(validUntil).toBe(lastDayOfMonths(validFrom, 12));
  expect(limits.find(({ by }) => by === 'purpose')?.source).toMatch(/as the register of kinship knows him/);
  await expectOneStory(house, caseId);
}, 120_000);

test('who was married last year hears it when she hands the form in, and nothing is filed', async () => {
  const { form, ...opened } = writes.joiningHusband;
  const saltanat = applicant('saltanat');
  const caseId = await saltanat.open(opened);
  await saltanat.reach(caseId, 'awaiting-form');
  await saltanat.save(caseId, { ...form, sponsor: { ...form.sponsor, marriedOn: writes.inDays(-365) } });
  await saltanat.uploadNeeded(caseId);
  expect(await saltanat.submit(caseId)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/sponsor/marriedOn', code: 'married-too-short' }] },
  });
  expect(await desk.told(caseId, 'form-submitted')).toEqual([]);
}, 60_000);

test('who is fifteen owes no fingerprints, and the record says by which rule', async () => {
  const caseId = await desk.granted('aruna', writes.joiningFather);
  expect(await desk.told(caseId, 'check-not-due')).toMatchObject([
    { data: { check: 'fingerprint-registry', codes: ['under-sixteen'] } },
  ]);
  const notDue = { source: 'fingerprint-registry', result: 'not-due', answer: null };
  expect(await desk.told(caseId, 'state-data-fetched')).toContainEqual(
    expect.objectContaining({ actorRole: 'service', data: expect.objectContaining(notDue) }),
  );
  const { rowCount } = await house.owner.query(
    `SELECT 1 FROM agency_requests WHERE case_id = $1 AND agency = 'fingerprint-registry'`,
    [caseId],
  );
  expect(rowCount).toBe(0);
  const { documents } = await expectOneStory(house, caseId);
  expect(documents.map(({ kind }) => kind)).not.toContain('fingerprint-certificate');
}, 120_000);

test('an application for business is answered by the registry that stands behind its medical paper', async () => {
  const caseId = await desk.granted('elif', writes.inBusiness('TUR'));
  expect(await desk.toldOf(caseId, 'medical-registry')).toEqual(['check-answered']);
  await expectOneStory(house, caseId);
}, 120_000);

/** Whoever is granted a permit in this file is granted one alone: a second one of the same person would wait for the first. */
async function filedWithPassportAlone(): Promise<string> {
  const filed = writes.inBusiness('MNG');
  const oyuna = applicant('oyuna');
  const caseId = await oyuna.open(filed);
  await oyuna.reach(caseId, 'awaiting-form');
  expect(await oyuna.save(caseId, filed.form)).toMatchObject({ status: 200 });
  await oyuna.upload(caseId, 'passport');
  expect(await oyuna.submit(caseId)).toMatchObject({ status: 200 });
  await oyuna.reach(caseId, 'awaiting-documents', 60_000);
  return caseId;
}

test('missing papers are asked for once in one list; the clock stands meanwhile and ends later', async () => {
  const oyuna = applicant('oyuna');
  const caseId = await filedWithPassportAlone();
  const { body: form } = await oyuna.form(caseId);
  const missing = form.needed.filter(({ uploaded }) => !uploaded).map(({ kind }) => kind);
  expect(missing.length).toBeGreaterThan(1);
  expect(await desk.told(caseId, 'completeness-checked')).toMatchObject([{ data: { missing } }]);
  expect(await desk.told(caseId, 'documents-requested')).toEqual([]);
  const filedOn = lawDayNumber((await desk.told(caseId, 'form-submitted'))[0]?.effectiveAt ?? '');
  expect(await serviceClock(caseId)).toMatchObject({ running: false, dueAt: null });

  await desk.officials.passDays(caseId, 1);
  const early = await oyuna.act(caseId, 'documents/provision');
  expect(early).toMatchObject({ status: 409, body: { code: 'document-missing' } });
  for (const kind of missing) await oyuna.upload(caseId, kind);
  expect(await oyuna.act(caseId, 'documents/provision')).toMatchObject({ status: 200 });
  const { running, dueAt } = await serviceClock(caseId);
  expect(running).toBe(true);
  expect(lawDayNumber(dueAt ?? '')).toBeGreaterThan(filedOn + 1);
  await oyuna.reach(caseId, 'awaiting-judgement', 60_000);
  await desk.officials.judgeDocuments(caseId);
  await desk.grant(caseId);
  expect((await expectOneStory(house, caseId)).documentsMissing).toEqual([]);
}, 120_000);

test('papers that never come are for a person to judge: nothing is granted, one officer refuses', async () => {
  const caseId = await filedWithPassportAlone();
  const { body } = await house.desk.call<{ waitingOn: { until: string } }>(
    'oyuna',
    `GET /applications/${caseId}`,
  );
  const today = lawDayNumber(new Date().toISOString());
  await desk.officials.passDays(caseId, lawDayNumber(body.waitingOn.until) - today);
  await desk.reach(caseId, 'awaiting-judgement');
  await desk.officials.judgeDocuments(caseId);
  for (const check of await desk.officials.listUnclear(caseId)) {
    await desk.officials.judge(caseId, check, 'clear');
  }
  await desk.reach(caseId, 'awaiting-decision');
  expect(await desk.told(caseId, 'turn-lapsed')).toMatchObject([{ data: { turn: 'documents' } }]);
  expect(await desk.decide(caseId, { outcome: 'grant', text: 'never mind' })).toMatchObject({
    status: 409,
    body: { code: 'grant-blocked' },
  });
  expect(await desk.told(caseId, 'decision-proposed')).toEqual([]);
  expect(await desk.refuse(caseId, 'documents-not-supplied', 'documents')).toMatchObject({ status: 200 });
  expect(await desk.permitsOf(caseId)).toEqual([]);
  await expectOneStory(house, caseId);
}, 120_000);

test('a contract that was terminated refuses by one officer, with ground, evidence and article; she complains', async () => {
  const caseId = await desk.verified('olga', writes.working('BLR', 'TD-2026-2045'));
  expect((await expectOneStory(house, caseId)).checks?.['labour-contracts']).toMatchObject({
    result: 'adverse',
    codes: ['no-registered-contract'],
  });
  await desk.officials.judge(caseId, 'labour-contracts', 'adverse');
  await desk.reach(caseId, 'awaiting-decision');
  expect(await desk.refuse(caseId, 'no-contract', 'labour-contracts')).toMatchObject({ status: 200 });
  const reasons = [
    { ground: 'no-contract', evidence: 'labour-contracts', article: expect.stringContaining('item 9') },
  ];
  expect(await desk.told(caseId, 'application-refused')).toMatchObject([
    { actorRole: 'caseworker', data: { by: 'decision', reasons } },
  ]);
  const complaint = await applicant('olga').act(caseId, 'complaint', { text: 'I have a new contract' });
  expect(complaint).toMatchObject({ status: 200 });
  expect(await expectOneStory(house, caseId)).toMatchObject({
    status: 'refused',
    complaint: { outcome: null },
  });
}, 120_000);

test('who is wanted is refused; who only has his name and birth date is judged clear and granted', async () => {
  const [wanted, namesake] = await Promise.all([
    desk.verified('ulan', writes.studying('KGZ')),
    desk.verified('namesake', writes.studying('KGZ')),
  ]);
  const found = async (caseId: string) => (await expectOneStory(house, caseId)).checks?.['criminal-registry'];
  expect(await found(wanted)).toMatchObject({ result: 'adverse', codes: ['wanted'] });
  expect(await found(namesake)).toMatchObject({ result: 'unclear', codes: ['same-name-only'] });

  await desk.officials.judge(wanted, 'criminal-registry', 'adverse');
  await desk.officials.judge(namesake, 'criminal-registry', 'clear');
  await desk.reach(wanted, 'awaiting-decision');
  expect(await desk.refuse(wanted, 'wanted', 'criminal-registry')).toMatchObject({ status: 200 });
  await desk.grant(namesake);
  expect(await desk.permitsOf(wanted)).toEqual([]);
  expect(await desk.permitsOf(namesake)).toHaveLength(1);
  for (const caseId of [wanted, namesake]) await expectOneStory(house, caseId);
}, 120_000);

test.each([
  ['ten days after the end', writes.renewingStudy(10), { rule: 'ten-days-after', lastDay: writes.inDays(0) }],
  [
    'fifteen days after a fine',
    writes.renewingStudy(20, 15),
    { rule: 'fifteen-days-after-a-fine', lastDay: writes.inDays(0) },
  ],
])(
  'a renewal is taken %s',
  async (_, filed, window) => {
    const samir = applicant('samir');
    const caseId = await samir.file(filed);
    expect(await desk.told(caseId, 'form-submitted')).toMatchObject([{ data: { permit: { window } } }]);
    expect(await samir.act(caseId, 'withdrawal')).toMatchObject({ status: 200 });
  },
  60_000,
);

test.each([
  ['eleven days after the end', writes.renewingStudy(11)],
  ['sixteen days after a fine', writes.renewingStudy(20, 16)],
])(
  'a renewal is not taken %s',
  async (_, { form, ...opened }) => {
    const samir = applicant('samir');
    const caseId = await samir.open(opened);
    await samir.reach(caseId, 'awaiting-form');
    await samir.save(caseId, form);
    await samir.uploadNeeded(caseId);
    expect(await samir.submit(caseId)).toMatchObject({
      status: 409,
      body: { code: 'filing-window-closed' },
    });
    expect(await desk.told(caseId, 'form-submitted')).toEqual([]);
  },
  60_000,
);

test('nobody grants what would be over on the day of the decision, however long it lay there', async () => {
  const { form, ...filed } = writes.studying('AZE');
  const short = { ...filed, form: { ...form, request: { until: writes.inDays(1) } } };
  const caseId = await desk.verified('samir', short);
  const { seq: version } = await desk.toldAtLeast(caseId, 'decision-proposed');
  await desk.officials.passDays(caseId, 3);
  expect(await desk.decide(caseId, { outcome: 'grant', version })).toMatchObject({
    status: 409,
    body: { code: 'term-empty' },
  });
  expect(await desk.permitsOf(caseId)).toEqual([]);
  expect(await desk.refuse(caseId, 'nothing-left-to-grant', 'form')).toMatchObject({ status: 200 });
  await expectOneStory(house, caseId);
}, 120_000);

test('a contract that ended ends the permit on that day', async () => {
  const caseId = await desk.granted('timur', writes.working('KGZ'));
  const on = lawDate((await desk.told(caseId, 'decision-approved'))[0]?.effectiveAt ?? '');
  const reported = await applicant('timur').act(caseId, 'changes', { change: 'contract-ended', on });
  expect(reported).toMatchObject({ status: 200 });
  expect(await desk.told(caseId, 'change-reported')).toMatchObject([
    { data: { effect: 'ends', validUntil: on } },
  ]);
  await desk.officials.passDays(caseId, 1);
  await desk.reach(caseId, 'expired');
  expect(await desk.told(caseId, 'certificate-expired')).toMatchObject([
    { effectiveAt: endOfLawDay(lawDayNumber(`${on}T12:00:00.000Z`)) },
  ]);
  await expectOneStory(house, caseId);
}, 120_000);

test('what an officer says of a holder takes nothing before another officer has confirmed it', async () => {
  const caseId = await desk.granted(stranger(1, 'KGZ'), writes.working('KGZ'));
  const [permit] = await desk.permitsOf(caseId);
  const on = lawDate((await desk.told(caseId, 'decision-approved'))[0]?.effectiveAt ?? '');
  const claim = () =>
    house.desk.call('aigul', `POST /applications/${caseId}/changes`, {
      body: { change: 'contract-ended', on, text: 'his employer rang' },
    });
  const decide = (persona: string, seq: unknown, outcome: 'confirm' | 'dismiss') =>
    desk.officials.as(persona)(caseId, 'changes/decision', {
      ...{ claim: seq, outcome, reason: 'the register of contracts says so' },
    });
  const first = await claim();
  expect(first).toMatchObject({ status: 200, body: { status: 'granted' } });
  expect(await claim()).toMatchObject({ status: 409, body: { code: 'act-out-of-order' } });
  const own = await decide('aigul', first.body['seq'], 'confirm');
  expect(own).toMatchObject({ status: 409, body: { code: 'four-eyes' } });
  expect(await decide('zarina', first.body['seq'], 'dismiss')).toMatchObject({ status: 200 });
  expect(await desk.permitsOf(caseId)).toEqual([permit]);

  const second = await claim();
  expect(await decide('zarina', second.body['seq'], 'confirm')).toMatchObject({ status: 200 });
  expect(await desk.told(caseId, 'change-reported')).toMatchObject([
    { data: { effect: 'ends', validUntil: on } },
  ]);
  expect(await desk.permitsOf(caseId)).toMatchObject([{ validUntil: on }]);
  await expectOneStory(house, caseId);
}, 120_000);

test('a permit is annulled by two people, after its holder was heard', async () => {
  const caseId = await desk.granted('pavel', writes.studying('BLR'));
  const { officials } = desk;
  const proposed = await officials.as('zarina')(caseId, 'annulment', {
    grounds: [{ ground: 'false-data', evidence: 'form' }],
    text: 'the petition was not the school’s',
  });
  expect(proposed).toMatchObject({ status: 200, body: { status: 'awaiting-hearing' } });
  const version = proposed.body['seq'];
  await officials.passDays(caseId, 12);
  await desk.reach(caseId, 'awaiting-approval');
  const own = await officials.as('zarina')(caseId, 'decision', { version });
  expect(own).toMatchObject({ status: 409, body: { code: 'four-eyes' } });
  expect(await officials.as('saule')(caseId, 'decision', { version })).toMatchObject({ status: 200 });
  await desk.reach(caseId, 'annulled');
  await expectOneStory(house, caseId);
}, 120_000);

test('a holder is reminded once, and the permit expires after its last day', async () => {
  const caseId = await desk.granted('samir', writes.studying('AZE'));
  const [permit] = await desk.permitsOf(caseId);
  await desk.officials.passDays(caseId, 310);
  await desk.reach(caseId, 'expired');
  expect(await desk.told(caseId, 'expiry-reminded')).toHaveLength(1);
  const [{ effectiveAt } = { effectiveAt: '' }] = await desk.told(caseId, 'certificate-expired');
  const lastDay = lawDayNumber(`${permit?.validUntil}T12:00:00.000Z`);
  expect(effectiveAt).toBe(endOfLawDay(lastDay));
  await expectOneStory(house, caseId);
}, 120_000);

test('a first permit of somebody who has one already begins on the day after it: no gap, no overlap', async () => {
  const filed = writes.inBusiness('TUR');
  const { form } = filed;
  const studies = { until: writes.inDays(40) };
  const first = await desk.granted('hakan', { ...filed, form: { ...form, request: studies } });
  const second = await desk.granted('hakan', filed);
  const [one] = await desk.permitsOf(first);
  const last = one?.validUntil ?? '';
  expect(await desk.told(second, 'permit-issued')).toMatchObject([
    { data: { term: { validFrom: nextDate(last), follows: last }, renews: null } },
  ]);
  await expectOneStory(house, second);
}, 120_000);
