/** Study and treatment, and the day until which the permit is asked for. */
import { Type, type Static } from 'typebox';
import { isBin } from '../bin';
import type { DeepPartial } from '../form/draft';
import { when, type FormFault } from '../form/faults';
import { Day, Iin, section } from '../form/fields';
import { faultsOfEnd, type PermitFiling } from './sections';

/** The organisation that petitions, and its last day. */
export const Study = section({ bin: Iin, until: Day });
export const Treatment = section({ bin: Iin, until: Day });

export const Request = section(
  { until: Type.Optional(Day) },
  'The last day that is asked for; without it as long as may be.',
);

type Place = DeepPartial<Static<typeof Study>>;

export function findPurposeFaults(
  { study, treatment }: { study?: Place | undefined; treatment?: Place | undefined },
  filing: PermitFiling,
): FormFault[] {
  return [
    ...faultsOfPlace(study ?? {}, '/study', filing),
    ...faultsOfPlace(treatment ?? {}, '/treatment', filing),
  ];
}

export function findRequestFaults(
  { until }: { until?: string | undefined },
  filing: PermitFiling,
): FormFault[] {
  return faultsOfEnd(until, '/request/until', filing);
}

function faultsOfPlace({ bin, until }: Place, pointer: string, filing: PermitFiling): FormFault[] {
  return [
    ...when(bin !== undefined && !isBin(bin), `${pointer}/bin`, 'bin-check-digit'),
    ...faultsOfEnd(until, `${pointer}/until`, filing),
  ];
}
