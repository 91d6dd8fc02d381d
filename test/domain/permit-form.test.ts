/** The form of a temporary permit: what it takes, and each rule once kept and once broken. */
import { describe, expect, test } from '@jest/globals';
import { Value } from 'typebox/value';
import { formFaults } from '../../domain/form/faults';
import { filings, permitPurposes, type PermitPurpose } from '../../domain/permit';
import { findPermitFormFaults, PermitDraft, PermitForm } from '../../domain/permit-form';
import { aPermitForm, permitFiledOn, permitPerson } from '../support/permit-forms';

type Unlike = Parameters<typeof aPermitForm>[1];

const filedOn = permitFiledOn;
const told = (form: PermitDraft, purpose: PermitPurpose, filing: (typeof filings)[number] = 'issue') =>
  findPermitFormFaults(form, { filedOn, purpose, filing, person: permitPerson }).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

const { passport, stay } = aPermitForm('business');
const ofPassport = (unlike: object) => ({ passport: { ...passport, ...unlike } });
const ofStay = (unlike: object) => ({ stay: { ...stay, ...unlike } });
const child = {
  relation: 'child' as const,
  surname: 'Saparov',
  givenName: 'Arman',
  bornOn: '1990-01-01',
  citizenship: 'UZB',
  iin: '900101300017' as string | undefined,
  joins: true,
};
const member = (unlike: Partial<typeof child>) => ({ family: { members: [child, { ...child, ...unlike }] } });
const spouse = aPermitForm('family').sponsor!;
const sponsor = (unlike: Partial<typeof spouse>) => ({ sponsor: { ...spouse, ...unlike } });
const work = aPermitForm('work-with-permit').employment!;
const employment = (unlike: Partial<typeof work>) => ({ employment: { ...work, ...unlike } });

