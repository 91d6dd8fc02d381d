/** What each answer of an agency means: clear, adverse, or for a person to judge. */
import { describe, expect, test } from '@jest/globals';
import { employers } from '../../agencies/employers';
import { people } from '../../agencies/people';
import { checks, type Check } from '../../domain/agencies';
import type { AgencyAnswers } from '../../domain/agency-answers';
import { readFinding } from '../../policy/findings';

const ids = { requestId: 'request-1', answerId: 'answer-1' };
const crossing = { direction: 'entry', at: '2026-03-02T06:40:00.000Z', checkpoint: 'Qordai' } as const;
const offence = { kind: 'theft', committedOn: '2019-02-11' };

const berkut = { ...ids, crossings: [crossing], overstayDays: 0, entryBan: false };
const criminal: AgencyAnswers['criminal-registry'] = { ...ids, record: 'none', wanted: false, offences: [] };

describe('Berkut', () => {
  test.each<[string, Partial<AgencyAnswers['berkut']>, object]>([
    ['nothing against him', {}, { result: 'clear', codes: [] }],
    ['a ban on entry', { entryBan: true }, { result: 'adverse', codes: ['entry-ban'] }],
    ['one day too long in the country', { overstayDays: 1 }, { result: 'unclear', codes: ['overstay'] }],
    ['no crossing of the border', { crossings: [] }, { result: 'unclear', codes: ['no-crossing-known'] }],
    [
      'all of it',
      { entryBan: true, overstayDays: 61, crossings: [] },
      { result: 'adverse', codes: ['entry-ban', 'overstay', 'no-crossing-known'] },
    ],
  ])('knows of %s', (_, unlike, finding) => {
    expect(readFinding('berkut', { ...berkut, ...unlike })).toEqual(finding);
  });
});

describe('the criminal registry', () => {
  test.each<[string, Partial<AgencyAnswers['criminal-registry']>, object]>([
    ['nothing', {}, { result: 'clear', codes: [] }],
    ['an unspent conviction', { record: 'unspent' }, { result: 'adverse', codes: ['unspent-conviction'] }],
    ['a search for him', { wanted: true }, { result: 'adverse', codes: ['wanted'] }],
    ['a spent conviction', { record: 'spent' }, { result: 'unclear', codes: ['spent-conviction'] }],
    ['an offence without a conviction', { offences: [offence] }, { result: 'unclear', codes: ['offences'] }],
    [
      'an unspent conviction, a search and an offence',
      { record: 'unspent', wanted: true, offences: [offence] },
      { result: 'adverse', codes: ['unspent-conviction', 'wanted', 'offences'] },
    ],
  ])('knows of %s', (_, unlike, finding) => {
    expect(readFinding('criminal-registry', { ...criminal, ...unlike })).toEqual(finding);
  });
});

describe('the registries of numbers and fingerprints', () => {
  test.each<[AgencyAnswers['iin-registry']['status'], object]>([
    ['match', { result: 'clear', codes: [] }],
    ['mismatch', { result: 'adverse', codes: ['iin-of-another-person'] }],
    ['unknown', { result: 'unclear', codes: ['iin-unknown'] }],
  ])('an IIN that is a %s', (status, finding) => {
    expect(readFinding('iin-registry', { ...ids, status })).toEqual(finding);
  });

  type Family = NonNullable<AgencyAnswers['iin-registry']['family']>;
  test.each<[AgencyAnswers['iin-registry']['status'], Family, object]>([
    ['match', [], { result: 'clear', codes: [] }],
    ['match', ['match', 'match'], { result: 'clear', codes: [] }],
    ['match', ['match', 'unknown'], { result: 'unclear', codes: ['family-iin-unknown'] }],
    ['match', ['mismatch', 'match'], { result: 'adverse', codes: ['family-iin-of-another-person'] }],
    [
      'match',
      ['unknown', 'mismatch'],
      { result: 'adverse', codes: ['family-iin-of-another-person', 'family-iin-unknown'] },
    ],
    ['unknown', ['match'], { result: 'unclear', codes: ['iin-unknown'] }],
    ['mismatch', ['unknown'], { result: 'adverse', codes: ['iin-of-another-person', 'family-iin-unknown'] }],
  ])('of a family the worst counts: %s with %j', (status, family, finding) => {
    expect(readFinding('iin-registry', { ...ids, status, family })).toEqual(finding);
  });

  test.each<[AgencyAnswers['fingerprint-registry']['status'], object]>([
    ['match', { result: 'clear', codes: [] }],
    ['no-match', { result: 'adverse', codes: ['fingerprints-of-another-person'] }],
    ['not-registered', { result: 'unclear', codes: ['fingerprints-not-registered'] }],
  ])('fingerprints that are a %s', (status, finding) => {
    expect(readFinding('fingerprint-registry', { ...ids, status })).toEqual(finding);
  });
});

