/** The questionnaire of permanent residence: one schema gives the type, the checks and the document. */
import { Type, type Static } from 'typebox';
import { plainText } from './plain-text';

export const educations = ['none', 'secondary', 'vocational', 'bachelor', 'master', 'doctorate'] as const;
export const languageSkills = ['none', 'basic', 'good', 'fluent'] as const;
export const tiesToKazakhstan = ['none', 'friends', 'relatives', 'close-family'] as const;
export const healthStatements = ['fit', 'limited', 'not-stated'] as const;

const strict = { additionalProperties: false };

export const ApplicationForm = Type.Object(
  {
    education: Type.Enum([...educations]),
    languages: Type.Object(
      {
        kazakh: Type.Enum([...languageSkills]),
        russian: Type.Enum([...languageSkills]),
        english: Type.Enum([...languageSkills]),
      },
      strict,
    ),
    workYears: Type.Integer({ minimum: 0, maximum: 80 }),
    profession: plainText(200),
    health: Type.Enum([...healthStatements]),
    familyMembers: Type.Integer({ minimum: 0, maximum: 30 }),
    ties: Type.Enum([...tiesToKazakhstan]),
    fundsTenge: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
    address: plainText(500),
    convictedBefore: Type.Boolean(),
    deportedBefore: Type.Boolean(),
    leavesCitizenship: Type.Boolean(),
    consentToProcessing: Type.Literal(true),
  },
  { ...strict, description: 'The questionnaire; money in whole tenge.' },
);
export type ApplicationForm = Static<typeof ApplicationForm>;

/** A draft may be of any completeness, but never hold a field that the form does not know. */
export const FormDraft = Type.Partial(ApplicationForm, {
  ...strict,
  description: 'The questionnaire so far.',
});
export type FormDraft = Static<typeof FormDraft>;
