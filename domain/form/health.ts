/** Health as the applicant states it; the medical certificate says the rest. */
import { Type, type Static } from 'typebox';
import type { DeepPartial } from './draft';
import { faultsOfDay, type Filing, type FormFault } from './faults';
import { Day, section } from './fields';

export const healthStatements = ['fit', 'limited', 'not-stated'] as const;

export const Health = section(
  {
    statement: Type.Enum([...healthStatements]),
    listedDisease: Type.Boolean({ description: 'One of the diseases that bar entry' }),
    examinedOn: Type.Optional(Day),
    insured: Type.Boolean(),
  },
  'Own statement; the certificate 028/u lies with the documents.',
);

export function findHealthFaults(
  { examinedOn }: DeepPartial<Static<typeof Health>>,
  filing: Filing,
): FormFault[] {
  return faultsOfDay(examinedOn, '/health/examinedOn', filing);
}
