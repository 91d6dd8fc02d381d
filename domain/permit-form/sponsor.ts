/** Who the person joins or is invited by. */
import { Type, type Static } from 'typebox';
import { isBin } from '../bin';
import type { DeepPartial } from '../form/draft';
import { familyRelations } from '../form/family';
import { faultsOfDay, when, type FormFault } from '../form/faults';
import { Day, Iin, section } from '../form/fields';
import { isIin } from '../iin';
import { faultsOfEnd, sectionsOf, type PermitFiling } from './sections';

export const sponsorKinds = [
  'citizen',
  'ethnic-kazakh',
  'permanent-resident',
  'business-immigrant',
  'organisation',
  'none',
] as const;
export type SponsorKind = (typeof sponsorKinds)[number];

export const Sponsor = section(
  {
    kind: Type.Enum([...sponsorKinds]),
    iin: Type.Optional(Iin),
    bin: Type.Optional(Iin),
    relation: Type.Optional(Type.Enum([...familyRelations])),
    marriedOn: Type.Optional(Day),
    residentSince: Type.Optional(Day),
    permitUntil: Type.Optional(Day),
  },
  'A person is named by the IIN, an organisation by the BIN; `permitUntil`: the last day of the sponsor’s own permit.',
);
export type Sponsor = Static<typeof Sponsor>;

type SponsorField = Exclude<keyof Sponsor, 'kind'>;

/** What has to be known of each kind, to see its right to invite and how long that lasts. */
const fieldsOf = {
  citizen: ['iin', 'relation'],
  'ethnic-kazakh': ['iin', 'relation', 'residentSince', 'permitUntil'],
  'permanent-resident': ['iin', 'relation', 'residentSince'],
  'business-immigrant': ['iin', 'relation', 'permitUntil'],
  organisation: ['bin'],
  none: [],
} as const satisfies Record<SponsorKind, readonly SponsorField[]>;

export function findSponsorFaults(
  sponsor: DeepPartial<Sponsor> | undefined,
  filing: PermitFiling,
): FormFault[] {
  if (sponsor === undefined) return [];
  return [
    ...findAbsentFields(sponsor, filing),
    ...findNumberFaults(sponsor, filing),
    ...faultsOfDay(sponsor.marriedOn, '/sponsor/marriedOn', filing),
    ...when((sponsor.residentSince ?? '') > filing.filedOn, '/sponsor/residentSince', 'in-the-future'),
    ...faultsOfEnd(sponsor.permitUntil, '/sponsor/permitUntil', filing),
  ];
}

function findAbsentFields(sponsor: DeepPartial<Sponsor>, { purpose, filing }: PermitFiling): FormFault[] {
  const { kind = 'none', relation, marriedOn } = sponsor;
  const isNeeded = sectionsOf(purpose, filing).includes('sponsor');
  return [
    ...when(isNeeded && kind === 'none', '/sponsor/kind', 'missing'),
    ...fieldsOf[kind].flatMap((field) => when(sponsor[field] === undefined, `/sponsor/${field}`, 'missing')),
    ...when(relation === 'spouse' && marriedOn === undefined, '/sponsor/marriedOn', 'missing'),
  ];
}

function findNumberFaults({ iin, bin }: DeepPartial<Sponsor>, { person }: PermitFiling): FormFault[] {
  return [
    ...when(iin !== undefined && !isIin(iin), '/sponsor/iin', 'iin-check-digit'),
    ...when(iin !== undefined && iin === person?.iin, '/sponsor/iin', 'sponsor-of-oneself'),
    ...when(bin !== undefined && !isBin(bin), '/sponsor/bin', 'bin-check-digit'),
  ];
}
