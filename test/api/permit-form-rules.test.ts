/** What a family hears when it hands its form in, before anything is filed. */
import { describe, expect, test } from '@jest/globals';
import { permitFormRules } from '../../api/permit-form-rules';
import type { Prefilled } from '../../db/reads/prefilled';
import type { FilingKind, PermitPurpose } from '../../domain/permit';
import type { PermitForm } from '../../domain/permit-form';
import { aPermitFile } from '../support/permit-files';
import { aPermitForm, permitFiledOn, permitPerson } from '../support/permit-forms';

const wife = { kind: 'citizen', iin: '900101300017', relation: 'spouse', marriedOn: '2018-06-01' } as const;

function rulesOf(purpose: PermitPurpose, prefilled: Prefilled[] = [], policyVersion?: string) {
  const filing: FilingKind = 'issue';
  const opened = aPermitFile('awaiting-form');
  const file = { ...opened, policyVersion: policyVersion ?? opened.policyVersion };
  const permit = file.permit && { ...file.permit, filing, purpose };
  const offsetMs = Date.parse(`${permitFiledOn}T06:00:00.000Z`) - Date.now();
  const person = {
    ...permitPerson,
    ...{ surname: 'Marker', givenName: 'Nodira', citizenship: 'UZB', passportNumber: 'FA9100417' },
  };
  const row = { file: { ...file, permit }, waitingUntil: null, headHash: '', offsetMs };
  return permitFormRules({ row, person, prefilled, employerBin: null });
}

function faultsOf(sponsor: PermitForm['sponsor'], purpose: PermitPurpose = 'family') {
  return rulesOf(purpose).submissionFaults(aPermitForm(purpose, sponsor && { sponsor }), []);
}

describe('a family that hands its form in', () => {
  test('is taken when its sponsor has the right, by its own word', () => {
    expect(faultsOf(wife)).toEqual([]);
    expect(faultsOf({ ...wife, marriedOn: '2023-05-12' })).toEqual([]);
  });

  test('hears at once that a marriage of one year is too young, and by which article', () => {
    expect(faultsOf({ ...wife, marriedOn: '2025-05-12' })).toEqual([
      {
        pointer: '/sponsor/marriedOn',
        code: 'married-too-short',
        message: expect.stringMatching(/art\. 27: married for three years/),
      },
    ]);
  });

  test('hears at once that a permanent resident has not lived here for two years', () => {
    const { marriedOn: _, ...child } = { ...wife, relation: 'child' as const };
    const resident = { ...child, kind: 'permanent-resident' as const };
    expect(faultsOf({ ...resident, residentSince: '2024-05-12' })).toEqual([]);
    expect(faultsOf({ ...resident, residentSince: '2024-05-13' })).toMatchObject([
      { pointer: '/sponsor/residentSince', code: 'sponsor-resident-too-short' },
    ]);
  });

  test('hears one thing of a day that is missing, and that no organisation has a family', () => {
    const { marriedOn: _, ...unmarried } = wife;
    expect(faultsOf(unmarried)).toMatchObject([{ pointer: '/sponsor/marriedOn', code: 'missing' }]);
    expect(faultsOf({ kind: 'organisation', bin: '180140000127' })).toMatchObject([
      { pointer: '/sponsor/kind', code: 'sponsor-of-another-purpose' },
    ]);
  });

  test('and who lost the ground a month after the wedding is not asked how long it lasted', () => {
    expect(faultsOf({ ...wife, marriedOn: '2026-04-12' }, 'ground-lost')).toEqual([]);
  });
});

test('whoever fills in the form is told which paper he need not bring, and which register knows it', () => {
  const kept = { answerId: 'answer-1', receivedAt: '2026-05-04T05:00:00.000Z' };
  const insured = { pointer: '/insurance/validUntil', source: 'insurance-register' as const, ...kept };
  const form = aPermitForm('study');
  const toBring = (until: string) => {
    const rules = rulesOf('study', [{ ...insured, value: until }]);
    const kinds = rules.needed(form, []).map(({ kind }) => kind);
    return [kinds.includes('insurance-policy'), rules.known(form).map(({ kind, by }) => [kind, by])];
  };
  expect(toBring('2027-05-11')).toEqual([false, [['insurance-policy', 'insurance-register']]]);
  expect(toBring('2026-05-11')).toEqual([true, []]);
});

test.each([
  ['permit-2026-11-25', 'another-contract', true],
  ['permit-2026-11-24', 'register-prevails', false],
])('under %s who names another contract files by %s, and owes its paper: %s', (policyVersion, rule, owed) => {
  const kept = { answerId: 'answer-1', receivedAt: '2026-05-04T05:00:00.000Z' };
  const source = 'labour-contracts' as const;
  const side = { pointer: '/employment/contractNumber', value: 'SIDE-1', source, ...kept };
  const rules = rulesOf('eaeu-work', [side], policyVersion);
  const form = aPermitForm('eaeu-work');
  const submitted = rules.submission(form);
  expect(submitted.permit?.uses).toContainEqual(
    expect.objectContaining({ pointer: side.pointer, source, rule }),
  );
  expect(
    rules
      .needed(form, [])
      .map(({ kind }) => kind)
      .includes('employment-contract'),
  ).toBe(owed);
});
