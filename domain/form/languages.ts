/** Languages, and the certificates that show them. */
import { Type, type Static } from 'typebox';
import { certifiedLevels } from '../evidence';
import type { DeepPartial } from './draft';
import { faultsOfDay, faultsOfOrder, when, type Filing, type FormFault } from './faults';
import { Day, Line, section } from './fields';

export const languageSkills = ['none', 'basic', 'good', 'fluent'] as const;
export const englishCertificates = ['ielts', 'toefl-ibt'] as const;

const skill = { skill: Type.Enum([...languageSkills]) };
const paper = { number: Line, issuedOn: Day, validUntil: Type.Optional(Day) };
const KazakhCertificate = section({ ...paper, level: Type.Enum([...certifiedLevels]) });
const EnglishCertificate = section({
  ...paper,
  test: Type.Enum([...englishCertificates]),
  score: Type.Number({ minimum: 0, maximum: 120 }),
});

export const Languages = section(
  {
    kazakh: section({ ...skill, certificate: Type.Optional(KazakhCertificate) }),
    russian: section(skill),
    english: section({ ...skill, certificate: Type.Optional(EnglishCertificate) }),
  },
  'Own statement of each language; Kazakh with a KAZTEST, English with an IELTS or TOEFL certificate.',
);

/** The highest score of each test, and the step between two. */
const scales = {
  ielts: { highest: 9, step: 0.5 },
  'toefl-ibt': { highest: 120, step: 1 },
} as const satisfies Record<(typeof englishCertificates)[number], { highest: number; step: number }>;

export function findLanguageFaults(
  { kazakh, english }: DeepPartial<Static<typeof Languages>>,
  filing: Filing,
): FormFault[] {
  const { test, score } = english?.certificate ?? {};
  const scale = test && scales[test];
  const impossible =
    scale !== undefined && score !== undefined && (score > scale.highest || score % scale.step !== 0);
  return [
    ...faultsOfPaper(kazakh?.certificate, '/languages/kazakh/certificate', filing),
    ...faultsOfPaper(english?.certificate, '/languages/english/certificate', filing),
    ...when(impossible, '/languages/english/certificate/score', 'score-out-of-range'),
  ];
}

function faultsOfPaper(
  certificate: { issuedOn?: string | undefined; validUntil?: string | undefined } = {},
  pointer: string,
  filing: Filing,
): FormFault[] {
  const { issuedOn, validUntil } = certificate;
  return [
    ...faultsOfDay(issuedOn, `${pointer}/issuedOn`, filing),
    ...faultsOfOrder(issuedOn, validUntil, `${pointer}/validUntil`),
  ];
}
