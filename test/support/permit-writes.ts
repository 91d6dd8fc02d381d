/** What people write into the form of a permit where no register knows it; days are counted from today. */
import { today } from '../../agencies/cast-days';
import { employers } from '../../agencies/employers';
import { people } from '../../agencies/people';
import { dateOfDayNumber, dayNumberOf } from '../../domain/law-day';
import type { PermitDraft } from '../../domain/permit-form';
import type { PermitFiled } from './permit-applicant';

/** The law's date so many days from today. */
export const inDays = (days: number): string => dateOfDayNumber(dayNumberOf(today()) + days);

const builder = employers.builder.bin;
const citizen = '900101300017';

/** `ownsHousing` is true: nobody's consent is owed. */
function common(issuedBy: string): PermitDraft {
  return {
    passport: { issuedBy, issuedOn: '2023-05-11', validUntil: inDays(2_000) },
    stay: {
      enteredOn: inDays(-60),
      until: inDays(25),
      settlement: 'Almaty',
      street: 'Tole bi 59',
      ownsHousing: true,
    },
    family: { members: [] },
  };
}

export const studying = (issuedBy: string): PermitFiled => ({
  filing: 'issue',
  purpose: 'study',
  form: { ...common(issuedBy), study: { bin: builder, until: inDays(300) } },
});

/** A citizen of the union, under a contract that has no end. */
export const working = (issuedBy: string, contractNumber = 'TD-2026-0417'): PermitFiled => ({
  filing: 'issue',
  purpose: 'eaeu-work',
  form: {
    ...common(issuedBy),
    employment: { bin: builder, contractNumber, contractFrom: '2026-01-12' },
  },
});

export const inBusiness = (issuedBy: string): PermitFiled => ({
  filing: 'issue',
  purpose: 'business',
  form: common(issuedBy),
});

/** Filed so many days after the old permit's end, with or without a fine since. */
export const renewingStudy = (daysLate: number, finedDaysAgo?: number): PermitFiled => {
  const { form } = studying('AZE');
  return {
    filing: 'renewal',
    purpose: 'study',
    form: {
      ...form,
      currentPermit: { number: 'TP-2025-100900', validUntil: inDays(-daysLate) },
      ...(finedDaysAgo !== undefined && { fine: { decidedOn: inDays(-finedDaysAgo) } }),
    },
  };
};

const { surname, givenName, bornOn, citizenship, iin } = people.aruna.person;
const daughter = { relation: 'child', surname, givenName, bornOn, citizenship, iin, joins: true } as const;

const husband = { kind: 'citizen', iin: citizen, relation: 'spouse', marriedOn: '2015-06-20' } as const;

export const joiningHusband: PermitFiled = {
  filing: 'issue',
  purpose: 'family',
  form: { ...common('KGZ'), family: { members: [daughter] }, sponsor: husband },
};

export const callingHimCitizen: PermitFiled = {
  filing: 'issue',
  purpose: 'family',
  form: { ...common('UZB'), sponsor: husband },
};

export const joiningFather: PermitFiled = {
  filing: 'issue',
  purpose: 'family',
  form: { ...common('KGZ'), sponsor: { kind: 'citizen', iin: citizen, relation: 'parent' } },
};
