/** The score computed again: from the kept form and from what the record says was proved. */
import { expect, test } from '@jest/globals';
import { compareScore } from '../../audit/compare-score';
import { hashOfJson } from '../../db/hash';
import type { CertifiedLevel } from '../../domain/evidence';
import { lawDate } from '../../domain/law-day';
import { permanentPolicyOf } from '../../policy/policies';
import { scoreForm } from '../../policy/scoring';
import { story, tell } from '../support/case-files';
import { aForm, strongForm } from '../support/forms';

const policyVersion = '2026-11-24';
const { kazakh, ...others } = strongForm.languages;
const content = aForm({
  languages: { ...others, kazakh: { ...kazakh, certificate: { ...kazakh.certificate!, level: 'C2' } } },
});
const sha256 = hashOfJson(content);
const before = story([
  tell('application-opened', { data: { policyVersion } }),
  tell('language-test-booked'),
  tell('language-test-result-received', { data: { level: 'B1', passed: true } }),
  tell('form-submitted', { data: { version: 1, sha256 } }),
]);
const filedOn = lawDate(before.at(-1)!.effectiveAt);

/** What an auditor finds where the score was given for this level. */
async function auditedWith(provedKazakh: CertifiedLevel) {
  const score = scoreForm({ version: 1, sha256, content }, permanentPolicyOf(policyVersion), {
    ...{ filedOn, provedKazakh, hash: hashOfJson },
  });
  const scored = story([tell('application-scored', { data: score })], before.length + 1);
  const part = await compareScore([...before, ...scored], [], () => Promise.resolve({ content, sha256 }));
  return part.findings.flatMap(({ pointer, recorded, expected }) =>
    pointer === undefined ? [] : [{ pointer, recorded, expected }],
  );
}

test('is the same where it was given for what was proved', async () => {
  expect(await auditedWith('B1')).toEqual([]);
});

test('is another where it was given for what nobody confirmed, and the criterion is named', async () => {
  expect(await auditedWith('C2')).toEqual(
    expect.arrayContaining([
      { pointer: '/data/rows/2/points', recorded: 120, expected: 100 },
      {
        pointer: '/data/rows/2/source',
        recorded: 'language-proved',
        expected: 'language-not-proved-so-high',
      },
    ]),
  );
});
