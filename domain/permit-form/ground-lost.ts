/** When the ground of an earlier permit was lost: the months of art. 28 run from then. */
import type { Static } from 'typebox';
import type { DeepPartial } from '../form/draft';
import { faultsOfDay, type FormFault } from '../form/faults';
import { Day, section } from '../form/fields';
import type { PermitFiling } from './sections';

export const GroundLost = section({ lostOn: Day });

export function findGroundLostFaults(
  { lostOn }: DeepPartial<Static<typeof GroundLost>>,
  filing: PermitFiling,
): FormFault[] {
  return faultsOfDay(lostOn, '/groundLost/lostOn', filing);
}
