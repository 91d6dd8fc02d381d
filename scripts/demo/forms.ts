/** What the people of the demonstration fill in, and the scan that goes with it. */
import type { ApplicationForm } from '../../domain/form';

/** Worth far more than the threshold. */
export const fullForm: ApplicationForm = {
  education: 'master',
  languages: { kazakh: 'good', russian: 'fluent', english: 'good' },
  workYears: 9,
  profession: 'hydraulic engineer',
  health: 'fit',
  familyMembers: 2,
  ties: 'relatives',
  fundsTenge: 7_200_000,
  address: 'Semey, Abai street 12',
  convictedBefore: false,
  deportedBefore: false,
  leavesCitizenship: true,
  consentToProcessing: true,
};

/** Too little to tell. */
export const thinForm: ApplicationForm = {
  ...fullForm,
  education: 'secondary',
  languages: { kazakh: 'basic', russian: 'good', english: 'none' },
  workYears: 2,
  profession: 'loader',
  familyMembers: 0,
  ties: 'friends',
  fundsTenge: 900_000,
  address: 'Kostanay, Baitursynov street 70',
};

/** The smallest thing that is a PDF. */
export const scan: Uint8Array = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF\n',
);
