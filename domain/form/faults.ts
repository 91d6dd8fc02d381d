/** What can be wrong with a form beyond its shape: the closed list, and the checks that many sections share. */
import type { PersonIdentity } from '../person';

/** Each code with a sentence for a developer; it never quotes what was filled in. */
export const formFaults = {
  missing: 'must be filled in',
  'in-the-future': 'must not lie after the filing',
  'before-birth': 'must not lie before the birth of the person',
  'ends-before-it-starts': 'must not end before it starts',
  'passport-too-short': 'must be valid for longer after the filing',
  'iin-check-digit': 'must end in the check digit of its first eleven',
  'iin-of-another-birth-date': 'must begin with the date of birth',
  'iin-of-another-sex': 'must name the sex in its seventh digit, unless that is 0',
  'iin-not-as-filed': 'must be the IIN under which the application was opened',
  'spouse-missing': 'must name the spouse of a person who is married',
  'institution-missing': 'must name where the education was had',
  'level-not-shown': 'must be the level of a completed education in the list',
  'score-out-of-range': 'must be a score that the certificate can have',
  'longer-than-life': 'must not be longer than the person has lived',
  'bin-check-digit': 'must end in the check digit of its first eleven',
  'bin-of-another-employer': 'must be the BIN of the employer that files',
  'member-without-iin': 'must be filled in: each member of the family has an IIN of their own',
  'passport-ends-before-stay': 'must not lie before the end of the stay that there is or is asked for',
  'already-ended': 'must not lie before the filing',
  'sponsor-of-oneself': 'must not be the IIN of the applicant',
  'sponsor-of-another-purpose': 'must be a sponsor whom the purpose of the permit knows',
  'sponsor-resident-too-short': 'must lie further back: the sponsor has not lived here for long enough',
  'married-too-short': 'must lie further back: the marriage has not lasted for long enough',
} as const satisfies Record<string, string>;
export type FormFaultCode = keyof typeof formFaults;

/** `pointer` is a JSON pointer into the form. */
export interface FormFault {
  pointer: string;
  code: FormFaultCode;
}

/** `filedOn` is the law's date; `passportDays`: more than so many days must be left of the passport on it. */
export interface Filing {
  filedOn: string;
  passportDays: number;
  /** As the application was opened for. */
  person?: Pick<PersonIdentity, 'bornOn' | 'iin'> | undefined;
}

/** What a day or a span is held against, on any form. */
type FiledBy = Pick<Filing, 'filedOn' | 'person'>;

export function when(isAtFault: boolean, pointer: string, code: FormFaultCode): FormFault[] {
  return isAtFault ? [{ pointer, code }] : [];
}

/** A day that has come, in the life of the person. */
export function faultsOfDay(day: string | undefined, pointer: string, filing: FiledBy): FormFault[] {
  if (day === undefined) return [];
  const bornOn = filing.person?.bornOn ?? '';
  return [
    ...when(day > filing.filedOn, pointer, 'in-the-future'),
    ...when(day < bornOn, pointer, 'before-birth'),
  ];
}

/** A stretch of the person's life; without `to` it lasts still. */
export function faultsOfSpan(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  pointer: string,
  filing: Filing,
): FormFault[] {
  return [
    ...faultsOfDay(from, `${pointer}/from`, filing),
    ...faultsOfDay(to, `${pointer}/to`, filing),
    ...faultsOfOrder(from, to, `${pointer}/to`),
  ];
}

export function faultsOfOrder(
  start: string | undefined,
  end: string | undefined,
  pointer: string,
): FormFault[] {
  return when(start !== undefined && end !== undefined && end < start, pointer, 'ends-before-it-starts');
}

/** Row by row, each under its own pointer. */
export function faultsOfRows<Row>(
  rows: readonly Row[] | undefined,
  pointer: string,
  faultsOf: (row: Row, pointer: string) => FormFault[],
): FormFault[] {
  return (rows ?? []).flatMap((row, index) => faultsOf(row, `${pointer}/${index}`));
}
