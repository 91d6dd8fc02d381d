/** Builders of permit forms: one without fault for every purpose, that differs where a test says so. */
import type { FilingKind, PermitPurpose } from '../../domain/permit';
import type { PermitForm } from '../../domain/permit-form';

export const anEmployer = '180140000127';
export const anIndividual = '900101300017';
const filedOn = '2026-05-12';

/** Born on 14 March 1988; files on 12 May 2026. */
export const permitPerson = { bornOn: '1988-03-14', iin: '880314302411' };
export const permitFiledOn = filedOn;

const common: PermitForm = {
  passport: { issuedBy: 'UZB', issuedOn: '2021-04-02', validUntil: '2031-04-01' },
  stay: {
    enteredOn: '2026-04-20',
    until: '2026-05-20',
    addressCode: '0202100123456789',
    settlement: 'Kokshetau',
    street: 'Abai 4',
    ownsHousing: false,
  },
  family: { members: [] },
  insurance: { policyNumber: 'MED-2026-1', validUntil: '2031-12-31' },
};

const contract = {
  bin: anEmployer,
  contractNumber: 'TD-17',
  contractFrom: '2026-05-01',
  contractUntil: '2031-04-30',
};

const byPurpose: Record<PermitPurpose, Partial<PermitForm>> = {
  family: {
    sponsor: { kind: 'citizen', iin: '900101300017', relation: 'spouse', marriedOn: '2018-06-01' },
  },
  'work-with-permit': {
    employment: { ...contract, workPermitNumber: 'WP-3', workPermitUntil: '2031-03-31' },
  },
  'work-without-permit': { employment: contract },
  'eaeu-work': { employment: contract },
  study: { study: { bin: anEmployer, until: '2030-06-30' } },
  treatment: { treatment: { bin: anEmployer, until: '2030-06-30' } },
  business: {},
  'ethnic-kazakh': {},
  missionary: { sponsor: { kind: 'organisation', bin: anEmployer } },
  humanitarian: {},
  'ground-lost': { groundLost: { lostOn: '2026-05-04' } },
};

/** What is given replaces whole sections. */
export function aPermitForm(
  purpose: PermitPurpose,
  unlike: Partial<PermitForm> = {},
  filing: FilingKind = 'issue',
): PermitForm {
  const renewed = { currentPermit: { number: 'TRP-1', validUntil: '2026-05-20' } };
  return { ...common, ...byPurpose[purpose], ...(filing === 'renewal' && renewed), ...unlike };
}
