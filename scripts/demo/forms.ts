/** What invented people fill in: one complete form, and a thin one. Every day lies before the pilot began. */
import type { ApplicationForm } from '../../domain/form';
import { sexInIin } from '../../domain/iin';
import type { PersonIdentity } from '../../domain/person';

const post = { employer: 'Naryn Hydro', position: 'engineer', country: 'KGZ' };
const certificate = { number: 'KT-900418', issuedOn: '2026-01-20' };

/** Worth far more than the threshold. */
export const fullForm: ApplicationForm = {
  personal: {
    sex: 'male',
    birthCountry: 'KGZ',
    birthPlace: 'Naryn',
    legalStatus: 'citizen',
    maritalStatus: 'married',
    passport: { issuedBy: 'KGZ', issuedOn: '2022-05-11', validUntil: '2042-05-10' },
    address: { settlement: 'Semey', street: 'Abai street 12', registrationCode: '0201300088415277' },
    phone: '+77220004418',
  },
  family: {
    members: [
      {
        relation: 'spouse',
        surname: 'Sadyrkulova',
        givenName: 'Ainura',
        bornOn: '1990-08-30',
        citizenship: 'KGZ',
        joins: true,
      },
    ],
  },
  education: {
    level: 'master',
    institutions: [
      { name: 'Technical University', country: 'KGZ', level: 'master', from: '2013-09-01', to: '2015-06-30' },
    ],
  },
  employment: {
    profession: 'hydraulic engineer',
    periods: [{ ...post, from: '2015-09-01', to: '2024-11-30' }],
  },
  competences: { items: [{ kind: 'driving', name: 'category B', obtainedOn: '2016-03-04' }] },
  languages: {
    kazakh: { skill: 'good', certificate: { ...certificate, level: 'B1' } },
    russian: { skill: 'fluent' },
    english: { skill: 'good', certificate: { ...certificate, test: 'ielts', score: 6.5 } },
  },
  health: { statement: 'fit', listedDisease: false, examinedOn: '2026-01-26', insured: true },
  military: { status: 'none' },
  history: { convictions: [], deportations: [], offences: [], underProsecution: false },
  ties: {
    relatives: [{ relation: 'other', surname: 'Sadyrkulov', givenName: 'Azamat', status: 'citizen' }],
    bornHere: false,
    studiedHere: false,
    ownsHousing: false,
  },
  finances: {
    exemption: 'none',
    fundsTenge: 7_200_000,
    bankCertificate: {
      bank: 'A Bank of Semey',
      number: '17-204',
      issuedOn: '2026-02-02',
      consentToInquiry: true,
    },
    monthlyIncomeTenge: 640_000,
    debts: [],
  },
  adaptability: { arrivedOn: '2025-11-03', monthsLivedHere: 3, plan: 'employment', knowsCustoms: true },
  intentions: { leavesCitizenship: true, declaresTruth: true, consentToProcessing: true },
};

/** Too little to tell. */
export const thinForm: ApplicationForm = {
  ...fullForm,
  personal: {
    ...fullForm.personal,
    maritalStatus: 'single',
    address: { settlement: 'Kostanay', street: 'Baitursynov street 70' },
  },
  family: { members: [] },
  education: { level: 'none', institutions: [] },
  employment: { profession: 'loader', periods: [{ ...post, from: '2023-02-01', to: '2024-11-30' }] },
  languages: {
    kazakh: { skill: 'basic', certificate: { ...certificate, level: 'A1' } },
    russian: { skill: 'good' },
    english: { skill: 'none' },
  },
  ties: { ...fullForm.ties, relatives: [] },
  finances: { ...fullForm.finances, fundsTenge: 900_000 },
};

/** The same form as this person would fill it in: the IIN already says of which sex he or she is. */
export function formOf({ iin }: PersonIdentity, form: ApplicationForm = fullForm): ApplicationForm {
  const sex = iin === undefined ? undefined : sexInIin(iin);
  return { ...form, personal: { ...form.personal, sex: sex ?? form.personal.sex } };
}
