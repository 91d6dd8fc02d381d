/** The document that the person travels with: a permit never lasts longer than it. */
import type { Static } from 'typebox';
import type { DeepPartial } from '../form/draft';
import { faultsOfDay, faultsOfOrder, when, type FormFault } from '../form/faults';
import { Country, Day, section } from '../form/fields';
import { faultsOfEnd, type PermitFiling } from './sections';

export const Passport = section({ issuedBy: Country, issuedOn: Day, validUntil: Day });

interface Read {
  passport?: DeepPartial<Static<typeof Passport>> | undefined;
  stay?: { until?: string | undefined } | undefined;
  request?: { until?: string | undefined } | undefined;
}

/** It has to outlast the stay that there is and the one that is asked for. */
export function findPassportFaults({ passport, stay, request }: Read, filing: PermitFiling): FormFault[] {
  const { issuedOn, validUntil } = passport ?? {};
  const pointer = '/passport/validUntil';
  const ended = faultsOfEnd(validUntil, pointer, filing);
  const stayUntil = [stay?.until ?? '', request?.until ?? ''].sort().at(-1) ?? '';
  const isShort = validUntil !== undefined && ended.length === 0 && validUntil < stayUntil;
  return [
    ...faultsOfDay(issuedOn, '/passport/issuedOn', filing),
    ...faultsOfOrder(issuedOn, validUntil, pointer),
    ...ended,
    ...when(isShort, pointer, 'passport-ends-before-stay'),
  ];
}
