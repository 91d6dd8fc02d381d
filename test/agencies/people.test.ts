/** The cast: whole, distinct, and answered about as announced. */
import { describe, expect, test } from '@jest/globals';
import { Compile } from 'typebox/compile';
import type { CastMember } from '../../agencies/cast-member';
import { employerKnownBy, employers } from '../../agencies/employers';
import { factsAbout, fileFoundBy, people, staysSilent } from '../../agencies/people';
import { personas } from '../../agencies/personas';
import { PersonIdentity } from '../../domain/person';
import { roles } from '../../domain/roles';

const cast = Object.entries(people);

function checkDigit(iin: string): number {
  const digits = [...iin].slice(0, 11).map(Number);
  const by = (shift: number) =>
    digits.reduce((sum, digit, place) => sum + digit * (((place + shift) % 11) + 1), 0) % 11;
  return by(0) < 10 ? by(0) : by(2);
}

function contractOf({ facts }: CastMember) {
  const { contracts } = facts['labour-contracts'];
  const [contract] = contracts === 'as-asked' ? [] : contracts;
  if (contract === undefined) throw new Error('no contract of his own');
  return contract;
}

describe('the cast', () => {
  test.each(['900101300017', '061211600012', '900101300811'])(
    'the rule accepts the known number %s',
    (iin) => {
      expect(checkDigit(iin)).toBe(Number(iin.at(-1)));
    },
  );

  test.each(cast)('%s is a person an agency can be asked about', (_key, { person }) => {
    const { iin = '', bornOn } = person;
    expect(Compile(PersonIdentity).Check(person)).toBe(true);
    expect(Number(iin.at(-1))).toBe(checkDigit(iin));
    expect(iin.slice(0, 6)).toBe(bornOn.slice(2).replaceAll('-', ''));
  });

  test('no two people share a passport or an IIN', () => {
    expect(new Set(cast.map(([, { person }]) => person.passportNumber)).size).toBe(cast.length);
    expect(new Set(cast.map(([, { person }]) => person.iin)).size).toBe(cast.length);
  });

  test('every one of them is a persona with an opaque subject, and every role has a persona', () => {
    const subjects = [...personas.values()].map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(personas.size);
    for (const [key, { person }] of cast) {
      expect(personas.get(key)?.roles).toEqual(['applicant']);
      expect(personas.get(key)?.subject.toLowerCase()).not.toContain(person.givenName.toLowerCase());
    }
    expect(new Set([...personas.values()].flatMap((persona) => persona.roles))).toEqual(new Set(roles));
  });

  test('each is known for what the life needs', () => {
    const { timur, elif, rustam, viktor, anush, oyuna, farid, leyla } = people;
    expect(elif.facts).toEqual(timur.facts);
    expect(rustam.facts.berkut.overstayDays).toBeGreaterThan(0);
    expect(viktor.facts['criminal-registry'].record).toBe('unspent');
    expect(anush.facts['iin-registry'].status).toBe('mismatch');
    expect(oyuna.facts['testing-centre'].blocks[1]).toEqual({ block: 'reading', items: 40, correct: 9 });
    expect(farid.facts['fingerprint-registry'].status).toBe('no-match');
    expect(staysSilent('criminal-registry', leyla.person.passportNumber)).toBe(true);
  });

  test('each of the later ones is known for what the verification needs', () => {
    const { sanjar, aizada, batbayar, irina, davron, hakan, sevda, nodira, mirlan } = people;
    expect(sanjar.facts['security-service'].position).toBe('objection');
    expect(staysSilent('security-service', aizada.person.passportNumber)).toBe(true);
    expect(batbayar.facts['migration-register'].applications.map(({ status }) => status)).toContain('open');
    expect(irina.facts.bank.status).toBe('not-genuine');
    expect(davron.facts['medical-registry'].status).toBe('barring');
    expect(hakan.facts['iin-registry'].ofFamily).toBe('unknown');
    expect(sevda.facts['testing-centre'].certificates).toBe('not-genuine');
    expect(nodira.facts['testing-centre'].bannedItems).toBe(true);
    expect(mirlan.facts).toEqual(people.timur.facts);
  });

  test('each who asks for a temporary permit is known for what it needs', () => {
    const { bekzod, orhan, olga, ulan, namesake, saltanat, aruna, malika } = people;
    expect(bekzod.facts['permit-register'].currentPermit?.employerBin).toBe(employers.builder.bin);
    expect(employerKnownBy(contractOf(orhan).bin).validPermits).toBeGreaterThan(1_000);
    expect(contractOf(olga).status).toBe('terminated');
    expect(ulan.facts['criminal-registry'].wanted).toBe(true);
    expect(fileFoundBy('criminal-registry', namesake.person)).toEqual(ulan.person);
    expect(fileFoundBy('berkut', namesake.person)).toEqual(namesake.person);
    const { surname, givenName, bornOn } = ulan.person;
    expect(namesake.person).toMatchObject({ surname, givenName, bornOn });
    expect(saltanat.facts['kinship-register'].relation).toBe('spouse');
    expect(aruna.facts['kinship-register'].relation).toBe('child');
    expect(malika.facts['kinship-register'].sponsor.status).toBe('permanent-resident');
  });

  test.each(Object.values(employers))('an employer’s number $bin has its check digit', ({ bin }) => {
    expect(Number(bin.at(-1))).toBe(checkDigit(bin));
  });

  test('a stranger is clear everywhere and silent nowhere', () => {
    expect(factsAbout('berkut', 'XX0000000')).toEqual(people.timur.facts.berkut);
    expect(factsAbout('iin-registry', 'XX0000000')).toEqual({ status: 'match' });
    expect(staysSilent('criminal-registry', 'XX0000000')).toBe(false);
  });
});
