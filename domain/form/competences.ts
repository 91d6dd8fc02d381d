/** What the applicant can do beyond the profession, with the papers that show it. */
import { Type, type Static } from 'typebox';
import type { DeepPartial } from './draft';
import { faultsOfDay, faultsOfRows, type Filing, type FormFault } from './faults';
import { Day, Line, listOf, section } from './fields';

export const competenceKinds = ['licence', 'qualification', 'driving', 'digital', 'craft', 'other'] as const;

const competence = {
  kind: Type.Enum([...competenceKinds]),
  name: Line,
  paper: Type.Optional(Line),
  obtainedOn: Type.Optional(Day),
};

export const Competences = section({ items: listOf(competence) }, 'Professional competences.');

export function findCompetenceFaults(
  { items }: DeepPartial<Static<typeof Competences>>,
  filing: Filing,
): FormFault[] {
  return faultsOfRows(items, '/competences/items', ({ obtainedOn }, pointer) =>
    faultsOfDay(obtainedOn, `${pointer}/obtainedOn`, filing),
  );
}