describe('the security service', () => {
  test.each<[AgencyAnswers['security-service']['position'], object]>([
    ['agreement', { result: 'clear', codes: [] }],
    ['objection', { result: 'adverse', codes: ['security-objection'] }],
    ['more-time', { result: 'unclear', codes: ['security-more-time'] }],
  ])('that answers with %s', (position, finding) => {
    expect(readFinding('security-service', { ...ids, position })).toEqual(finding);
  });
});

describe('the migration register', () => {
  type Application = AgencyAnswers['migration-register']['applications'][number];
  const asOf = '2026-05-09';
  const other: Application = {
    kind: 'permanent-residence',
    status: 'open',
    filedOn: '2025-01-20',
    decidedOn: null,
    reference: 'PR-1',
  };
  const refused = (decidedOn: string | null): Partial<Application> => ({ status: 'refused', decidedOn });
  const recent = { result: 'unclear', codes: ['refused-within-a-year'] };
  const clear = { result: 'clear', codes: [] };

  test.each<[string, Partial<Application>, object]>([
    ['that is open', {}, { result: 'unclear', codes: ['another-application-open'] }],
    ['that was granted', { status: 'granted', decidedOn: '2026-05-08' }, clear],
    ['that was withdrawn', { status: 'withdrawn', decidedOn: '2026-05-08' }, clear],
    ['that was refused the day before', refused('2026-05-08'), recent],
    ['that was refused a year ago to the day', refused('2025-05-09'), recent],
    ['that was refused a year and a day ago', refused('2025-05-08'), clear],
    ['that was refused on a day nobody noted, and filed too long ago', refused(null), clear],
  ])('knows of another application %s', (_, unlike, finding) => {
    const applications = [{ ...other, ...unlike }];
    expect(readFinding('migration-register', { ...ids, asOf, applications })).toEqual(finding);
  });

  test('is told by us of months after a lost ground that the person had before', () => {
    const had = [{ reference: 'case-1', validUntil: '2025-06-30' }];
    const answer = { ...ids, asOf, applications: [] };
    expect(readFinding('migration-register', { ...answer, ownLostGround: had })).toEqual({
      result: 'unclear',
      codes: ['months-after-loss-had'],
    });
    expect(readFinding('migration-register', { ...answer, ownLostGround: [] })).toEqual(clear);
  });

  describe('of a permit that is renewed', () => {
    const renewed = { number: 'TP-1', validUntil: '2026-06-30' };
    const ours = { reference: 'case-1', renews: null, validUntil: '2026-06-30' };

    test.each<[string, { renews?: string | null; validUntil?: string }, string[]]>([
      ['of which ours is the one that is renewed', {}, []],
      ['beside an earlier one of ours', { renews: 'TP-0', validUntil: '2026-05-31' }, []],
      ['that is renewed already', { renews: 'TP-1', validUntil: '2026-06-30' }, ['renewed-already']],
      ['beside one of ours that lasts longer', { validUntil: '2026-07-01' }, ['own-permit-lasts-longer']],
      [
        'that is renewed already, for a year',
        { renews: 'TP-1', validUntil: '2027-06-30' },
        ['renewed-already', 'own-permit-lasts-longer'],
      ],
    ])('is told by us %s', (_, unlike, codes) => {
      const answer = { ...ids, asOf, applications: [], renewed, ownPermits: [{ ...ours, ...unlike }] };
      const result = codes.length === 0 ? 'clear' : 'unclear';
      expect(readFinding('migration-register', answer)).toEqual({ result, codes });
    });

    test('is told nothing where nobody says what is renewed', () => {
      const ownPermits = [{ ...ours, validUntil: '2099-01-01' }];
      expect(readFinding('migration-register', { ...ids, asOf, applications: [], ownPermits })).toEqual(
        clear,
      );
    });
  });

  test('knows of none, or of several', () => {
    const answer = { ...ids, asOf };
    expect(readFinding('migration-register', { ...answer, applications: [] })).toEqual(clear);
    const applications = [other, { ...other, ...refused('2026-01-12') }];
    expect(readFinding('migration-register', { ...answer, applications })).toEqual({
      result: 'unclear',
      codes: ['another-application-open', 'refused-within-a-year'],
    });
  });
});

