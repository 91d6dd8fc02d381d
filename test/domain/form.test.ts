/** The questionnaire: what it takes, and each rule once kept and once broken. */
import { describe, expect, test } from '@jest/globals';
import { Value } from 'typebox/value';
import { people } from '../../agencies/people';
import { ApplicationForm, findFormFaults, FormDraft } from '../../domain/form';
import { formFaults, type Filing } from '../../domain/form/faults';
import { formOf } from '../../scripts/demo/forms';
import { aForm, strongForm, weakForm } from '../support/forms';

type Unlike = Parameters<typeof aForm>[0];

const filing: Filing = {
  filedOn: '2026-05-09',
  passportDays: 180,
  person: { bornOn: '1988-03-14', iin: '880314302411' },
};
const told = (form: FormDraft, on: Filing = filing) =>
  findFormFaults(form, on).map(({ pointer, code }) => `${pointer} ${code}`);

const { personal, family, education, employment, finances, languages } = aForm();
const passport = (unlike: object) => ({ personal: { passport: { ...personal.passport, ...unlike } } });
const member = (unlike: object) => ({
  family: { members: [...family.members, { ...family.members[0]!, ...unlike }] },
});
const child = { relation: 'child', bornOn: '2015-01-01' } as const;
const institution = (unlike: object) => ({
  education: { institutions: [{ ...education.institutions[0]!, ...unlike }] },
});
const period = (unlike: object) => ({ employment: { periods: [{ ...employment.periods[0]!, ...unlike }] } });
const kazakh = (unlike: object) => ({
  languages: {
    kazakh: { ...languages.kazakh, certificate: { ...languages.kazakh.certificate!, ...unlike } },
  },
});
const english = (unlike: object) => ({
  languages: {
    english: { ...languages.english, certificate: { ...languages.english.certificate!, ...unlike } },
  },
});
const conviction = { country: 'KGZ', offence: 'theft', convictedOn: '2010-02-02' };
const deportation = { country: 'RUS', deportedOn: '2016-05-05' };
const sponsor = {
  surname: 'A',
  givenName: 'B',
  relation: 'spouse',
  exemption: 'ethnic-kazakh',
} as const;

