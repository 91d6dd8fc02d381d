/** Convictions, deportations and offences, as the applicant declares them. */
import { Type, type Static } from 'typebox';
import type { DeepPartial } from './draft';
import { faultsOfDay, faultsOfOrder, faultsOfRows, type Filing, type FormFault } from './faults';
import { Country, Day, Line, listOf, section } from './fields';

/** Law No. 477-IV, art. 49 (1) 14-1) names the first three. */
export const offenceKinds = ['migration', 'tax', 'labour', 'traffic', 'other'] as const;

export const History = section(
  {
    convictions: listOf({
      country: Country,
      offence: Line,
      convictedOn: Day,
      spentOn: Type.Optional(Day),
    }),
    deportations: listOf({ country: Country, deportedOn: Day, bannedUntil: Type.Optional(Day) }),
    offences: listOf({ country: Country, kind: Type.Enum([...offenceKinds]), committedOn: Day }),
    underProsecution: Type.Boolean(),
  },
  'A conviction without a day on which it was spent counts as unspent.',
);

export function findHistoryFaults(
  { convictions, deportations, offences }: DeepPartial<Static<typeof History>>,
  filing: Filing,
): FormFault[] {
  return [
    ...faultsOfRows(convictions, '/history/convictions', ({ convictedOn, spentOn }, pointer) => [
      ...faultsOfDay(convictedOn, `${pointer}/convictedOn`, filing),
      ...faultsOfDay(spentOn, `${pointer}/spentOn`, filing),
      ...faultsOfOrder(convictedOn, spentOn, `${pointer}/spentOn`),
    ]),
    ...faultsOfRows(deportations, '/history/deportations', ({ deportedOn, bannedUntil }, pointer) => [
      ...faultsOfDay(deportedOn, `${pointer}/deportedOn`, filing),
      ...faultsOfOrder(deportedOn, bannedUntil, `${pointer}/bannedUntil`),
    ]),
    ...faultsOfRows(offences, '/history/offences', ({ committedOn }, pointer) =>
      faultsOfDay(committedOn, `${pointer}/committedOn`, filing),
    ),
  ];
}
