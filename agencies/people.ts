/** The cast: invented people whose answers are known, so that every kind of life can be played. */
import type { AgencyName } from '../domain/agencies';
import type { PersonIdentity } from '../domain/person';
import { today } from './cast-days';
import { clearOn, member, type CastMember, type KnownFacts } from './cast-member';
import { permitPeople } from './permit-people';
import { verifiedPeople } from './verified-people';

/** By the key of their persona. Names, passports and IINs belong to nobody; the check digits are right. */
export const people = {
  timur: member('everything is clear', {
    surname: 'Sadyrkulov',
    givenName: 'Timur',
    bornOn: '1988-03-14',
    citizenship: 'KGZ',
    passportNumber: 'PE9100417',
    iin: '880314302411',
  }),
  elif: member('everything is clear', {
    surname: 'Karaelmas',
    givenName: 'Elif',
    bornOn: '1991-07-22',
    citizenship: 'TUR',
    passportNumber: 'U90417733',
    iin: '910722403383',
  }),
  pavel: member('clear everywhere, but too little to tell in the form: refused by score', {
    surname: 'Verbitsky',
    givenName: 'Pavel',
    bornOn: '1985-11-09',
    citizenship: 'BLR',
    passportNumber: 'MP9027461',
    iin: '851109301723',
  }),
  leyla: member(
    'the criminal registry stays silent',
    {
      surname: 'Sarkhanova',
      givenName: 'Leyla',
      bornOn: '1993-04-29',
      citizenship: 'AZE',
      passportNumber: 'C90331872',
      iin: '930429406150',
    },
    { silent: ['criminal-registry'] },
  ),
  rustam: member(
    'overstayed, says Berkut',
    {
      surname: 'Holmirzoev',
      givenName: 'Rustam',
      bornOn: '1979-02-06',
      citizenship: 'UZB',
      passportNumber: 'FA9064128',
      iin: '790206305221',
    },
    {
      berkut: {
        crossings: [
          { direction: 'entry', at: '2025-08-11T04:15:00.000Z', checkpoint: 'Zhibek Zholy' },
          { direction: 'exit', at: '2026-01-09T11:52:00.000Z', checkpoint: 'Zhibek Zholy' },
          { direction: 'entry', at: '2026-02-17T07:30:00.000Z', checkpoint: 'Zhibek Zholy' },
        ],
        overstayDays: 61,
        entryBan: false,
      },
    },
  ),
  viktor: member(
    'an unspent conviction',
    {
      surname: 'Zaruchin',
      givenName: 'Viktor',
      bornOn: '1982-11-13',
      citizenship: 'RUS',
      passportNumber: '799014652',
      iin: '821113307471',
    },
    {
      'criminal-registry': {
        record: 'unspent',
        wanted: false,
        offences: [{ kind: 'fraud', committedOn: '2024-05-18' }],
      },
    },
  ),
  anush: member(
    'the IIN belongs to somebody else',
    {
      surname: 'Galstaryan',
      givenName: 'Anush',
      bornOn: '1990-08-26',
      citizenship: 'ARM',
      passportNumber: 'AT9052307',
      iin: '900826408536',
    },
    { 'iin-registry': { status: 'mismatch' } },
  ),
  oyuna: member(
    'fails the reading block of the language test',
    {
      surname: 'Tsagaandorj',
      givenName: 'Oyuna',
      bornOn: '1995-06-02',
      citizenship: 'MNG',
      passportNumber: 'E9017745',
      iin: '950602409614',
    },
    {
      'testing-centre': {
        blocks: [
          { block: 'listening', items: 20, correct: 14 },
          { block: 'reading', items: 40, correct: 9 },
        ],
        bannedItems: false,
        certificates: 'genuine',
      },
    },
  ),
  farid: member(
    'the fingerprints are not his',
    {
      surname: 'Nazarshoev',
      givenName: 'Farid',
      bornOn: '1987-09-30',
      citizenship: 'TJK',
      passportNumber: '900561288',
      iin: '870930301887',
    },
    { 'fingerprint-registry': { status: 'no-match' } },
  ),
  ...verifiedPeople,
  ...permitPeople,
} as const satisfies Record<string, CastMember>;

export type PersonKey = keyof typeof people;

const byPassport = new Map<string, CastMember>(
  Object.values(people).map((each) => [each.person.passportNumber, each]),
);

/** What an agency knows today of whoever holds the passport; a stranger to the cast passes and is clear everywhere. */
export function factsAbout<A extends AgencyName>(agency: A, passportNumber: string): KnownFacts[A] {
  return (byPassport.get(passportNumber)?.facts ?? clearOn(today()))[agency];
}

export function staysSilent(agency: AgencyName, passportNumber: string): boolean {
  return byPassport.get(passportNumber)?.silent.includes(agency) ?? false;
}

/** Whose file the agency finds when it looks for the person; almost always his own. */
export function fileFoundBy(agency: AgencyName, person: PersonIdentity): PersonIdentity {
  return byPassport.get(person.passportNumber)?.takenFor[agency] ?? person;
}
