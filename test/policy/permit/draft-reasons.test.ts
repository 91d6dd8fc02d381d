/** Reasons at hand for a refusal: from what is adverse, and only such as the case would take. */
import { describe, expect, test } from '@jest/globals';
import type { Check } from '../../../domain/agencies';
import type { CaseFile, CheckFile } from '../../../domain/case-file';
import type { DocumentKind } from '../../../domain/events';
import { whyNotReasons } from '../../../policy/guards/decision';
import { draftReasons } from '../../../policy/permit/draft-reasons';
import { permitGrounds, type PermitGround } from '../../../policy/permit/grounds';
import { aPermitFile } from '../../support/permit-files';

/** Every code that an agency's answer is adverse by, with the ground that it shows. */
const adverse: [Check, string, PermitGround][] = [
  ['berkut', 'entry-ban', 'entry-banned'],
  ['criminal-registry', 'unspent-conviction', 'unspent-conviction'],
  ['criminal-registry', 'wanted', 'wanted'],
  ['iin-registry', 'iin-of-another-person', 'identity-not-shown'],
  ['iin-registry', 'family-iin-of-another-person', 'identity-not-shown'],
  ['fingerprint-registry', 'fingerprints-of-another-person', 'identity-not-shown'],
  ['security-service', 'security-objection', 'national-security'],
  ['medical-registry', 'barring-disease', 'ground-not-shown'],
  ['permit-register', 'employer-unknown', 'ground-not-shown'],
  ['labour-contracts', 'no-registered-contract', 'no-contract'],
  ['insurance-register', 'not-insured', 'no-insurance'],
  ['kinship-register', 'no-kinship', 'ground-not-shown'],
  ['kinship-register', 'sponsor-not-alive', 'sponsor-without-right'],
  ['kinship-register', 'marriage-too-young', 'sponsor-without-right'],
  ['kinship-register', 'sponsor-without-right', 'sponsor-without-right'],
  ['kinship-register', 'sponsor-permit-ended', 'sponsor-without-right'],
];

const clear = aPermitFile('awaiting-decision');
const usual = Object.values(clear.checks ?? {})[0]!;

function withCheck(check: Check, unlike: Partial<CheckFile>): CaseFile {
  return { ...clear, checks: { ...clear.checks, [check]: { ...usual, ...unlike } } };
}

describe('the reasons at hand', () => {
  test.each(adverse)('of what %s tells by %s: %s', (check, code, ground) => {
    const file = withCheck(check, { result: 'adverse', codes: [code] });
    const { article, source } = permitGrounds[ground];
    const reasons = draftReasons(file);
    expect(reasons).toEqual([{ ground, evidence: check, article, source, because: [code] }]);
    for (const policyVersion of ['permit-2026-04-13', 'permit-2026-11-23'])
      expect(whyNotReasons({ ...file, policyVersion }, reasons)).toBeUndefined();
  });

  test('are what a person judged adverse, and not what a person judged clear', () => {
    const unclear = { result: 'unclear' as const, codes: ['overstay'] };
    const judged = withCheck('berkut', { ...unclear, judgement: 'adverse', judgedBy: 'aizhan' });
    expect(draftReasons(judged)).toMatchObject([{ ground: 'overstayed', evidence: 'berkut' }]);
    expect(draftReasons(withCheck('berkut', unclear))).toEqual([]);
    const excused = { result: 'adverse' as const, codes: ['entry-ban'], judgement: 'clear' as const };
    expect(draftReasons(withCheck('berkut', excused))).toEqual([]);
  });

  test('name a ground once for each evidence, with all that makes it', () => {
    const both = { result: 'adverse' as const, codes: ['sponsor-not-alive', 'marriage-too-young'] };
    expect(draftReasons(withCheck('kinship-register', both))).toMatchObject([
      { ground: 'sponsor-without-right', because: both.codes },
    ]);
  });

  test.each<[DocumentKind, PermitGround[]]>([
    ['passport', ['identity-not-shown']],
    ['employment-contract', ['no-contract']],
    ['photo', []],
  ])('of a paper that was judged adverse, %s: %j', (kind, grounds) => {
    const paper = { documentId: 'document-1', sha256: 'e'.repeat(64), judgement: 'adverse' as const };
    const documents = [{ ...paper, kind, judgedBy: 'aizhan' }];
    expect(draftReasons({ ...clear, documents }).map(({ ground }) => ground)).toEqual(grounds);
  });

  test('of papers that never came, and of a place that nobody found', () => {
    const documentsMissing: DocumentKind[] = ['passport', 'photo'];
    expect(draftReasons({ ...clear, documentsMissing })).toMatchObject([
      { ground: 'documents-not-supplied', evidence: 'documents', because: documentsMissing },
    ]);
    const permit = clear.permit && { ...clear.permit, place: 'none-left' as const };
    expect(draftReasons({ ...clear, permit })).toMatchObject([
      { ground: 'employer-limit', evidence: 'permit-register' },
    ]);
  });

  test('are none where nothing is adverse', () => {
    expect(draftReasons(clear)).toEqual([]);
  });
});
