/** What a permit's applicant and officer read of it, and how its kind is told and filtered. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '../../domain/roles';
import { tell } from '../support/tell';
import { usualPermitData } from '../support/usual-events';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';
import { permitHolder, recordPermit } from './office/permits';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function read(url: string, [subject, role]: [string, Role]) {
  const reply = await office.app.inject({ url, headers: await office.bearer(subject, role) });
  expect(reply.statusCode).toBe(200);
  return reply.json();
}
const asHolder = (url: string) => read(url, [permitHolder, 'applicant']);
const asOfficer = (url: string) => read(url, ['s-1', 'caseworker']);

const { term } = usualPermitData['permit-issued'];

test('an applicant sees how a permit was filed, what of papers is owed, and who was asked', async () => {
  const caseId = await recordPermit(office, 'awaiting-documents');
  const application = await asHolder(`/applications/${caseId}`);
  expect(application).toMatchObject({
    kind: 'temporary-permit',
    permit: {
      filing: 'renewal',
      purpose: 'eaeu-work',
      employerId: null,
      window: { rule: 'before-the-end', lastDay: '2026-06-01' },
      uses: [],
      owed: ['passport', 'photo'],
      place: null,
      term: null,
      renews: null,
    },
    documentsRequested: { kinds: ['photo'] },
    score: null,
    testAttempts: [],
    languageCertificate: null,
    interview: null,
  });
  expect(application.permit.fetched).toHaveLength(5);
  expect(application.permit.fetched[0]).toEqual({
    source: 'iin-registry',
    result: 'found',
    at: expect.any(String),
  });
});

test('a granted permit tells its term with everything that bounds it', async () => {
  const caseId = await recordPermit(office, 'granted');
  const { permit, outcome } = await asHolder(`/applications/${caseId}`);
  expect(permit.term).toEqual(term);
  expect(outcome).toMatchObject({ kind: 'granted', certificate: { validUntil: term.validUntil } });
});

test('an officer sees how long the proposed permit would last', async () => {
  const proposal = tell('decision-proposed', { day: 1, data: { outcome: 'grant', text: null, term } });
  const caseId = await recordPermit(office, 'awaiting-decision', { then: [proposal] });
  const seen = await asOfficer(`/admin/cases/${caseId}`);
  expect(seen.proposal).toMatchObject({ outcome: 'grant', term });
  expect(seen).toMatchObject({ permit: { purpose: 'eaeu-work' }, reopening: null, interview: null });
});

test('a proposal to reopen is told to the office alone', async () => {
  const then = [tell('reopening-proposed', { day: 3 })];
  const caseId = await recordPermit(office, 'granted', { then });
  expect((await asOfficer(`/admin/cases/${caseId}`)).reopening).toEqual({
    seq: expect.any(Number),
    check: 'criminal-registry',
    codes: ['wanted'],
    supportedBy: null,
    outcome: null,
  });
  expect(await asHolder(`/applications/${caseId}`)).not.toHaveProperty('reopening');
});

test('a holder sees what is claimed of the permit, and as what somebody spoke, but not who or in which words', async () => {
  const caseId = await recordPermit(office, 'granted', { then: [tell('change-claimed', { day: 4 })] });
  const seen = { change: 'contract-ended', on: '2026-06-01', claimedAs: 'caseworker', outcome: null };
  for (const view of [await asHolder(`/applications/${caseId}`), await asOfficer(`/admin/cases/${caseId}`)]) {
    expect(view.permit.claim).toEqual({ ...seen, seq: expect.any(Number), claimedAt: expect.any(String) });
    expect(view.waitingOn).toMatchObject({ party: 'caseworker', until: expect.any(String) });
  }
});

test('a case about permanent residence has no permit', async () => {
  const caseId = await recordCase(office, 'booked', { applicantId: permitHolder });
  const application = await asHolder(`/applications/${caseId}`);
  expect(application).toMatchObject({ kind: 'permanent-residence', permit: null });
});

test('the clock of a permit has one working day from its filing', async () => {
  const caseId = await recordPermit(office, 'verification');
  const { clocks } = await asHolder(`/applications/${caseId}/clock`);
  const service = clocks.find(({ name }: { name: string }) => name === 'service');
  expect(service).toMatchObject({ term: { value: { days: 1, unit: 'working-days' } } });
});

test('the list of applications says of each which kind it is', async () => {
  const { applications } = await asHolder('/applications');
  const kinds = applications.map(({ kind }: { kind: string }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['temporary-permit', 'permanent-residence']));
});

test('the worklist can be asked for permits alone', async () => {
  const permit = await recordPermit(office, 'awaiting-decision');
  const residence = await recordCase(office, 'interviewed');
  const listed = async (kind: string) => {
    const { tasks } = await asOfficer(`/admin/worklist?kind=${kind}&limit=100`);
    expect(new Set(tasks.map((task: { kind: string }) => task.kind))).toEqual(new Set([kind]));
    return tasks.map(({ caseId }: { caseId: string }) => caseId);
  };
  const permits = await listed('temporary-permit');
  expect(permits).toContain(permit);
  expect(permits).not.toContain(residence);
  expect(await listed('permanent-residence')).toContain(residence);
});
