/** The work that a permit rests on: for whom, under which contract, with which permit for foreign labour. */
import { Type, type Static } from 'typebox';
import { isBin } from '../bin';
import type { DeepPartial } from '../form/draft';
import { faultsOfOrder, when, type FormFault } from '../form/faults';
import { Day, Iin, Line, section } from '../form/fields';
import { faultsOfEnd, type PermitFiling } from './sections';

export const Employment = section(
  {
    bin: Iin,
    contractNumber: Line,
    contractFrom: Day,
    contractUntil: Type.Optional(Day),
    workPermitNumber: Type.Optional(Line),
    workPermitUntil: Type.Optional(Day),
  },
  'The employer’s BIN, or the IIN of an individual; without `contractUntil` the contract has no end.',
);

export function findWorkFaults(
  employment: DeepPartial<Static<typeof Employment>> | undefined,
  filing: PermitFiling,
): FormFault[] {
  if (employment === undefined) return [];
  const { bin, contractFrom, contractUntil, workPermitNumber, workPermitUntil } = employment;
  const { employerBin = null } = filing;
  const ofAnother = employerBin !== null && bin !== undefined && bin !== employerBin;
  const needsPermit = filing.purpose === 'work-with-permit';
  return [
    ...when(bin !== undefined && !isBin(bin), '/employment/bin', 'bin-check-digit'),
    ...when(ofAnother, '/employment/bin', 'bin-of-another-employer'),
    ...faultsOfOrder(contractFrom, contractUntil, '/employment/contractUntil'),
    ...faultsOfEnd(contractUntil, '/employment/contractUntil', filing),
    ...when(needsPermit && workPermitNumber === undefined, '/employment/workPermitNumber', 'missing'),
    ...when(needsPermit && workPermitUntil === undefined, '/employment/workPermitUntil', 'missing'),
    ...faultsOfEnd(workPermitUntil, '/employment/workPermitUntil', filing),
  ];
}
