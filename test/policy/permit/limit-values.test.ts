/** Each limit of a term says which value it rests on: the register's, since when, or the person's, and why. */
import { describe, expect, test } from '@jest/globals';
import { subjectFrom } from '../../../domain/answer-shape';
import { people } from '../../../agencies/people';
import type { TermLimitName } from '../../../domain/permit';
import type { KinshipRegisterAnswer } from '../../../domain/permit-answers';
import type { FetchedValue } from '../../../domain/permit-form/fetched';
import { termFor } from '../../../policy/permit/as-filed';
import { limitValues, toldAtIn } from '../../../policy/permit/limit-values';
import { formAsUsed } from '../../../policy/permit/uses';
import { aPermitFile } from '../../support/case-files';
import { aPermitForm } from '../../support/permit-forms';

const policyVersion = 'permit-2026-11-23';
const toldAt = {
  ...{ 'iin-registry': '2026-05-05T05:00:00.000Z', 'labour-contracts': '2026-05-05T05:00:01.000Z' },
  'kinship-register': '2026-05-07T05:00:00.000Z',
} as const;

function limitOf(
  by: TermLimitName,
  {
    purpose = 'work-with-permit',
    found = [],
    version = policyVersion,
    kinship = undefined,
    entered = {},
  }: Case,
) {
  const form = { ...aPermitForm(purpose), ...entered };
  const values = limitValues(version, { entered: form, found, toldAt });
  const decision = { window: 'first-filing', decidedOn: '2026-05-13', kinship, values } as const;
  const filed = { purpose, filing: 'issue', citizenship: 'UZB', form: formAsUsed(form, found) } as const;
  return termFor(filed, decision).limits.find((limit) => limit.by === by);
}
interface Case {
  purpose?: 'work-with-permit' | 'family';
  found?: FetchedValue[];
  version?: string;
  kinship?: KinshipRegisterAnswer;
  entered?: object;
}

const fetched = (pointer: string, value: string, source: FetchedValue['source']): FetchedValue => ({
  ...{ pointer, value, source },
});
const contract = fetched('/employment/contractUntil', '2027-02-01', 'labour-contracts');
const newer = [
  fetched('/passport/issuedOn', '2010-01-01', 'iin-registry'),
  fetched('/passport/validUntil', '2027-01-31', 'iin-registry'),
];
const { person, facts } = people.malika;
const sponsorAnswer: KinshipRegisterAnswer = {
  ...{ requestId: 'r-1', answerId: 'a-1', ...facts['kinship-register'] },
  ...{ asked: subjectFrom(person), subject: subjectFrom(person) },
  question: { on: '2026-05-05', purpose: 'family', sponsorIin: '900101300017', sponsorKind: 'citizen' },
  sponsor: { ...facts['kinship-register'].sponsor, status: 'business-immigrant', permitUntil: '2026-09-30' },
};

describe('a limit of a term', () => {
  test('that a register’s value sets names the register, and since when the case knows it', () => {
    expect(limitOf('employment-contract', { found: [contract] })).toMatchObject({
      until: '2027-02-01',
      value: {
        ...{ pointer: '/employment/contractUntil', used: 'fetched', source: 'labour-contracts' },
        ...{ at: toldAt['labour-contracts'], rule: 'register-prevails' },
      },
    });
  });

  test('that the person corrected says so, and why his value counts', () => {
    expect(limitOf('passport', { found: newer })?.value).toEqual({
      ...{ pointer: '/passport/validUntil', used: 'corrected', source: 'iin-registry' },
      ...{ at: null, rule: 'newer-document' },
    });
  });

  test('that he alone knows says that no register did', () => {
    expect(limitOf('work-permit', {})?.value).toEqual({
      ...{ pointer: '/employment/workPermitUntil', used: 'entered', source: null },
      ...{ at: null, rule: 'nothing-fetched' },
    });
  });

  test('of the sponsor is the register of kinship’s where that is the shorter', () => {
    const family = { purpose: 'family', kinship: sponsorAnswer } as const;
    const told = { used: 'fetched', source: 'kinship-register', at: toldAt['kinship-register'] };
    expect(limitOf('sponsor', family)).toMatchObject({
      until: '2026-09-30',
      value: { pointer: '/sponsor/permitUntil', ...told, rule: 'shorter-counts' },
    });
    expect(limitOf('purpose', family)?.value).toMatchObject({ pointer: '/sponsor/kind', ...told });
  });

  test('that the table of purposes sets rests on no value', () => {
    expect(limitOf('purpose', {})).not.toHaveProperty('value');
  });

  test('of a case that was filed before is told without', () => {
    const version = 'permit-2026-04-13';
    expect(limitOf('employment-contract', { found: [contract], version })).not.toHaveProperty('value');
  });
});

test('the instants are those of the record', () => {
  const file = aPermitFile('awaiting-decision');
  const told = toldAtIn(file);
  expect(told['permit-register']).toBe(file.permit?.fetched['permit-register']?.at);
  expect(told).not.toHaveProperty('kinship-register');
});