describe('the bank', () => {
  type Bank = AgencyAnswers['bank'];
  const confirmed: Bank = {
    ...ids,
    status: 'genuine',
    amountTenge: 5_709_000,
    requiredTenge: 5_709_000,
  };
  const notGenuine = { result: 'adverse', codes: ['bank-certificate-not-genuine'] };

  test.each<[string, Partial<Bank>, object]>([
    ['a genuine certificate and just enough money', {}, { result: 'clear', codes: [] }],
    [
      'one tenge too little',
      { amountTenge: 5_708_999 },
      { result: 'adverse', codes: ['funds-below-required'] },
    ],
    ['a certificate that is not genuine', { status: 'not-genuine' }, notGenuine],
    [
      'a certificate that is not genuine, and no money',
      { status: 'not-genuine', amountTenge: 0 },
      notGenuine,
    ],
    [
      'no such certificate',
      { status: 'unknown' },
      { result: 'unclear', codes: ['bank-certificate-unknown'] },
    ],
    [
      'money, when nobody said how much was needed',
      { requiredTenge: null },
      { result: 'unclear', codes: ['funds-not-compared'] },
    ],
  ])('tells of %s', (_, unlike, finding) => {
    expect(readFinding('bank', { ...confirmed, ...unlike })).toEqual(finding);
  });
});

describe('the medical registry', () => {
  type Medical = AgencyAnswers['medical-registry'];
  const barring = { result: 'adverse', codes: ['barring-disease'] };

  test.each<[Medical['status'], string[], object]>([
    ['valid', [], { result: 'clear', codes: [] }],
    ['not-found', [], { result: 'unclear', codes: ['medical-certificate-not-found'] }],
    ['barring', ['A15.0'], barring],
    ['barring', [], barring],
    ['valid', ['A15.0'], barring],
  ])('finds a certificate %s with %j, and never names the disease', (status, diseaseCodes, finding) => {
    expect(readFinding('medical-registry', { ...ids, status, diseaseCodes })).toEqual(finding);
  });
});

describe('the cast', () => {
  type Member = keyof typeof people;
  const question = { on: '2026-05-09', bin: employers.builder.bin, sponsorIin: '900101300017' };
  const asked = { ...ids, asOf: '2026-05-09', requiredTenge: 5_709_000, question, employer: null };
  const contract = {
    number: 'TD-1',
    bin: question.bin,
    from: '2026-01-12',
    until: null,
    status: 'registered',
  };

  function resultsOf(name: Member): Record<Check, string> {
    const facts = people[name].factsOn(question.on);
    const factsOf = (check: Check) => {
      const known = facts[check];
      return 'contracts' in known && known.contracts === 'as-asked' ? { contracts: [contract] } : known;
    };
    const read = (check: Check) =>
      readFinding(check, { ...asked, ...factsOf(check) } as AgencyAnswers[typeof check]);
    return Object.fromEntries(checks.map((check) => [check, read(check).result])) as Record<Check, string>;
  }

  test.each<[Member, Partial<Record<Check, string>>]>([
    ['timur', {}],
    ['elif', {}],
    ['bekzod', {}],
    ['saltanat', {}],
    ['aruna', {}],
    ['ulan', { 'criminal-registry': 'adverse' }],
    ['olga', { 'labour-contracts': 'adverse' }],
    ['orhan', { 'labour-contracts': 'unclear' }],
    ['rustam', { berkut: 'unclear' }],
    ['viktor', { 'criminal-registry': 'adverse' }],
    ['anush', { 'iin-registry': 'adverse' }],
    ['sanjar', { 'security-service': 'adverse' }],
    ['aizada', {}],
    ['batbayar', { 'migration-register': 'unclear' }],
    ['irina', { bank: 'adverse' }],
    ['davron', { 'medical-registry': 'adverse' }],
    ['mirlan', {}],
  ])('%s is found as the story says', (name, unlike) => {
    const clear = Object.fromEntries(checks.map((check) => [check, 'clear']));
    expect(resultsOf(name)).toEqual({ ...clear, ...unlike });
  });
});
