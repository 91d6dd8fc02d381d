/** What the applicant means to do, and what he signs for. */
import { Type } from 'typebox';
import { section, Text, Yes } from './fields';

export const Intentions = section(
  {
    leavesCitizenship: Type.Boolean({ description: 'Means to leave the present citizenship' }),
    about: Type.Optional(Text),
    declaresTruth: Yes,
    consentToProcessing: Yes,
  },
  'The intention as to the present citizenship; the statement that all is true; consent to processing.',
);
