/** What invented people write into the form of a temporary permit, where no register of the state knows it. */
import { monthEnd, today } from '../../agencies/cast-days';
import { employers } from '../../agencies/employers';
import { people } from '../../agencies/people';
import { permitToRenewOn } from '../../agencies/permit-people';
import type { PermitDraft } from '../../domain/permit-form';

function from(country: string): PermitDraft {
  return {
    passport: { issuedBy: country, issuedOn: '2023-05-11', validUntil: monthEnd(today(), 72) },
    stay: {
      enteredOn: '2026-03-02',
      until: monthEnd(today(), 1),
      settlement: 'Almaty',
      street: 'Tole bi 59',
      ownsHousing: false,
    },
    family: { members: [] },
  };
}

/** It ends before the year of the permit does, and so does the permit. */
function withWorkPermit(form: PermitDraft): PermitDraft {
  const employment = { workPermitNumber: 'WP-2026-118', workPermitUntil: monthEnd(today(), 12) };
  return { ...form, employment };
}

/** Renews: his contract and his old permit are known already. */
export function renewingForm(): PermitDraft {
  const { stay, ...others } = from('UZB');
  const { validUntil: until } = permitToRenewOn(today());
  return withWorkPermit({ ...others, stay: { ...stay, until } });
}

export const foremanForm = (): PermitDraft => withWorkPermit(from('TUR'));

/** Citizens of the union work without a permit for it. */
export function unionWorkForm(): PermitDraft {
  const contract = { contractFrom: '2026-01-12', contractUntil: monthEnd(today(), 14) };
  return {
    ...from('KGZ'),
    employment: { bin: employers.builder.bin, contractNumber: 'TD-2026-0417', ...contract },
  };
}

export function studentForm(): PermitDraft {
  return { ...from('AZE'), study: { bin: employers.builder.bin, until: monthEnd(today(), 9) } };
}

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

export function daughterForm(): PermitDraft {
  return { ...from('KGZ'), sponsor: { ...sponsor, relation: 'child' } };
}
