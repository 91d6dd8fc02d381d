/** Kazakh in a score: what the testing centre vouches for counts, and not what is only written. */
import { describe, expect, test } from '@jest/globals';
import { hashOfJson } from '../../db/hash';
import { certifiedLevels, type CertifiedLevel } from '../../domain/evidence';
import { permanentPolicyOf } from '../../policy/policies';
import { findProvedLevel } from '../../domain/language-proof';
import { scoreForm } from '../../policy/scoring';
import { criteria, labelOfSource, scoringTableOf } from '../../policy/scoring-tables';
import { story, tell } from '../support/case-files';
import { aForm, weakForm } from '../support/forms';

const filedOn = '2026-11-25';
const base = aForm();

interface Proved {
  provedKazakh: CertifiedLevel | null;
  under?: string;
  /** Until when the certificate in the form holds. */
  validUntil?: string;
}

function scoreWith(
  written: CertifiedLevel | null,
  { provedKazakh, under = '2026-11-24', validUntil }: Proved,
) {
  const level = written ?? 'A1';
  const certificate = { ...base.languages.kazakh.certificate!, level, ...(validUntil && { validUntil }) };
  const kazakh = { skill: 'good' as const, ...(written !== null && { certificate }) };
  const form = aForm({ languages: { kazakh, russian: { skill: 'basic' }, english: { skill: 'none' } } });
  const submitted = { version: 1, sha256: 'd'.repeat(64), content: form };
  return scoreForm(submitted, permanentPolicyOf(under), { filedOn, provedKazakh, hash: hashOfJson });
}

const languageOf = (...given: Parameters<typeof scoreWith>) =>
  scoreWith(...given).rows.find(({ criterion }) => criterion === 'language');

describe('the level of Kazakh', () => {
  test.each<[CertifiedLevel | null, CertifiedLevel, string, number, string]>([
    [null, 'B1', 'kazakh-intermediate', 70, 'language-proved-beyond-form'],
    ['A1', 'B1', 'kazakh-intermediate', 70, 'language-proved-beyond-form'],
    ['B1', 'B1', 'kazakh-intermediate', 70, 'language-proved'],
    ['B2', 'B1', 'kazakh-intermediate', 70, 'language-not-proved-so-high'],
    ['C2', 'B1', 'kazakh-intermediate', 70, 'language-not-proved-so-high'],
    ['C2', 'A1', 'kazakh-elementary', 40, 'language-not-proved-so-high'],
    ['C2', 'C2', 'kazakh-advanced', 90, 'language-proved'],
    [null, 'C1', 'kazakh-advanced', 90, 'language-proved-beyond-form'],
  ])(
    'written as %s and proved as %s is %s: %i points, by %s',
    (written, provedKazakh, bucket, points, source) => {
      expect(languageOf(written, { provedKazakh })).toMatchObject({ bucket, points, source });
      expect(labelOfSource(source)).toMatch(/^Kazakh at the level that the testing centre vouches for/);
    },
  );

  test('that a paper in the form has run out of is not one that the form names', () => {
    const out = languageOf('C1', { provedKazakh: 'B1', validUntil: '2026-11-24' });
    expect(out?.source).toBe('language-proved-beyond-form');
    const last = languageOf('C1', { provedKazakh: 'B1', validUntil: filedOn });
    expect(last?.source).toBe('language-not-proved-so-high');
  });

  test('is among the evidence, so that another one has another hash', () => {
    const [one, other] = (['B1', 'B2'] as const).map((provedKazakh) => languageOf('B1', { provedKazakh }));
    expect(one?.evidence).toEqual(['/languages', '/law/filedOn', '/law/provedKazakh']);
    expect(one?.evidenceSha256).not.toBe(other?.evidenceSha256);
    const before = certifiedLevels.map((provedKazakh) =>
      languageOf('B1', { provedKazakh, under: '2026-11-23' }),
    );
    expect(new Set(before.map((row) => row?.evidenceSha256)).size).toBe(1);
  });

  test('counts as it was written in cases filed before', () => {
    expect(languageOf('C2', { provedKazakh: 'B1', under: '2026-11-23' })).toMatchObject({
      ...{ bucket: 'kazakh-advanced', source: 'language-certificate' },
    });
    expect(languageOf(null, { provedKazakh: 'B1', under: '2026-11-23' })?.bucket).toBe('kazakh-none');
  });
});

describe('the table of the newest rules', () => {
  const [older, newest] = ['demonstration-2026-02', 'demonstration-2026-11'].map(scoringTableOf);

  test('has the same points as the one before', () => {
    expect(permanentPolicyOf('2026-11-24').scoring.value).toEqual({ table: newest?.name, threshold: 400 });
    for (const criterion of criteria) {
      expect(newest?.criteria[criterion].points).toEqual(older?.criteria[criterion].points);
      expect(newest?.criteria[criterion].max).toBe(older?.criteria[criterion].max);
    }
  });

  test('names as evidence of reliability what is read, and not the signature that all give', () => {
    expect(newest?.criteria.reliability.evidence).toEqual(['/finances/debts', '/history']);
  });

  test('tells the nearest change from what was proved: a higher level has to be proved', () => {
    const { content } = { content: { ...base, ...weakForm, education: { ...base.education } } };
    const of = (provedKazakh: CertifiedLevel) =>
      scoreForm({ version: 1, sha256: '', content }, permanentPolicyOf('2026-11-24'), {
        ...{ filedOn, provedKazakh, hash: hashOfJson },
      });
    const [b1, c1] = [of('B1'), of('C1')];
    expect(c1.total - b1.total).toBe(20);
    expect(b1.shortfall.length).toBeGreaterThan(0);
    for (const { rows, total, threshold, shortfall } of [b1, c1]) {
      for (const set of shortfall) {
        expect(total + set.reduce((sum, { gain }) => sum + gain, 0)).toBeGreaterThanOrEqual(threshold);
        for (const { criterion, points, gain } of set)
          expect(rows.find((row) => row.criterion === criterion)?.points).toBe(points - gain);
      }
    }
  });
});

describe('what a record proves', () => {
  const failed = tell('language-test-result-received', { data: { attempt: 1, level: 'B1', passed: false } });
  const passed = tell('language-test-result-received', { data: { attempt: 2, level: 'B1', passed: true } });
  const confirmed = tell('certificate-confirmed', { data: { level: 'C1' } });
  const of = (...told: Parameters<typeof story>[0]) => findProvedLevel(story(told));

  test('is the level of the test that was passed, or of the certificate that was confirmed', () => {
    expect([of(failed), of(failed, passed), of(failed, confirmed)]).toEqual([null, 'B1', 'C1']);
  });

  test('is the latest, where the language was proved again', () => {
    expect([of(confirmed, passed), of(passed, confirmed)]).toEqual(['B1', 'C1']);
  });
});
