/** What invented people write into the form of a temporary permit, where no register of the state knows it. */
import { people } from '../../agencies/people';
import { employers } from '../../agencies/employers';
import type { PermitDraft } from '../../domain/permit-form';

const common: PermitDraft = {
  passport: { issuedBy: 'UZB', issuedOn: '2023-05-11', validUntil: '2033-05-10' },
  stay: {
    enteredOn: '2026-03-02',
    until: '2027-01-15',
    settlement: 'Almaty',
    street: 'Tole bi 59',
    ownsHousing: false,
  },
  family: { members: [] },
};

function from(country: string): PermitDraft {
  return { ...common, passport: { ...common.passport, issuedBy: country } };
}

const workPermit = { workPermitNumber: 'WP-2026-118', workPermitUntil: '2027-11-30' };

/** Renews: his contract and his old permit are known already. */
export const renewingForm: PermitDraft = { ...common, employment: workPermit };

export const foremanForm: PermitDraft = { ...from('TUR'), employment: workPermit };

/** Citizens of the union work without a permit for it. */
export const unionWorkForm: PermitDraft = {
  ...from('KGZ'),
  employment: {
    bin: employers.builder.bin,
    contractNumber: 'TD-2026-0417',
    contractFrom: '2026-01-12',
    contractUntil: '2028-01-11',
  },
};

export const studentForm: PermitDraft = {
  ...from('AZE'),
  study: { bin: employers.builder.bin, until: '2027-08-31' },
};

/** A citizen, born on 1 January 1990. */
const sponsor = { kind: 'citizen', iin: '900101300017' } as const;

export function wifeForm(country: string): PermitDraft {
  return { ...from(country), sponsor: { ...sponsor, relation: 'spouse', marriedOn: '2015-06-20' } };
}

/** With her husband and her daughter, whose IIN may still be missing. */
export function motherForm({ withIin }: { withIin: boolean }): PermitDraft {
  const { surname, givenName, bornOn, citizenship, iin = '' } = people.aruna.person;
  const daughter = { relation: 'child', surname, givenName, bornOn, citizenship, joins: true } as const;
  const husband = {
    relation: 'spouse',
    surname,
    givenName: 'Erlan',
    bornOn: '1990-01-01',
    citizenship: 'KAZ',
    iin: sponsor.iin,
    joins: false,
  } as const;
  return { ...wifeForm('KGZ'), family: { members: [husband, { ...daughter, ...(withIin && { iin }) }] } };
}

export const daughterForm: PermitDraft = { ...from('KGZ'), sponsor: { ...sponsor, relation: 'child' } };
