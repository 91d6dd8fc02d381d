/** What is granted again after its decision fell keeps its number, also where the new year has come between. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createRuleActivities } from '../../activities/apply-rules';
import { createPermitActivities } from '../../activities/make-permit';
import { people } from '../../agencies/people';
import { createCaseEvidence, type CaseEvidence } from '../../db/case-evidence';
import { saveDraftInTx } from '../../db/desk/form-drafts';
import { createPermits } from '../../db/permits';
import { createPlaces } from '../../db/places';
import { createLanguageProofs } from '../../db/reads/language-proofs';
import { createPrefilledReads } from '../../db/reads/prefilled';
import { createRecord } from '../../db/record';
import { persons } from '../../db/schema';
import { openDatabase, type OwnDatabase } from '../db/own-database';
import { livesTo, permitLives, story, tell, type Told } from '../support/case-files';
import { aPermitForm } from '../support/permit-forms';

const before = { decidedOn: '2026-12-30' };
const after = { decidedOn: '2027-01-05' };

let database: OwnDatabase;
let evidence: CaseEvidence;
let caseId: string;
beforeAll(async () => {
  database = await openDatabase();
  evidence = createCaseEvidence(database.as('worker'));
});
afterAll(() => database.close());
beforeEach(() => {
  caseId = `case-${randomUUID()}`;
});

const record = (...told: Told[]) => createRecord(database.as('worker', 1)).appendEvents(caseId, story(told));

async function permits() {
  const db = database.as('worker');
  const activities = createPermitActivities({
    evidence,
    prefilled: createPrefilledReads(db),
    permits: createPermits(db),
    places: createPlaces(db),
  });
  const api = database.as('api', 1);
  await api.insert(persons).values({ personId: caseId, caseId, identity: people.bekzod.person, sha256: 'x' });
  await api.transaction((tx) => saveDraftInTx(tx, { caseId, basedOn: 0, content: aPermitForm('study') }));
  const filed = { caseId, personId: caseId, formVersion: 1, filedOn: '2026-12-30' };
  const asked = { filing: 'issue', purpose: 'study', window: 'first-filing' } as const;
  return (decided: { decidedOn: string; heldFrom?: string }) =>
    activities.issuePermit({ ...filed, ...asked, policyVersion: 'permit-2026-11-25', ...decided });
}

test('a permit', async () => {
  const issue = await permits();
  const { number } = await issue(before);
  if (number === null) throw new Error('nothing was left of the term');
  await record(...permitLives.granting, tell('permit-issued', { day: 2, data: { number } }));
  const again = await issue({ ...after, heldFrom: before.decidedOn });
  expect(again).toMatchObject({ number, term: { validFrom: before.decidedOn } });
});

test('a certificate of permanent residence', async () => {
  const proofs = createLanguageProofs(database.as('worker', 1));
  const { issueCertificate } = createRuleActivities({ evidence, proofs });
  const number = await issueCertificate({ caseId, ...before });
  await record(...livesTo.granting, tell('certificate-issued', { day: 17, data: { number } }));
  expect(await issueCertificate({ caseId, ...after })).toBe(number);
});

test('what was never issued bears the year of the decision that stands', async () => {
  const issue = await permits();
  const { number } = await issue(before);
  expect(number).toMatch(/^KZ-TRP-2026-/);
  expect((await issue(after)).number).toBe(number?.replace('2026', '2027'));
});