/** The purpose, what is broken, the fault, and the same once it is right. */
const rules: [PermitPurpose, Unlike, fault: string, right: Unlike][] = [
  [
    'business',
    ofPassport({ issuedOn: '2026-05-13' }),
    '/passport/issuedOn in-the-future',
    ofPassport({ issuedOn: '2026-05-12' }),
  ],
  [
    'business',
    ofPassport({ issuedOn: '1988-03-13' }),
    '/passport/issuedOn before-birth',
    ofPassport({ issuedOn: '1988-03-14' }),
  ],
  [
    'business',
    { ...ofPassport({ issuedOn: '2020-01-01', validUntil: '2026-05-11' }) },
    '/passport/validUntil already-ended',
    { ...ofPassport({ validUntil: '2026-05-12' }), ...ofStay({ until: '2026-05-12' }) },
  ],
  [
    'business',
    ofPassport({ validUntil: '2026-05-19' }),
    '/passport/validUntil passport-ends-before-stay',
    ofPassport({ validUntil: '2026-05-20' }),
  ],
  [
    'business',
    { ...ofPassport({ validUntil: '2027-05-10' }), request: { until: '2027-05-11' } },
    '/passport/validUntil passport-ends-before-stay',
    { ...ofPassport({ validUntil: '2027-05-11' }), request: { until: '2027-05-11' } },
  ],
  [
    'business',
    ofStay({ enteredOn: '2026-05-13' }),
    '/stay/enteredOn in-the-future',
    ofStay({ enteredOn: '2026-05-12' }),
  ],
  [
    'business',
    ofStay({ until: '2026-04-19' }),
    '/stay/until ends-before-it-starts',
    ofStay({ until: '2026-04-20' }),
  ],
  ['study', { study: undefined }, '/study missing', {}],
  ['treatment', { treatment: undefined }, '/treatment missing', {}],
  ['ground-lost', { groundLost: undefined }, '/groundLost missing', {}],
  [
    'ground-lost',
    { groundLost: { lostOn: '2026-05-13' } },
    '/groundLost/lostOn in-the-future',
    { groundLost: { lostOn: '2026-05-12' } },
  ],
  ['eaeu-work', { employment: undefined }, '/employment missing', {}],
  ['family', { sponsor: undefined }, '/sponsor missing', {}],
  ['missionary', { sponsor: undefined }, '/sponsor missing', {}],
  ['study', member({ iin: undefined }), '/family/members/1/iin member-without-iin', member({})],
  [
    'study',
    member({ iin: '900101300018' }),
    '/family/members/1/iin iin-check-digit',
    member({ iin: '900101300017' }),
  ],
  [
    'study',
    member({ bornOn: '1990-01-02' }),
    '/family/members/1/iin iin-of-another-birth-date',
    member({ bornOn: '1990-01-01' }),
  ],
  ['family', { sponsor: { kind: 'none' } }, '/sponsor/kind missing', {}],
  ['family', sponsor({ iin: undefined }), '/sponsor/iin missing', sponsor({ iin: '900101300017' })],
  [
    'family',
    sponsor({ iin: '900101300018' }),
    '/sponsor/iin iin-check-digit',
    sponsor({ iin: '900101300811' }),
  ],
  ['family', sponsor({ iin: permitPerson.iin }), '/sponsor/iin sponsor-of-oneself', sponsor({})],
  [
    'family',
    sponsor({ marriedOn: undefined }),
    '/sponsor/marriedOn missing',
    sponsor({ marriedOn: undefined, relation: 'parent' }),
  ],
  [
    'family',
    sponsor({ marriedOn: '2026-05-13' }),
    '/sponsor/marriedOn in-the-future',
    sponsor({ marriedOn: '2026-05-12' }),
  ],
  [
    'family',
    sponsor({ kind: 'permanent-resident' }),
    '/sponsor/residentSince missing',
    sponsor({ kind: 'permanent-resident', residentSince: '2026-05-12' }),
  ],
  [
    'family',
    sponsor({ kind: 'permanent-resident', residentSince: '2026-05-13' }),
    '/sponsor/residentSince in-the-future',
    sponsor({ kind: 'permanent-resident', residentSince: '1980-01-01' }),
  ],
  [
    'family',
    sponsor({ kind: 'business-immigrant', permitUntil: '2026-05-11' }),
    '/sponsor/permitUntil already-ended',
    sponsor({ kind: 'business-immigrant', permitUntil: '2026-05-12' }),
  ],
  [
    'missionary',
    { sponsor: { kind: 'organisation', bin: '180140000128' } },
    '/sponsor/bin bin-check-digit',
    { sponsor: { kind: 'organisation', bin: '180140000127' } },
  ],
  [
    'missionary',
    { sponsor: { kind: 'organisation' } },
    '/sponsor/bin missing',
    { sponsor: { kind: 'organisation', bin: '180140000127' } },
  ],
  [
    'work-with-permit',
    employment({ bin: '180140000128' }),
    '/employment/bin bin-check-digit',
    employment({ bin: '900101300017' }),
  ],
  [
    'work-with-permit',
    employment({ contractUntil: '2026-05-11', contractFrom: '2026-01-01' }),
    '/employment/contractUntil already-ended',
    employment({ contractUntil: '2026-05-12' }),
  ],
  [
    'work-with-permit',
    employment({ contractFrom: '2031-05-01' }),
    '/employment/contractUntil ends-before-it-starts',
    employment({ contractFrom: '2031-04-30' }),
  ],
  [
    'work-with-permit',
    employment({ workPermitNumber: undefined }),
    '/employment/workPermitNumber missing',
    employment({ contractUntil: undefined }),
  ],
  [
    'work-with-permit',
    employment({ workPermitUntil: undefined }),
    '/employment/workPermitUntil missing',
    employment({}),
  ],
  [
    'work-with-permit',
    employment({ workPermitUntil: '2026-05-11' }),
    '/employment/workPermitUntil already-ended',
    employment({ workPermitUntil: '2026-05-12' }),
  ],
  [
    'study',
    { study: { bin: '180140000128', until: '2027-01-01' } },
    '/study/bin bin-check-digit',
    { study: { bin: '180140000127', until: '2027-01-01' } },
  ],
  [
    'treatment',
    { treatment: { bin: '180140000127', until: '2026-05-11' } },
    '/treatment/until already-ended',
    { treatment: { bin: '180140000127', until: '2026-05-12' } },
  ],
  [
    'business',
    { insurance: { policyNumber: 'M-1', validUntil: '2026-05-11' } },
    '/insurance/validUntil already-ended',
    { insurance: { policyNumber: 'M-1', validUntil: '2026-05-12' } },
  ],
  [
    'business',
    { fine: { decidedOn: '2026-05-13' } },
    '/fine/decidedOn in-the-future',
    { fine: { decidedOn: '2026-05-12' } },
  ],
  [
    'business',
    { request: { until: '2026-05-11' } },
    '/request/until already-ended',
    { request: { until: '2026-05-12' } },
  ],
];

