/** Who a person is, as far as an agency has to know to find him. */
import { Type, type Static } from 'typebox';
import { Country, Day, Iin, Name } from './form/fields';
import { isIin, isOfBirthDate } from './iin';

/** `bornOn` is YYYY-MM-DD, `citizenship` ISO 3166 alpha-3; many applicants have no IIN yet. */
export const PersonIdentity = Type.Object(
  {
    surname: Name,
    givenName: Name,
    bornOn: Day,
    citizenship: Country,
    passportNumber: Type.String({ pattern: '^[A-Z0-9]{5,15}$' }),
    iin: Type.Optional(Iin),
  },
  { additionalProperties: false },
);
export type PersonIdentity = Static<typeof PersonIdentity>;

/** What a person is known by: passport and citizenship, or the IIN. A name and a birth date are no proof. */
export const PersonPapers = Type.Pick(PersonIdentity, ['citizenship', 'passportNumber', 'iin']);
export type PersonPapers = Static<typeof PersonPapers>;

/** A new passport is told by the IIN. */
export function isSamePerson(one: PersonPapers, other: PersonPapers): boolean {
  const byPassport = one.passportNumber === other.passportNumber && one.citizenship === other.citizenship;
  return byPassport || (one.iin !== undefined && one.iin === other.iin);
}

/** What the shape cannot say of a person, each under its pointer; `date` is the law's date of the application. */
export function findPersonFaults({ bornOn, iin }: PersonIdentity, date: string) {
  const faults: {
    pointer: string;
    code: 'in-the-future' | 'iin-check-digit' | 'iin-of-another-birth-date';
  }[] = [];
  if (bornOn > date) faults.push({ pointer: '/bornOn', code: 'in-the-future' });
  if (iin === undefined) return faults;
  if (!isIin(iin)) faults.push({ pointer: '/iin', code: 'iin-check-digit' });
  if (!isOfBirthDate(iin, bornOn)) faults.push({ pointer: '/iin', code: 'iin-of-another-birth-date' });
  return faults;
}
