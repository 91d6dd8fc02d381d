/** What the applicant has learnt, and where. */
import { Type, type Static } from 'typebox';
import type { DeepPartial } from './draft';
import { faultsOfRows, faultsOfSpan, when, type Filing, type FormFault } from './faults';
import { Country, Day, Line, listOf, section } from './fields';

export const educations = ['none', 'secondary', 'vocational', 'bachelor', 'master', 'doctorate'] as const;

/** Without `to` it is still going on. */
const institution = {
  name: Line,
  country: Country,
  level: Type.Enum([...educations]),
  speciality: Type.Optional(Line),
  from: Day,
  to: Type.Optional(Day),
  diploma: Type.Optional(Line),
};

export const Education = section(
  { level: Type.Enum([...educations]), institutions: listOf(institution) },
  'The highest completed level, and every institution.',
);

export function findEducationFaults(
  { level = 'none', institutions }: DeepPartial<Static<typeof Education>>,
  filing: Filing,
): FormFault[] {
  const known = institutions ?? [];
  const shown = known.some((each) => each.level === level && each.to !== undefined);
  return [
    ...faultsOfRows(institutions, '/education/institutions', (row, pointer) =>
      faultsOfSpan(row, pointer, filing),
    ),
    ...when(level !== 'none' && known.length === 0, '/education/institutions', 'institution-missing'),
    ...when(level !== 'none' && known.length > 0 && !shown, '/education/level', 'level-not-shown'),
  ];
}
