/** What already ties the applicant to Kazakhstan. */
import { Type, type Static } from 'typebox';
import { isIin } from '../iin';
import type { DeepPartial } from './draft';
import { faultsOfRows, when, type FormFault } from './faults';
import { familyRelations } from './family';
import { Iin, listOf, Name, section } from './fields';

export const residentStatuses = ['citizen', 'permanent-resident', 'temporary-resident', 'kandas'] as const;

export const Ties = section(
  {
    relatives: listOf({
      relation: Type.Enum([...familyRelations]),
      surname: Name,
      givenName: Name,
      iin: Type.Optional(Iin),
      status: Type.Enum([...residentStatuses]),
    }),
    bornHere: Type.Boolean(),
    studiedHere: Type.Boolean(),
    ownsHousing: Type.Boolean(),
  },
  'Relatives who live in Kazakhstan, and the applicant’s own past there.',
);

export function findTieFaults({ relatives }: DeepPartial<Static<typeof Ties>>): FormFault[] {
  return faultsOfRows(relatives, '/ties/relatives', ({ iin }, pointer) =>
    when(iin !== undefined && !isIin(iin), `${pointer}/iin`, 'iin-check-digit'),
  );
}
