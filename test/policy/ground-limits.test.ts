/** For whom and for which act a ground does not hold: the law excepts people, and some grounds annul alone. */
import { describe, expect, test } from '@jest/globals';
import type { CaseFile, DocumentFile } from '../../domain/case-file';
import { whyNotReason } from '../../policy/ground-evidence';
import { annulsAlone, categories, exceptions } from '../../policy/ground-limits';
import { policies } from '../../policy/policies';
import { aCaseFile } from '../support/case-files';

const base = { ...aCaseFile({ status: 'awaiting-proposal' }), policyVersion: '2026-11-24' };
const found = { ...base.checks!.berkut!, result: 'adverse' as const, codes: ['offences'], judgement: null };
const checks = { ...base.checks, 'criminal-registry': found, berkut: found };

/** Whose bank was not asked, and why. */
const knownAs = (...codes: string[]): CaseFile => ({
  ...base,
  checks: { ...checks, bank: { ...found, result: 'clear', codes: ['exempt-from-solvency', ...codes] } },
});
const nobodySpecial: CaseFile = { ...base, checks };
const proof = (judgement: DocumentFile['judgement']): DocumentFile => ({
  ...{ documentId: 'document-1', kind: 'exemption-proof', sha256: 'd'.repeat(64) },
  ...{ judgement, judgedBy: 's-1' },
});

const offence = { ground: 'liable-within-a-year', article: '', evidence: 'criminal-registry' };
const absence = { ground: 'absent-from-the-country', article: '', evidence: 'berkut' };

describe('an offence of the last year', () => {
  test('is a ground against anybody else', () => {
    expect(whyNotReason(nobodySpecial, offence, 'filing')).toBeUndefined();
    expect(whyNotReason(knownAs(), offence, 'filing')).toBeUndefined();
  });

  test.each(categories)('is none against %s, before a grant and after it', (category) => {
    for (const after of ['filing', 'grant'] as const)
      expect(whyNotReason(knownAs(category), offence, after)).toBe('ground-does-not-hold');
  });

  test('leaves every other ground as it is', () => {
    const repeated = { ...offence, ground: 'repeated-breaches' };
    expect(whyNotReason(knownAs('ethnic-kazakh'), repeated, 'filing')).toBeUndefined();
  });

  test('is one again where a person found that the proof does not hold', () => {
    const of = (judgement: DocumentFile['judgement']) =>
      whyNotReason({ ...knownAs('ethnic-kazakh'), documents: [proof(judgement)] }, offence, 'filing');
    expect([of(null), of('clear'), of('adverse')]).toEqual([
      'ground-does-not-hold',
      'ground-does-not-hold',
      undefined,
    ]);
    const { bank } = knownAs('ethnic-kazakh').checks!;
    const judged = { ...base, checks: { ...checks, bank: { ...bank!, judgement: 'adverse' as const } } };
    expect(whyNotReason(judged, offence, 'filing')).toBeUndefined();
  });
});

describe('too few days in the country', () => {
  test('annul, and refuse nobody', () => {
    expect(whyNotReason(nobodySpecial, absence, 'filing')).toBe('ground-does-not-hold');
    expect(whyNotReason(nobodySpecial, absence, 'grant')).toBeUndefined();
  });

  test('annul nothing of an ethnic Kazakh', () => {
    expect(whyNotReason(knownAs('ethnic-kazakh'), absence, 'grant')).toBe('ground-does-not-hold');
  });

  test('as too few in the profession in demand', () => {
    const idle = { ground: 'not-working-in-profession', article: '', evidence: 'documents' };
    const handed = { ...nobodySpecial, documentsMissing: ['photo' as const] };
    expect(whyNotReason(handed, idle, 'filing')).toBe('ground-does-not-hold');
    expect(whyNotReason(handed, idle, 'grant')).toBeUndefined();
  });
});

describe('the limits of grounds', () => {
  test('are rows of the law with their source', () => {
    for (const row of [...Object.values(exceptions), ...Object.values(annulsAlone)]) {
      expect(row.confidence).toBe('official');
      expect(row.source).toMatch(/art\. 49/);
    }
  });

  test('are not held against what was filed before', () => {
    const held = policies.filter(({ groundLimitsHeld }) => groundLimitsHeld.value);
    expect(held.map(({ version }) => version)).toEqual(['2026-11-24', '2026-11-25']);
    const older = { ...knownAs('ethnic-kazakh'), policyVersion: '2026-11-23' };
    expect(whyNotReason(older, offence, 'filing')).toBeUndefined();
    expect(
      whyNotReason({ ...nobodySpecial, policyVersion: '2026-11-23' }, absence, 'filing'),
    ).toBeUndefined();
  });
});
