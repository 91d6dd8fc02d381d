/** The family of whoever asks for the permit, and who of it comes along. */
import { Type, type Static } from 'typebox';
import type { DeepPartial } from '../form/draft';
import { familyRelations } from '../form/family';
import { faultsOfRows, when, type FormFault } from '../form/faults';
import { Country, Day, Iin, listOf, Name, section } from '../form/fields';
import { isIin, isOfBirthDate } from '../iin';
import type { PermitFiling } from './sections';

/**
 * `joins`: comes along, so that a paper of kinship is owed and the IIN is checked; the permit is the applicant's alone, and each
 * member files a case of his own. The shape lets the IIN be absent, so that the fault names the member.
 */
const member = {
  relation: Type.Enum([...familyRelations]),
  surname: Name,
  givenName: Name,
  bornOn: Day,
  citizenship: Country,
  iin: Type.Optional(Iin),
  joins: Type.Boolean(),
};

export const Family = section(
  { members: listOf(member) },
  'Everyone in the country or on the way to it. Of who joins, a paper of kinship is asked for; the IIN of each is checked. ' +
    'The permit is the applicant’s alone: each member files an application of his own.',
);

export function findMemberFaults(
  { members }: DeepPartial<Static<typeof Family>>,
  { filedOn }: PermitFiling,
): FormFault[] {
  return faultsOfRows(members, '/family/members', ({ bornOn, iin }, pointer) => [
    ...when(bornOn !== undefined && bornOn > filedOn, `${pointer}/bornOn`, 'in-the-future'),
    ...faultsOfMemberIin(iin, bornOn, `${pointer}/iin`),
  ]);
}

// Konsugroup.com on the rules since 13.04.2026: the IIN of the foreigner and of the family is checked.
function faultsOfMemberIin(
  iin: string | undefined,
  bornOn: string | undefined,
  pointer: string,
): FormFault[] {
  if (iin === undefined) return when(true, pointer, 'member-without-iin');
  if (!isIin(iin)) return when(true, pointer, 'iin-check-digit');
  const isAnothers = bornOn !== undefined && !isOfBirthDate(iin, bornOn);
  return when(isAnothers, pointer, 'iin-of-another-birth-date');
}
