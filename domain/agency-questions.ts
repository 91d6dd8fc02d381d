/** What an agency may be told beside the person: the contract that both sides of the line check. */
import { Type, type Static } from 'typebox';
import { Day } from './form/fields';
import { plainText } from './plain-text';

const strict = { additionalProperties: false };

/** Whole tenge. */
export const Tenge = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });

export const mostFamily = 30;

/** One of the family of whoever is asked about; `bornOn` is YYYY-MM-DD, and many have no IIN yet. */
export const FamilyMember = Type.Object(
  {
    surname: plainText(100),
    givenName: plainText(100),
    bornOn: Day,
    iin: Type.Optional(Type.String({ pattern: '^[0-9]{12}$' })),
  },
  strict,
);
export type FamilyMember = Static<typeof FamilyMember>;

/** The bank's certificate that the money is there: which bank, its outgoing number and date (order MIA 531). */
export const SolvencyCertificate = Type.Object(
  { bank: plainText(200), number: plainText(50), issuedOn: Day },
  strict,
);
export type SolvencyCertificate = Static<typeof SolvencyCertificate>;

/** What a bank is asked to confirm: a certificate, where one was presented, and that so much is on the account. */
export const BankSubject = Type.Object(
  { certificate: Type.Optional(SolvencyCertificate), requiredTenge: Type.Optional(Tenge) },
  strict,
);
export type BankSubject = Static<typeof BankSubject>;
