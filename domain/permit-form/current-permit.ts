/** Papers that the person holds already: the permit to be renewed, the insurance, a fine for staying on. */
import type { Static } from 'typebox';
import type { DeepPartial } from '../form/draft';
import { faultsOfDay, type FormFault } from '../form/faults';
import { Day, Line, section } from '../form/fields';
import { faultsOfEnd, type PermitFiling } from './sections';

/** Whether its end still lets it be renewed is told by the filing window, not here. */
export const CurrentPermit = section({ number: Line, validUntil: Day });
export const Insurance = section({ policyNumber: Line, validUntil: Day });
/** A fine that came without an expulsion. */
export const Fine = section({ decidedOn: Day });

interface Read {
  insurance?: DeepPartial<Static<typeof Insurance>> | undefined;
  fine?: DeepPartial<Static<typeof Fine>> | undefined;
}

export function findPermitPaperFaults({ insurance, fine }: Read, filing: PermitFiling): FormFault[] {
  return [
    ...faultsOfEnd(insurance?.validUntil, '/insurance/validUntil', filing),
    ...faultsOfDay(fine?.decidedOn, '/fine/decidedOn', filing),
  ];
}
