/** What each answer of an agency means: clear, adverse, or for a person to judge. */
import { describe, expect, test } from '@jest/globals';
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

  test.each<[AgencyAnswers['fingerprint-registry']['status'], object]>([
    ['match', { result: 'clear', codes: [] }],
    ['no-match', { result: 'adverse', codes: ['fingerprints-of-another-person'] }],
    ['not-registered', { result: 'unclear', codes: ['fingerprints-not-registered'] }],
  ])('fingerprints that are a %s', (status, finding) => {
    expect(readFinding('fingerprint-registry', { ...ids, status })).toEqual(finding);
  });
});

describe('the cast', () => {
  type Member = keyof typeof people;

  function resultsOf(name: Member): Record<Check, string> {
    const { facts } = people[name];
    const read = (check: Check) =>
      readFinding(check, { ...ids, ...facts[check] } as AgencyAnswers[typeof check]);
    return Object.fromEntries(checks.map((check) => [check, read(check).result])) as Record<Check, string>;
  }

  test.each<[Member, Partial<Record<Check, string>>]>([
    ['timur', {}],
    ['elif', {}],
    ['rustam', { berkut: 'unclear' }],
    ['viktor', { 'criminal-registry': 'adverse' }],
    ['anush', { 'iin-registry': 'adverse' }],
  ])('%s is found as the story says', (name, unlike) => {
    expect(resultsOf(name)).toEqual({
      berkut: 'clear',
      'criminal-registry': 'clear',
      'iin-registry': 'clear',
      'fingerprint-registry': 'clear',
      ...unlike,
    });
  });
});
