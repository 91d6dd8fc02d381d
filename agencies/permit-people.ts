/** The part of the cast that asks for temporary permits: workers, a family, somebody wanted and his namesake. */
import { bornYearsAgo, monthEnd } from './cast-days';
import { clearOn, member, type CastMember, type KnownFacts } from './cast-member';
import { employers } from './employers';
import type { PersonIdentity } from '../domain/person';

const wanted: PersonIdentity = {
  surname: 'Temirkulov',
  givenName: 'Ulan',
  bornOn: '1985-10-15',
  citizenship: 'KGZ',
  passportNumber: 'PE9140772',
  iin: '851015304431',
};
const wantedFacts: KnownFacts['criminal-registry'] = { record: 'none', wanted: true, offences: [] };

const contractOn = (day: string) =>
  ({
    number: 'TD-2026-3307',
    bin: employers.builder.bin,
    from: '2026-01-12',
    until: monthEnd(day, 14),
    status: 'registered',
  }) as const;

/** What bekzod renews: it ends with the next month. */
export const permitToRenewOn = (day: string) => ({
  number: 'TP-2025-100417',
  validUntil: monthEnd(day, 1),
  employerBin: employers.builder.bin,
});

/** Names, passports and IINs belong to nobody; the check digits are right. */
export const permitPeople = {
  bekzod: member(
    'renews a permit for work, everything is clear',
    {
      surname: 'Olimqulov',
      givenName: 'Bekzod',
      bornOn: '1989-04-17',
      citizenship: 'UZB',
      passportNumber: 'FA9120658',
      iin: '890417302413',
    },
    (day) => ({
      'permit-register': {
        currentPermit: permitToRenewOn(day),
        registration: {
          ...{ addressCode: '0201300086127455', from: '2025-12-22', until: null },
          ...{ settlement: 'Almaty', street: 'Tole bi 59' },
        },
      },
      'iin-registry': {
        status: 'match',
        document: { issuedBy: 'UZB', issuedOn: '2023-05-11', validUntil: monthEnd(day, 72) },
      },
      'labour-contracts': { contracts: [contractOn(day)] },
    }),
  ),
  orhan: member(
    'works for an employer who has more permits than may be',
    {
      surname: 'Demirtas',
      givenName: 'Orhan',
      bornOn: '1986-09-22',
      citizenship: 'TUR',
      passportNumber: 'U90455120',
      iin: '860922301871',
    },
    (day) => ({
      'labour-contracts': {
        contracts: [{ ...contractOn(day), number: 'TD-2026-8811', bin: employers.crowded.bin }],
      },
    }),
  ),
  olga: member(
    'her contract of employment was terminated',
    {
      surname: 'Berestneva',
      givenName: 'Olga',
      bornOn: '1987-12-05',
      citizenship: 'BLR',
      passportNumber: 'MP9041306',
      iin: '871205401190',
    },
    (day) => ({
      'labour-contracts': {
        contracts: [
          { ...contractOn(day), number: 'TD-2026-2045', until: '2026-04-30', status: 'terminated' },
        ],
      },
    }),
  ),
  ulan: member('wanted, says the criminal registry', wanted, { 'criminal-registry': wantedFacts }),
  namesake: member(
    'has name and birth date of somebody who is wanted',
    { ...wanted, passportNumber: 'PE9153846', iin: '851015305170' },
    { 'criminal-registry': wantedFacts, takenFor: { 'criminal-registry': wanted } },
  ),
  samir: member('clear, until the control door has a second answer sent about him', {
    surname: 'Huseynzada',
    givenName: 'Samir',
    bornOn: '1991-08-19',
    citizenship: 'AZE',
    passportNumber: 'C90362714',
    iin: '910819303641',
  }),
  saltanat: member('joins her husband, a citizen', {
    surname: 'Moldokulova',
    givenName: 'Saltanat',
    bornOn: '1990-06-21',
    citizenship: 'KGZ',
    passportNumber: 'PE9136209',
    iin: '900621402710',
  }),
  aruna: member(
    'joins her father at fifteen, too young for fingerprints',
    (day) => ({
      surname: 'Moldokulova',
      givenName: 'Aruna',
      citizenship: 'KGZ',
      passportNumber: 'PE9136211',
      ...bornYearsAgo(day, 15, '6015'),
    }),
    (day) => ({
      'kinship-register': { ...clearOn(day)['kinship-register'], relation: 'child', since: null },
    }),
  ),
  malika: member(
    'calls her husband a citizen, whom the register knows as a permanent resident',
    {
      surname: 'Ergasheva',
      givenName: 'Malika',
      bornOn: '1994-09-17',
      citizenship: 'UZB',
      passportNumber: 'FA9148802',
      iin: '940917403864',
    },
    (day) => ({
      'kinship-register': {
        ...clearOn(day)['kinship-register'],
        sponsor: {
          ...{ status: 'permanent-resident', residentSince: '2019-10-04' },
          ...{ permitUntil: null, alive: true },
        },
      },
    }),
  ),
} as const satisfies Record<string, CastMember>;
