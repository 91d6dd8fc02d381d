/** Where the applicant has worked, and at what. */
import { Type, type Static } from 'typebox';
import type { DeepPartial } from './draft';
import { faultsOfRows, faultsOfSpan, type Filing, type FormFault } from './faults';
import { Country, Day, Line, listOf, section } from './fields';

/** Two at once are no contradiction; without `to` it lasts still. */
const period = {
  employer: Line,
  position: Line,
  country: Country,
  from: Day,
  to: Type.Optional(Day),
};

export const Employment = section(
  { profession: Line, inDemandProfession: Type.Optional(Line), periods: listOf(period) },
  'The profession; the one in demand for which a sector ministry petitions, where there is one; every employment.',
);

export function findEmploymentFaults(
  { periods }: DeepPartial<Static<typeof Employment>>,
  filing: Filing,
): FormFault[] {
  return faultsOfRows(periods, '/employment/periods', (row, pointer) => faultsOfSpan(row, pointer, filing));
}
