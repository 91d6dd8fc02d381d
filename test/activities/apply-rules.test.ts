/** Rules that read the person's data by id: the same answer however often they are asked. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRuleActivities } from '../../activities/apply-rules';
import { createCaseEvidence } from '../../db/case-evidence';
import { saveDraftInTx } from '../../db/desk/form-drafts';
import { hashOfJson } from '../../db/hash';
import type { ApplicationForm, FormDraft } from '../../domain/form';
import { policyOf } from '../../policy/policies';
import { scoreForm } from '../../policy/scoring';
import { openDatabase, type OwnDatabase } from '../db/own-database';

const policyVersion = '2026-04-13';
const form: ApplicationForm = {
  education: 'bachelor',
  languages: { kazakh: 'good', russian: 'fluent', english: 'basic' },
  workYears: 7,
  profession: 'nurse',
  health: 'fit',
  familyMembers: 2,
  ties: 'friends',
  fundsTenge: 6_000_000,
  address: 'Semei, Abai street 4',
  convictedBefore: false,
  deportedBefore: false,
  leavesCitizenship: true,
  consentToProcessing: true,
};

let database: OwnDatabase;
let activities: ReturnType<typeof createRuleActivities>;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
  activities = createRuleActivities({ evidence: createCaseEvidence(database.as('worker')) });
});
afterAll(() => database.close());
beforeEach(() => {
  caseId = `case-${randomUUID()}`;
});

async function save(content: FormDraft, basedOn = 0): Promise<void> {
  await database.as('api', 1).transaction((tx) => saveDraftInTx(tx, { caseId, basedOn, content }));
}

describe('scoring', () => {
  test('reads the version that was submitted, not the newest', async () => {
    await save({ ...form, ties: 'none' });
    await save(form, 1);
    const first = await activities.scoreApplication({ caseId, version: 1, policyVersion });
    const second = await activities.scoreApplication({ caseId, version: 2, policyVersion });
    expect([first.formVersion, second.formVersion]).toEqual([1, 2]);
    expect(second.total - first.total).toBe(30);
  });

  test('gives what the rule gives, and the same again', async () => {
    await save(form);
    const asked = { caseId, version: 1, policyVersion };
    const score = await activities.scoreApplication(asked);
    const submitted = { version: 1, sha256: hashOfJson(form), content: form };
    expect(score).toEqual(scoreForm(submitted, policyOf(policyVersion), hashOfJson));
    expect(await activities.scoreApplication(asked)).toEqual(score);
  });

  test('answers in codes and hashes: nothing that the person wrote', async () => {
    await save(form);
    const told = JSON.stringify(await activities.scoreApplication({ caseId, version: 1, policyVersion }));
    for (const word of [form.profession, form.address, String(form.fundsTenge)])
      expect(told).not.toContain(word);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a form that is not kept', () => activities.scoreApplication({ caseId, version: 1, policyVersion })],
    [
      'a form that is not complete',
      async () => {
        await save({ education: 'master' });
        return activities.scoreApplication({ caseId, version: 1, policyVersion });
      },
    ],
    [
      'a policy that was never published',
      async () => {
        await save(form);
        return activities.scoreApplication({ caseId, version: 1, policyVersion: '2030-01-01' });
      },
    ],
  ])('%s is trouble, and never a score', async (_, attempt) => {
    await expect(attempt()).rejects.toThrow();
  });
});

describe('a certificate', () => {
  test('has the same number when it is issued twice', async () => {
    const issued = { caseId, decidedOn: '2026-05-16' };
    const number = await activities.issueCertificate(issued);
    expect(number).toMatch(/^KZ-PR-2026-\d{6}$/);
    expect(await activities.issueCertificate(issued)).toBe(number);
  });

  test('of another case has another number', async () => {
    const numbers = await Promise.all(
      [caseId, `${caseId}-b`, caseId, `${caseId}-b`].map((one) =>
        activities.issueCertificate({ caseId: one, decidedOn: '2026-05-16' }),
      ),
    );
    expect(new Set(numbers).size).toBe(2);
    expect(numbers.slice(0, 2)).toEqual(numbers.slice(2));
  });
});