describe('a rule of the form', () => {
  test.each(rules)('for %s, %j: %s', (...[purpose, wrong, fault, right]) => {
    expect(told(aPermitForm(purpose, wrong), purpose)).toEqual([fault]);
    expect(told(aPermitForm(purpose, right), purpose)).toEqual([]);
  });

  test('is told with all the others at once', () => {
    const many = { ...ofStay({ enteredOn: '2026-05-13' }), ...employment({ bin: '180140000128' }) };
    expect(told(aPermitForm('eaeu-work', many), 'eaeu-work')).toEqual([
      '/stay/enteredOn in-the-future',
      '/employment/bin bin-check-digit',
    ]);
  });

  test('names faults from the one closed list', () => {
    for (const [, , fault] of rules) expect(Object.keys(formFaults)).toContain(fault.split(' ')[1]);
  });

  test.each(permitPurposes)(
    'asks for the present permit at a renewal of %s, and not at the issue',
    (purpose) => {
      expect(told(aPermitForm(purpose), purpose)).toEqual([]);
      expect(told(aPermitForm(purpose), purpose, 'renewal')).toEqual(['/currentPermit missing']);
      expect(told(aPermitForm(purpose, {}, 'renewal'), purpose, 'renewal')).toEqual([]);
    },
  );

  test('does not mind a present permit that has ended: whether it is too late is another question', () => {
    const ended = { currentPermit: { number: 'TRP-1', validUntil: '2026-05-02' } };
    expect(told(aPermitForm('study', ended, 'renewal'), 'study', 'renewal')).toEqual([]);
  });
});

describe('a form', () => {
  test.each(permitPurposes.flatMap((purpose) => filings.map((filing) => [purpose, filing] as const)))(
    'for %s, %s is whole, and a draft of itself',
    (purpose, filing) => {
      const form = aPermitForm(purpose, {}, filing);
      expect(Value.Check(PermitForm, form)).toBe(true);
      expect(Value.Check(PermitDraft, form)).toBe(true);
    },
  );

  test('of nobody tells which sections its purpose needs, and has no shape', () => {
    expect(told({}, 'work-with-permit', 'renewal')).toEqual([
      '/employment missing',
      '/currentPermit missing',
    ]);
    expect(Value.Check(PermitForm, {})).toBe(false);
    expect(Value.Check(PermitDraft, {})).toBe(true);
  });

  test.each([
    ['a section that it does not know', { hobbies: {} }],
    ['a field that its section does not know', { stay: { ...stay, nickname: 'T' } }],
    ['a day that does not exist', ofPassport({ validUntil: '2030-02-30' })],
    ['a BIN of eleven digits', { study: { bin: '18014000012', until: '2027-01-01' } }],
    ['a sponsor of no known kind', { sponsor: { kind: 'friend' } }],
    ['thirty-one relatives', { family: { members: Array.from({ length: 31 }, () => child) } }],
  ])('takes no %s', (_, unlike) => {
    expect(Value.Check(PermitForm, aPermitForm('study', unlike as Unlike))).toBe(false);
  });
});
