/** Which papers a person owes for a permit: by age, housing, citizenship, family, and by what is known already. */
import { describe, expect, test } from '@jest/globals';
import { stateSources, type StateSource } from '../../../domain/permit';
import { fingerprintsPointer, type FetchedValue } from '../../../domain/permit-form/fetched';
import { readCompleteness } from '../../../policy/permit/completeness';
import {
  documentsKnown,
  documentsOwed,
  missingDocuments,
  type PermitApplicant,
} from '../../../policy/permit/documents-owed';
import { aPermitForm } from '../../support/permit-forms';

const applicant = (unlike: Partial<PermitApplicant> = {}): PermitApplicant => ({
  purpose: 'work-without-permit',
  filing: 'issue',
  citizenship: 'UZB',
  bornOn: '1988-03-14',
  form: aPermitForm('work-without-permit'),
  found: [],
  filedOn: '2026-05-12',
  ...unlike,
});
const kinds = (unlike: Partial<PermitApplicant> = {}) =>
  documentsOwed(applicant(unlike)).map(({ kind }) => kind);
const all = [
  'passport',
  'fingerprint-certificate',
  'owner-consent',
  'insurance-policy',
  'employment-contract',
];
const insured = (validUntil: string, source: StateSource = 'insurance-register'): FetchedValue[] => [
  { pointer: '/insurance/validUntil', value: validUntil, source },
];

describe('a paper', () => {
  test('is asked of everybody to whom its row applies, in the order of the kinds', () => {
    expect(kinds()).toEqual(all);
  });

  test.each([
    ['2010-05-13', false],
    ['2010-05-12', true],
    ['1988-03-14', true],
  ])('born on %s: prints are asked %s', (...[bornOn, asked]) => {
    expect(kinds({ bornOn }).includes('fingerprint-certificate')).toBe(asked);
  });

  test('of Kazakh origin is asked of who files under the policy that asks for it, and of nobody before', () => {
    const kazakh = { purpose: 'ethnic-kazakh', form: aPermitForm('ethnic-kazakh') } as const;
    expect(kinds({ ...kazakh, policyVersion: 'permit-2026-11-23' })).toContain('origin-proof');
    expect(kinds({ ...kazakh, policyVersion: 'permit-2026-04-13' })).not.toContain('origin-proof');
    expect(kinds(kazakh)).not.toContain('origin-proof');
  });

  test.each([
    ['2026-05-10', '2026-05-20', 'renewal', true],
    ['2026-05-15', '2026-05-20', 'renewal', false],
    ['2026-05-10', '2026-05-20', 'issue', false],
  ] as const)(
    'on a fine: the permit ended on %s, filed on %s, %s: %s',
    (...[end, finedOn, filing, asked]) => {
      const form = {
        ...aPermitForm('study', {}, filing),
        currentPermit: { number: 'TRP-1', validUntil: end },
        fine: { decidedOn: finedOn },
      };
      const late = { purpose: 'study', filing, form, filedOn: '2026-05-22' } as const;
      const owed = kinds({ ...late, policyVersion: 'permit-2026-11-23' });
      expect(owed.includes('fine-decision')).toBe(asked);
      expect(kinds(late)).not.toContain('fine-decision');
    },
  );

  test('of the owner is not asked of who owns the housing, but of who has not said so', () => {
    const { stay } = aPermitForm('study');
    const owns = { form: { stay: { ...stay, ownsHousing: true } } };
    expect(kinds(owns)).not.toContain('owner-consent');
    expect(kinds({ form: {} })).toContain('owner-consent');
  });

  test('of kinship is asked when somebody comes along, and not when the family stays away', () => {
    const member = { relation: 'child' as const, joins: true };
    expect(kinds({ form: { family: { members: [member] } } })).toContain('kinship-document');
    expect(kinds({ form: { family: { members: [{ ...member, joins: false }] } } })).not.toContain(
      'kinship-document',
    );
  });

  test('is asked for once where two rows ask for it', () => {
    const form = aPermitForm('family', { family: { members: [] } });
    const joined = { ...form, family: { members: [{ relation: 'child' as const, joins: true }] } };
    const owed = documentsOwed(applicant({ purpose: 'family', form: joined }));
    expect(owed.filter(({ kind }) => kind === 'kinship-document')).toHaveLength(1);
  });

  test('about health is looked at by its registry, every other by a caseworker', () => {
    const owed = documentsOwed(applicant({ purpose: 'business' }));
    for (const { kind, checkedBy } of owed) {
      expect(checkedBy).toBe(kind === 'medical-certificate' ? 'medical-registry' : 'caseworker');
    }
  });
});

describe('what a register knows', () => {
  test.each([
    ['2026-05-11', true],
    ['2026-05-12', false],
    ['2027-05-12', false],
  ])('an insurance until %s: the policy is owed %s', (...[until, owed]) => {
    expect(kinds({ found: insured(until) }).includes('insurance-policy')).toBe(owed);
  });

  test.each(stateSources.filter((source) => source !== 'insurance-register'))(
    'of the insurance counts nothing when %s says it',
    (source) => {
      expect(kinds({ found: insured('2030-01-01', source) })).toEqual(all);
    },
  );

  test('of a contract makes the paper needless', () => {
    const found = [
      { pointer: '/employment/contractNumber', value: 'TD-1', source: 'labour-contracts' as const },
    ];
    expect(kinds({ found })).toEqual(all.filter((kind) => kind !== 'employment-contract'));
  });

  test.each([
    [true, false],
    [false, true],
  ])('of prints, that they are there %s: the certificate is owed %s', (value, owed) => {
    const found = [{ pointer: fingerprintsPointer, value, source: 'fingerprint-registry' as const }];
    expect(kinds({ found }).includes('fingerprint-certificate')).toBe(owed);
  });

  test('is told apart from what is not owed at all', () => {
    const found = insured('2027-05-12');
    const known = documentsKnown(applicant({ found }));
    expect(known.map(({ kind, by }) => [kind, by])).toEqual([['insurance-policy', 'insurance-register']]);
    expect(documentsKnown(applicant({ found, citizenship: 'RUS' }))).toEqual([]);
  });
});

describe('the papers', () => {
  test('are complete when everything owed was handed in, whatever else was', () => {
    const handed = [...documentsOwed(applicant()).map(({ kind }) => kind), 'photo' as const];
    expect(readCompleteness(applicant(), handed)).toMatchObject({ complete: true, missing: [] });
  });

  test('that are missing are named in one list', () => {
    const read = readCompleteness(applicant(), ['passport', 'owner-consent']);
    expect(read.complete).toBe(false);
    expect(read.missing).toEqual(['fingerprint-certificate', 'insurance-policy', 'employment-contract']);
    expect(missingDocuments(read.owed, [])).toEqual(all);
  });
});
