/** One of the cast: who he is, what the agencies know of him, and who of them says nothing. */
import type { AgencyName } from '../domain/agencies';
import type { Facts, IinRegistryAnswer, TestResult } from '../domain/agency-answers';
import type { PersonIdentity } from '../domain/person';

/** What the agencies know of one person; what they were asked, and when, comes from the question. */
export interface KnownFacts {
  'testing-centre': Pick<TestResult, 'blocks' | 'bannedItems'> & {
    /** What the centre says of any certificate in this person's name. */
    certificates: 'genuine' | 'not-genuine';
  };
  berkut: Facts<'berkut'>;
  'criminal-registry': Facts<'criminal-registry'>;
  'iin-registry': Pick<IinRegistryAnswer, 'status'> & { ofFamily?: IinRegistryAnswer['status'] };
  'fingerprint-registry': Facts<'fingerprint-registry'>;
  'security-service': Facts<'security-service'>;
  'migration-register': Pick<Facts<'migration-register'>, 'applications'>;
  bank: Pick<Facts<'bank'>, 'status' | 'amountTenge'>;
  'medical-registry': Facts<'medical-registry'>;
}

export interface CastMember {
  /** The life this person is here to show. */
  life: string;
  person: PersonIdentity;
  facts: KnownFacts;
  /** Agencies that never answer about this person until told to. */
  silent: readonly AgencyName[];
}

/** What is known of somebody against whom nothing stands. */
export const clear: KnownFacts = {
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
    entryBan: false,
  },
  'criminal-registry': { record: 'none', wanted: false, offences: [] },
  'iin-registry': { status: 'match' },
  'fingerprint-registry': { status: 'match' },
  'security-service': { position: 'agreement' },
  'migration-register': { applications: [] },
  bank: { status: 'genuine', amountTenge: 7_200_000 },
  'medical-registry': { status: 'valid', diseaseCodes: [] },
};

/** Clear everywhere but where something else is said. */
export function member(
  life: string,
  person: PersonIdentity,
  unlike: Partial<KnownFacts> & { silent?: AgencyName[] } = {},
): CastMember {
  const { silent = [], ...facts } = unlike;
  return { life, person, facts: { ...clear, ...facts }, silent };
}