/** Broken, the fault, and the same once it is right. */
const rules: [Unlike, fault: string, right: Unlike][] = [
  [
    passport({ issuedOn: '2026-05-10' }),
    '/personal/passport/issuedOn in-the-future',
    passport({ issuedOn: '2026-05-09' }),
  ],
  [
    passport({ issuedOn: '1988-03-13' }),
    '/personal/passport/issuedOn before-birth',
    passport({ issuedOn: '1988-03-14' }),
  ],
  [
    passport({ issuedOn: '2026-05-09', validUntil: '2026-11-05' }),
    '/personal/passport/validUntil passport-too-short',
    passport({ issuedOn: '2026-05-09', validUntil: '2026-11-06' }),
  ],
  [
    { personal: { iin: '880314302412' } },
    '/personal/iin iin-check-digit',
    { personal: { iin: '880314302411' } },
  ],
  [{ personal: { sex: 'female' } }, '/personal/sex iin-of-another-sex', { personal: { sex: 'male' } }],
  [{ family: { members: [] } }, '/family/members spouse-missing', member({ relation: 'parent' })],
  [
    member({ ...child, birthCertificate: 'X-1', bornOn: '2026-05-10' }),
    '/family/members/1/bornOn in-the-future',
    member({ ...child, birthCertificate: 'X-1', bornOn: '2026-05-09' }),
  ],
  [
    member({ ...child, bornOn: '2008-05-10' }),
    '/family/members/1/birthCertificate missing',
    member({ ...child, bornOn: '2008-05-09' }),
  ],
  [member({ iin: '900101300018' }), '/family/members/1/iin iin-check-digit', member({ iin: '900101300017' })],
  [
    institution({ to: '2012-01-01' }),
    '/education/institutions/0/to ends-before-it-starts',
    institution({ to: '2013-09-01' }),
  ],
  [
    institution({ from: '1987-01-01' }),
    '/education/institutions/0/from before-birth',
    institution({ from: '1995-09-01' }),
  ],
  [{ education: { institutions: [] } }, '/education/institutions institution-missing', {}],
  [
    { education: { level: 'doctorate' } },
    '/education/level level-not-shown',
    { education: { level: 'master' } },
  ],
  [institution({ to: undefined }), '/education/level level-not-shown', institution({})],
  [
    period({ to: '2015-08-31' }),
    '/employment/periods/0/to ends-before-it-starts',
    period({ to: '2015-09-01' }),
  ],
  [period({ to: '2026-05-10' }), '/employment/periods/0/to in-the-future', period({ to: undefined })],
  [
    { competences: { items: [{ kind: 'craft', name: 'welding', obtainedOn: '2027-01-01' }] } },
    '/competences/items/0/obtainedOn in-the-future',
    { competences: { items: [{ kind: 'craft', name: 'welding' }] } },
  ],
  [
    kazakh({ issuedOn: '2026-05-10' }),
    '/languages/kazakh/certificate/issuedOn in-the-future',
    kazakh({ issuedOn: '2026-05-09' }),
  ],
  [
    english({ validUntil: '2026-01-19' }),
    '/languages/english/certificate/validUntil ends-before-it-starts',
    english({ validUntil: '2028-01-19' }),
  ],
  [english({ score: 9.5 }), '/languages/english/certificate/score score-out-of-range', english({ score: 9 })],
  [
    english({ score: 6.3 }),
    '/languages/english/certificate/score score-out-of-range',
    english({ test: 'toefl-ibt', score: 120 }),
  ],
  [
    { health: { examinedOn: '2026-05-10' } },
    '/health/examinedOn in-the-future',
    { health: { examinedOn: '2026-05-09' } },
  ],
  [
    { military: { status: 'serving', from: '2020-01-01' } },
    '/military/country missing',
    { military: { status: 'serving', from: '2020-01-01', country: 'KGZ' } },
  ],
  [
    { military: { status: 'serving', country: 'KGZ' } },
    '/military/from missing',
    { military: { status: 'exempt' } },
  ],
  [
    { military: { status: 'served', country: 'KGZ', from: '2006-01-01' } },
    '/military/to missing',
    { military: { status: 'served', country: 'KGZ', from: '2006-01-01', to: '2007-01-01' } },
  ],
  [
    { history: { convictions: [{ ...conviction, spentOn: '2010-02-01' }] } },
    '/history/convictions/0/spentOn ends-before-it-starts',
    { history: { convictions: [{ ...conviction, spentOn: '2012-02-01' }] } },
  ],
  [
    { history: { deportations: [{ ...deportation, deportedOn: '2026-05-10' }] } },
    '/history/deportations/0/deportedOn in-the-future',
    { history: { deportations: [{ ...deportation, bannedUntil: '2030-01-01' }] } },
  ],
  [
    { history: { offences: [{ country: 'KAZ', kind: 'tax', committedOn: '2026-06-01' }] } },
    '/history/offences/0/committedOn in-the-future',
    { history: { offences: [{ country: 'KAZ', kind: 'tax', committedOn: '2026-04-01' }] } },
  ],
  [
    { ties: { relatives: [{ ...aForm().ties.relatives[0]!, iin: '900101300018' }] } },
    '/ties/relatives/0/iin iin-check-digit',
    { ties: { relatives: [{ ...aForm().ties.relatives[0]!, iin: '900101300017' }] } },
  ],
  [
    { finances: { bankCertificate: undefined } },
    '/finances/bankCertificate missing',
    { finances: { bankCertificate: undefined, exemption: 'former-compatriot' } },
  ],
  [
    { finances: { bankCertificate: { ...finances.bankCertificate!, issuedOn: '2026-05-10' } } },
    '/finances/bankCertificate/issuedOn in-the-future',
    { finances: { bankCertificate: { ...finances.bankCertificate!, issuedOn: '2026-05-09' } } },
  ],
  [
    { finances: { exemption: 'family-of-exempt' } },
    '/finances/sponsor missing',
    { finances: { exemption: 'family-of-exempt', sponsor } },
  ],
  [
    { finances: { debts: [{ kind: 'tax', amountTenge: 1, overdueSince: '2026-05-10' }] } },
    '/finances/debts/0/overdueSince in-the-future',
    { finances: { debts: [{ kind: 'tax', amountTenge: 1, overdueSince: '2026-05-09' }] } },
  ],
  [
    { finances: { exemption: 'in-demand-profession' } },
    '/employment/inDemandProfession missing',
    { finances: { exemption: 'in-demand-profession' }, employment: { inDemandProfession: 'surgeon' } },
  ],
  [
    { adaptability: { monthsLivedHere: 469 } },
    '/adaptability/monthsLivedHere longer-than-life',
    { adaptability: { monthsLivedHere: 468 } },
  ],
];

