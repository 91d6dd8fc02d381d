/** A certificate of the Kazakh language that an applicant already has, and what the testing centre says of it. */
import { Type, type Static } from 'typebox';
import { certifiedLevels } from './events';
import { Day } from './form/fields';
import { plainText } from './plain-text';

const Id = plainText(100);
const strict = { additionalProperties: false };

/** As it is presented; `issuedOn` is YYYY-MM-DD. No form of the number is published. */
export const LanguageCertificate = Type.Object(
  { number: plainText(50), level: Type.Enum([...certifiedLevels]), issuedOn: Day },
  strict,
);
export type LanguageCertificate = Static<typeof LanguageCertificate>;

export const certificateStatuses = ['genuine', 'not-genuine', 'expired', 'of-another-person'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** The centre's word; `level` is what the certificate proves, `validUntil` its last day, null where there is none. */
export const CertificateConfirmation = Type.Object(
  {
    requestId: Id,
    answerId: Id,
    certificateNumber: plainText(50),
    level: Type.Enum([...certifiedLevels]),
    status: Type.Enum([...certificateStatuses]),
    validUntil: Type.Union([Day, Type.Null()]),
  },
  strict,
);
export type CertificateConfirmation = Static<typeof CertificateConfirmation>;
