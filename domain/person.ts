/** Who a person is, as far as an agency has to know to find him. */
import { Type, type Static } from 'typebox';
import { plainText } from './plain-text';

const Name = plainText(100);

/** `bornOn` is YYYY-MM-DD, `citizenship` ISO 3166 alpha-3; many applicants have no IIN yet. */
export const PersonIdentity = Type.Object(
  {
    surname: Name,
    givenName: Name,
    bornOn: Type.String({ format: 'date' }),
    citizenship: Type.String({ pattern: '^[A-Z]{3}$' }),
    passportNumber: Type.String({ pattern: '^[A-Z0-9]{5,15}$' }),
    iin: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
  },
  { additionalProperties: false },
);
export type PersonIdentity = Static<typeof PersonIdentity>;
