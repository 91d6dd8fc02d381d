/** Who fills the form in: what the application did not already say of the person. */
import { Type, type Static } from 'typebox';
import { isIin, isOfBirthDate, sexInIin } from '../iin';
import { lawDayNumber } from '../law-day';
import { faultsOfDay, faultsOfOrder, when, type Filing, type FormFault } from './faults';
import type { DeepPartial } from './draft';
import { Country, Day, Iin, Line, Name, section } from './fields';

export const sexes = ['female', 'male'] as const;
export const legalStatuses = ['citizen', 'stateless', 'refugee'] as const;
export const maritalStatuses = ['single', 'married', 'divorced', 'widowed'] as const;

export const Personal = section(
  {
    patronymic: Type.Optional(Name),
    formerSurname: Type.Optional(Name),
    sex: Type.Enum([...sexes]),
    iin: Type.Optional(Iin),
    birthCountry: Country,
    birthPlace: Name,
    legalStatus: Type.Enum([...legalStatuses]),
    maritalStatus: Type.Enum([...maritalStatuses]),
    passport: section({ issuedBy: Country, issuedOn: Day, validUntil: Day }),
    address: section({
      settlement: Name,
      street: Line,
      registrationCode: Type.Optional(Type.String({ pattern: '^[0-9]{1,20}$' })),
    }),
    phone: Type.String({ pattern: '^\\+[0-9]{7,15}$' }),
    email: Type.Optional(Type.String({ format: 'email', maxLength: 200 })),
  },
  'Personal data; the address is the one in Kazakhstan, with its registration code (RKA) where it has one.',
);

export function findPersonalFaults(
  personal: DeepPartial<Static<typeof Personal>>,
  filing: Filing,
): FormFault[] {
  return [...faultsOfPassport(personal.passport ?? {}, filing), ...faultsOfIin(personal, filing)];
}

function faultsOfPassport(
  { issuedOn, validUntil }: { issuedOn?: string | undefined; validUntil?: string | undefined },
  filing: Filing,
): FormFault[] {
  const pointer = '/personal/passport/validUntil';
  const days = validUntil === undefined ? Infinity : daysBetween(filing.filedOn, validUntil);
  return [
    ...faultsOfDay(issuedOn, '/personal/passport/issuedOn', filing),
    ...faultsOfOrder(issuedOn, validUntil, pointer),
    ...when(days <= filing.passportDays, pointer, 'passport-too-short'),
  ];
}

function faultsOfIin(
  { iin: filled, sex }: { iin?: string | undefined; sex?: string | undefined },
  { person }: Filing,
): FormFault[] {
  const iin = filled ?? person?.iin;
  if (iin === undefined) return [];
  const pointer = '/personal/iin';
  if (!isIin(iin)) return when(true, pointer, 'iin-check-digit');
  const known = sexInIin(iin);
  return [
    ...when(person !== undefined && !isOfBirthDate(iin, person.bornOn), pointer, 'iin-of-another-birth-date'),
    ...when(sex !== undefined && known !== undefined && known !== sex, '/personal/sex', 'iin-of-another-sex'),
    ...when(person?.iin !== undefined && person.iin !== iin, pointer, 'iin-not-as-filed'),
  ];
}

function daysBetween(from: string, to: string): number {
  return lawDayNumber(`${to}T00:00:00Z`) - lawDayNumber(`${from}T00:00:00Z`);
}
