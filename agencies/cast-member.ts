/** One of the cast: who he is, what the agencies know of him, and who of them says nothing. */
import type { AgencyName } from '../domain/agencies';
import type { Facts, IinRegistryAnswer, TestResult } from '../domain/agency-answers';
import type { PersonIdentity } from '../domain/person';
import type {
  KinshipRegisterAnswer,
  LabourContractsAnswer,
  PermitRegisterAnswer,
} from '../domain/permit-answers';
import { monthEnd, today } from './cast-days';

/** What the agencies know of one person; what they were asked, and when, comes from the question. */
export interface KnownFacts {
  'testing-centre': Pick<TestResult, 'blocks' | 'bannedItems'> & {
    /** What the centre says of any certificate in this person's name. */
    certificates: 'genuine' | 'not-genuine';
  };
  berkut: Facts<'berkut'>;
  'criminal-registry': Facts<'criminal-registry'>;
  'iin-registry': Pick<IinRegistryAnswer, 'status' | 'document'> & { ofFamily?: IinRegistryAnswer['status'] };
  'fingerprint-registry': Facts<'fingerprint-registry'>;
  'security-service': Facts<'security-service'>;
  'migration-register': Pick<Facts<'migration-register'>, 'applications'>;
  bank: Pick<Facts<'bank'>, 'status' | 'amountTenge'>;
  'medical-registry': Facts<'medical-registry'>;
  'permit-register': Pick<PermitRegisterAnswer, 'currentPermit' | 'registration'>;
  /** `as-asked`: one that is in force, with whichever employer the question names. */
  'labour-contracts': { contracts: LabourContractsAnswer['contracts'] | 'as-asked' };
  'insurance-register': Pick<Facts<'insurance-register'>, 'policies'>;
  'kinship-register': Pick<KinshipRegisterAnswer, 'relation' | 'since' | 'sponsor'>;
}

export interface CastMember {
  /** The life this person is here to show. */
  life: string;
  /** As he is, and what is known of him, today. */
  readonly person: PersonIdentity;
  readonly facts: KnownFacts;
  /** The same on a day of the law (YYYY-MM-DD). */
  personOn(day: string): PersonIdentity;
  factsOn(day: string): KnownFacts;
  /** Agencies that never answer about this person until told to. */
  silent: readonly AgencyName[];
  /** Agencies that find somebody else's file under this person's name. */
  takenFor: Partial<Record<AgencyName, PersonIdentity>>;
}

/** What is known of somebody against whom nothing stands, on a day of the law. */
export const clearOn = (day: string): KnownFacts => ({
  'testing-centre': {
    blocks: [
      { block: 'listening', items: 20, correct: 17 },
      { block: 'reading', items: 40, correct: 33 },
    ],
    bannedItems: false,
    certificates: 'genuine',
  },
  berkut: {
    crossings: [{ direction: 'entry', at: '2026-03-02T06:40:00.000Z', checkpoint: 'Qordai' }],
    overstayDays: 0,
    registeredOn: '2026-03-04',
    entryBan: false,
  },
  'criminal-registry': { record: 'none', wanted: false, offences: [] },
  'iin-registry': { status: 'match' },
  'fingerprint-registry': { status: 'match' },
  'security-service': { position: 'agreement' },
  'migration-register': { applications: [] },
  bank: { status: 'genuine', amountTenge: 7_200_000 },
  'medical-registry': { status: 'valid', diseaseCodes: [] },
  'permit-register': {
    currentPermit: null,
    registration: { addressCode: '0201300096541878', from: '2026-03-04', until: null },
  },
  'labour-contracts': { contracts: 'as-asked' },
  'insurance-register': {
    policies: [{ number: 'MS-2026-118204', from: '2026-01-01', until: monthEnd(day, 36), covers: 'medical' }],
  },
  'kinship-register': {
    relation: 'spouse',
    since: '2015-06-20',
    sponsor: { status: 'citizen', residentSince: null, permitUntil: null, alive: true },
  },
});

type Unlike = Partial<KnownFacts> & Partial<Pick<CastMember, 'silent' | 'takenFor'>>;
type OnADay<T> = (day: string) => T;

/** Clear everywhere but where something else is said; what would age is told as of a day. */
export function member(
  life: string,
  person: PersonIdentity | OnADay<PersonIdentity>,
  unlike: Unlike | OnADay<Partial<KnownFacts>> = {},
): CastMember {
  const always: Unlike = typeof unlike === 'function' ? {} : unlike;
  const { silent = [], takenFor = {}, ...others } = always;
  const personOn = (day: string) => (typeof person === 'function' ? person(day) : person);
  const factsOn = (day: string) => ({
    ...clearOn(day),
    ...(typeof unlike === 'function' ? unlike(day) : others),
  });
  return {
    life,
    silent,
    takenFor,
    personOn,
    factsOn,
    get person() {
      return personOn(today());
    },
    get facts() {
      return factsOn(today());
    },
  };
}
