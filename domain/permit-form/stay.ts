/** Where the person stays, since when, and how long the present right to stay lasts. */
import { Type, type Static } from 'typebox';
import type { DeepPartial } from '../form/draft';
import { faultsOfDay, faultsOfOrder, type FormFault } from '../form/faults';
import { Day, Line, Name, section } from '../form/fields';
import type { PermitFiling } from './sections';

export const Stay = section(
  {
    enteredOn: Day,
    until: Day,
    addressCode: Type.String({ pattern: '^[0-9]{1,20}$' }),
    settlement: Name,
    street: Line,
    ownsHousing: Type.Boolean(),
  },
  'The last entry; the last day on which the person may stay as things are; the address with its registration code (RKA).',
);

export function findStayFaults(stay: DeepPartial<Static<typeof Stay>>, filing: PermitFiling): FormFault[] {
  const { enteredOn, until } = stay;
  return [
    ...faultsOfDay(enteredOn, '/stay/enteredOn', filing),
    ...faultsOfOrder(enteredOn, until, '/stay/until'),
  ];
}
