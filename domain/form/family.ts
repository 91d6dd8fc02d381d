/** The applicant's family, and who of it comes along. */
import { Type, type Static } from 'typebox';
import { isIin } from '../iin';
import { ageOn } from '../age';
import type { DeepPartial } from './draft';
import { faultsOfRows, when, type Filing, type FormFault } from './faults';
import { Country, Day, Iin, Line, listOf, Name, section } from './fields';

export const familyRelations = ['spouse', 'child', 'parent', 'sibling', 'other'] as const;

/** `joins`: this application is theirs too. A child's birth certificate is named by its number. */
const member = {
  relation: Type.Enum([...familyRelations]),
  surname: Name,
  givenName: Name,
  patronymic: Type.Optional(Name),
  bornOn: Day,
  citizenship: Country,
  iin: Type.Optional(Iin),
  joins: Type.Boolean(),
  birthCertificate: Type.Optional(Line),
};

export const Family = section({ members: listOf(member) }, 'Everyone, whether they come along or not.');
export type Family = Static<typeof Family>;

export function findFamilyFaults({ members }: DeepPartial<Family>, { filedOn }: Filing): FormFault[] {
  return faultsOfRows(members, '/family/members', (row, pointer) => {
    const { relation, bornOn, joins, birthCertificate, iin } = row;
    const isMinor = bornOn !== undefined && ageOn(bornOn, filedOn) < 18;
    // eGov digest of service 009pass_mvd, item 3: a child that comes along needs its birth certificate.
    const needsCertificate = relation === 'child' && joins === true && isMinor;
    return [
      ...when(bornOn !== undefined && bornOn > filedOn, `${pointer}/bornOn`, 'in-the-future'),
      ...when(iin !== undefined && !isIin(iin), `${pointer}/iin`, 'iin-check-digit'),
      ...when(needsCertificate && birthCertificate === undefined, `${pointer}/birthCertificate`, 'missing'),
    ];
  });
}
