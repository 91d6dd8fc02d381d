/** Rules that read the person's data by id: the same answer however often they are asked. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRuleActivities } from '../../activities/apply-rules';
import { createCaseEvidence } from '../../db/case-evidence';
import { saveDraftInTx } from '../../db/desk/form-drafts';
import { hashOfJson } from '../../db/hash';
import { createLanguageProofs } from '../../db/reads/language-proofs';
import { createRecord } from '../../db/record';
import type { FormDraft } from '../../domain/form';
import { permanentPolicyOf } from '../../policy/policies';
import { scoreForm } from '../../policy/scoring';
import { openDatabase, type OwnDatabase } from '../db/own-database';
import { livesTo, story } from '../support/case-files';
import { aForm } from '../support/forms';

const policyVersion = '2026-04-13';
const filedOn = '2026-05-09';
const form = aForm({ finances: { fundsTenge: 5_400_000 } });

let database: OwnDatabase;
let activities: ReturnType<typeof createRuleActivities>;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
  const evidence = createCaseEvidence(database.as('worker'));
  activities = createRuleActivities({ evidence, proofs: createLanguageProofs(database.as('worker')) });
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
    await save({ ...form, ties: { ...form.ties, relatives: [] } });
    await save(form, 1);
    const first = await activities.scoreApplication({ caseId, version: 1, policyVersion, filedOn });
    const second = await activities.scoreApplication({ caseId, version: 2, policyVersion, filedOn });
    expect([first.formVersion, second.formVersion]).toEqual([1, 2]);
    expect(second.total - first.total).toBe(55);
  });

  test('gives what the rule gives, and the same again', async () => {
    await save(form);
    const asked = { caseId, version: 1, policyVersion, filedOn };
    const score = await activities.scoreApplication(asked);
    const submitted = { version: 1, sha256: hashOfJson(form), content: form };
    const beside = { filedOn, provedKazakh: null, hash: hashOfJson };
    expect(score).toEqual(scoreForm(submitted, permanentPolicyOf(policyVersion), beside));
    expect(await activities.scoreApplication(asked)).toEqual(score);
  });

  test('answers in codes and hashes: nothing that the person wrote', async () => {
    await save(form);
    const told = JSON.stringify(
      await activities.scoreApplication({ caseId, version: 1, policyVersion, filedOn }),
    );
    const { personal, employment, finances } = form;
    for (const word of [employment.profession, personal.address.street, String(finances.fundsTenge)])
      expect(told).not.toContain(word);
  });

  test('takes the amount of the day of filing, not of today', async () => {
    await save(form);
    const asked = { caseId, version: 1, policyVersion };
    const rowOn = async (day: string) =>
      (await activities.scoreApplication({ ...asked, filedOn: day })).rows[0]?.bucket;
    expect([await rowOn('2025-12-31'), await rowOn('2026-01-01')]).toEqual(['met', 'below']);
  });

  test('under the newest rules takes the level of Kazakh from the record, and waits for it', async () => {
    const { certificate } = form.languages.kazakh;
    const told = { skill: 'fluent', certificate: { ...certificate!, level: 'C2' } } as const;
    await save({ ...form, languages: { ...form.languages, kazakh: told } });
    const newest = { caseId, version: 1, policyVersion: '2026-11-24', filedOn };
    await expect(activities.scoreApplication(newest)).rejects.toThrow('not in the record yet');
    await createRecord(database.as('worker')).appendEvents(caseId, story([...livesTo['awaiting-form']]));
    const language = async (version: string) =>
      (await activities.scoreApplication({ ...newest, policyVersion: version })).rows[2];
    expect(await language('2026-11-24')).toMatchObject({
      ...{ criterion: 'language', bucket: 'kazakh-intermediate-russian-english' },
      source: 'language-not-proved-so-high',
    });
    expect((await language('2026-11-23'))?.bucket).toBe('kazakh-advanced-russian-english');
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      'a form that is not kept',
      () => activities.scoreApplication({ caseId, version: 1, policyVersion, filedOn }),
    ],
    [
      'a form that is not complete',
      async () => {
        await save({ education: { level: 'master' } });
        return activities.scoreApplication({ caseId, version: 1, policyVersion, filedOn });
      },
    ],
    [
      'a policy that was never published',
      async () => {
        await save(form);
        return activities.scoreApplication({ caseId, version: 1, policyVersion: '2030-01-01', filedOn });
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