describe('a rule of the form', () => {
  test.each(rules)('%j: %s', (...[wrong, fault, right]) => {
    expect(told(aForm(wrong))).toEqual([fault]);
    expect(told(aForm(right))).toEqual([]);
  });

  test('is told of an IIN that is not the one of the application', () => {
    expect(told(aForm({ personal: { iin: '900101300017' } }))).toEqual([
      '/personal/iin iin-of-another-birth-date',
      '/personal/iin iin-not-as-filed',
    ]);
  });

  test('asks nothing of the sex where the seventh digit is 0', () => {
    const person = { bornOn: '1990-01-01', iin: '900101000008' };
    for (const sex of ['male', 'female'] as const)
      expect(told(aForm({ personal: { sex } }), { ...filing, person })).toEqual([]);
  });

  test('is told with all the others at once', () => {
    const many = aForm({ ...period({ to: '2015-08-31' }), finances: { bankCertificate: undefined } });
    expect(told(many)).toEqual([
      '/employment/periods/0/to ends-before-it-starts',
      '/finances/bankCertificate missing',
    ]);
  });

  test('of every kind is broken here', () => {
    const broken = new Set(rules.map(([, fault]) => fault.split(' ')[1]));
    const elsewhere = ['iin-of-another-birth-date', 'iin-not-as-filed'];
    const ofPermits = [
      'bin-check-digit',
      'bin-of-another-employer',
      'member-without-iin',
      'passport-ends-before-stay',
      'already-ended',
      'sponsor-of-oneself',
      'sponsor-of-another-purpose',
      'sponsor-resident-too-short',
      'married-too-short',
    ];
    expect([...broken, ...elsewhere, ...ofPermits].sort()).toEqual(Object.keys(formFaults).sort());
  });

  test('does not mind two employments at once', () => {
    const first = employment.periods[0]!;
    expect(told(aForm({ employment: { periods: [first, { ...first, from: '2018-01-01' }] } }))).toEqual([]);
  });
});

describe('a form', () => {
  test.each(Object.entries(people))('as %s fills it in is without fault', (...[, { personOn }]) => {
    const person = personOn(filing.filedOn);
    for (const form of [formOf(person, strongForm), formOf(person, weakForm)]) {
      expect(Value.Check(ApplicationForm, form)).toBe(true);
      expect(told(form, { ...filing, person })).toEqual([]);
    }
  });

  test('of nobody knows no fault of rules, only of shape', () => {
    expect(told({})).toEqual([]);
    expect(Value.Check(ApplicationForm, {})).toBe(false);
  });

  test('has thirteen sections, each of which is needed and takes no other field', () => {
    const whole = aForm();
    expect(Object.keys(whole)).toHaveLength(13);
    for (const section of Object.keys(whole)) {
      const { [section as keyof ApplicationForm]: content, ...rest } = whole;
      expect(Value.Check(ApplicationForm, rest)).toBe(false);
      expect(Value.Check(ApplicationForm, { ...whole, [section]: { ...content, nickname: 'x' } })).toBe(
        false,
      );
    }
  });

  test.each([
    ['untrue', { intentions: { declaresTruth: false } }],
    ['without consent', { intentions: { consentToProcessing: false } }],
    ['with a day that does not exist', passport({ validUntil: '2030-02-30' })],
    [
      'with thirty-one employments',
      { employment: { periods: Array.from({ length: 31 }, () => employment.periods[0]!) } },
    ],
    ['with a half tenge', { finances: { fundsTenge: 0.5 } }],
  ])('%s is none', (_, unlike) => {
    expect(Value.Check(ApplicationForm, aForm(unlike as Unlike))).toBe(false);
  });
});

describe('a draft', () => {
  test.each([
    ['nothing at all', {}],
    ['half a section', { personal: { birthPlace: 'Naryn' } }],
    ['half a row of a list', { employment: { periods: [{ employer: 'Hydro' }, {}] } }],
    ['the whole form', aForm()],
  ])('may hold %s', (_, draft) => {
    expect(Value.Check(FormDraft, draft)).toBe(true);
  });

  test.each([
    ['a section that the form does not know', { hobbies: {} }],
    ['a field that its section does not know', { personal: { nickname: 'T' } }],
    ['a field that its row does not know', { employment: { periods: [{ salary: 1 }] } }],
    ['a value of another kind', { adaptability: { monthsLivedHere: '7' } }],
    ['a consent that is none', { intentions: { consentToProcessing: false } }],
  ])('may not hold %s', (_, draft) => {
    expect(Value.Check(FormDraft, draft)).toBe(false);
  });
});
