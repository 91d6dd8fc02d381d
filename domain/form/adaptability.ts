/** How the applicant means to find his place. */
import { Type, type Static } from 'typebox';
import { ageOn } from '../age';
import type { DeepPartial } from './draft';
import { faultsOfDay, when, type Filing, type FormFault } from './faults';
import { Day, section, Text } from './fields';

export const settlementPlans = [
  'employment',
  'own-business',
  'study',
  'family',
  'retirement',
  'other',
] as const;

export const Adaptability = section(
  {
    arrivedOn: Type.Optional(Day),
    monthsLivedHere: Type.Integer({ minimum: 0, maximum: 1200 }),
    plan: Type.Enum([...settlementPlans]),
    knowsCustoms: Type.Boolean(),
    about: Type.Optional(Text),
  },
  'Time already spent in Kazakhstan, and what the applicant means to do.',
);

export function findAdaptabilityFaults(
  { arrivedOn, monthsLivedHere = 0 }: DeepPartial<Static<typeof Adaptability>>,
  filing: Filing,
): FormFault[] {
  const { person, filedOn } = filing;
  const oldest = person === undefined ? Infinity : (ageOn(person.bornOn, filedOn) + 1) * 12;
  return [
    ...faultsOfDay(arrivedOn, '/adaptability/arrivedOn', filing),
    ...when(monthsLivedHere > oldest, '/adaptability/monthsLivedHere', 'longer-than-life'),
  ];
}
