/** The part of the cast about whom the security service, the registers, the bank or the doctors have something to say. */
import { bornYearsAgo } from './cast-days';
import { member, type CastMember } from './cast-member';

/** Names, passports and IINs belong to nobody; the check digits are right. */
export const verifiedPeople = {
  sanjar: member(
    'the security service objects',
    {
      surname: 'Rahmatjonov',
      givenName: 'Sanjar',
      bornOn: '1984-07-19',
      citizenship: 'UZB',
      passportNumber: 'FA9071350',
      iin: '840719304452',
    },
    { 'security-service': { position: 'objection' } },
  ),
  aizada: member(
    'the security service stays silent',
    {
      surname: 'Toktosunova',
      givenName: 'Aizada',
      bornOn: '1992-12-03',
      citizenship: 'KGZ',
      passportNumber: 'PE9104826',
      iin: '921203406122',
    },
    { silent: ['security-service'] },
  ),
  batbayar: member(
    'another application of his is open',
    {
      surname: 'Dorjsuren',
      givenName: 'Batbayar',
      bornOn: '1977-05-28',
      citizenship: 'MNG',
      passportNumber: 'E9020418',
      iin: '770528303183',
    },
    {
      'migration-register': {
        applications: [
          {
            kind: 'temporary-residence',
            status: 'granted',
            filedOn: '2024-09-02',
            decidedOn: '2024-09-03',
            reference: 'TR-2024-1187',
          },
          {
            kind: 'permanent-residence',
            status: 'open',
            filedOn: '2026-02-20',
            decidedOn: null,
            reference: 'PR-2026-0043',
          },
        ],
      },
    },
  ),
  irina: member(
    'the bank does not confirm her certificate',
    {
      surname: 'Polozova',
      givenName: 'Irina',
      bornOn: '1989-09-15',
      citizenship: 'RUS',
      passportNumber: '799026417',
      iin: '890915405273',
    },
    { bank: { status: 'not-genuine', amountTenge: 0 } },
  ),
  davron: member(
    'a disease that bars the permission',
    {
      surname: 'Sharofov',
      givenName: 'Davron',
      bornOn: '1996-02-14',
      citizenship: 'TJK',
      passportNumber: '900573146',
      iin: '960214306339',
    },
    { 'medical-registry': { status: 'barring', diseaseCodes: ['A15.0'] } },
  ),
  hakan: member(
    'an IIN in his family is not known',
    {
      surname: 'Yildirgan',
      givenName: 'Hakan',
      bornOn: '1983-10-06',
      citizenship: 'TUR',
      passportNumber: 'U90428816',
      iin: '831006307223',
    },
    { 'iin-registry': { status: 'match', ofFamily: 'unknown' } },
  ),
  sevda: member(
    'presents a language certificate that is not genuine',
    {
      surname: 'Agharzaeva',
      givenName: 'Sevda',
      bornOn: '1999-01-30',
      citizenship: 'AZE',
      passportNumber: 'C90346025',
      iin: '990130408112',
    },
    {
      'testing-centre': {
        blocks: [
          { block: 'listening', items: 20, correct: 16 },
          { block: 'reading', items: 40, correct: 29 },
        ],
        bannedItems: false,
        certificates: 'not-genuine',
      },
    },
  ),
  nodira: member(
    'brings banned items to the language test',
    {
      surname: 'Yusufjonova',
      givenName: 'Nodira',
      bornOn: '1994-01-17',
      citizenship: 'UZB',
      passportNumber: 'FA9085213',
      iin: '940117407154',
    },
    {
      'testing-centre': {
        blocks: [
          { block: 'listening', items: 20, correct: 18 },
          { block: 'reading', items: 40, correct: 31 },
        ],
        bannedItems: true,
        certificates: 'genuine',
      },
    },
  ),
  mirlan: member('clear everywhere, and too young for fingerprints', (day) => ({
    surname: 'Abdykulov',
    givenName: 'Mirlan',
    citizenship: 'KGZ',
    passportNumber: 'PE9118203',
    ...bornYearsAgo(day, 14, '5051'),
  })),
} as const satisfies Record<string, CastMember>;
