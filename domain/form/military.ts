/** Military service. */
import { Type, type Static } from 'typebox';
import type { DeepPartial } from './draft';
import { faultsOfSpan, when, type Filing, type FormFault } from './faults';
import { Country, Day, Line, section } from './fields';

export const militaryStatuses = ['none', 'exempt', 'serving', 'served'] as const;

export const Military = section(
  {
    status: Type.Enum([...militaryStatuses]),
    country: Type.Optional(Country),
    branch: Type.Optional(Line),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
  },
  'Who serves says since when and where; who has served, also until when.',
);

export function findMilitaryFaults(
  military: DeepPartial<Static<typeof Military>>,
  filing: Filing,
): FormFault[] {
  const { status, country, from, to } = military;
  const service = status === 'serving' || status === 'served';
  return [
    ...faultsOfSpan(military, '/military', filing),
    ...when(service && country === undefined, '/military/country', 'missing'),
    ...when(service && from === undefined, '/military/from', 'missing'),
    ...when(status === 'served' && to === undefined, '/military/to', 'missing'),
  ];
}
