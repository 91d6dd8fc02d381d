/** What Berkut's crossings say: how long somebody was here, and whether the stay was registered before it began. */
import { describe, expect, test } from '@jest/globals';
import { permitPeople } from '../../../agencies/permit-people';
import type { FilingKind, PermitPurpose } from '../../../domain/permit';
import { daysInCountry } from '../../../policy/findings/crossings';
import { readFinding } from '../../../policy/findings';

const at = (direction: 'entry' | 'exit', instant: string) => ({
  direction,
  at: instant,
  checkpoint: 'Qordai',
});
const entry = at('entry', '2026-03-02T06:40:00.000Z');

describe('a stay', () => {
  const answer = { requestId: 'r-1', answerId: 'a-1', crossings: [entry], overstayDays: 0, entryBan: false };

  test.each<[string, string | null | undefined, string[]]>([
    ['registered on the day of entry', '2026-03-02', []],
    ['registered before the entry', '2026-03-01', ['registered-before-entry']],
    ['of which nobody says when it was registered', undefined, []],
    ['not registered, of no permit', null, []],
  ])('%s', (_, registeredOn, codes) => {
    const told = { ...answer, ...(registeredOn !== undefined && { registeredOn }) };
    expect(readFinding('berkut', told).codes).toEqual(codes);
  });

  test.each<[PermitPurpose, FilingKind, string, string[]]>([
    ['study', 'issue', 'permit-2026-11-24', ['not-registered']],
    ['family', 'issue', 'permit-2026-11-24', ['not-registered']],
    ['study', 'issue', 'permit-2026-11-23', []],
    ['study', 'renewal', 'permit-2026-11-24', []],
    ['work-with-permit', 'issue', 'permit-2026-11-24', []],
    ['eaeu-work', 'issue', 'permit-2026-11-24', []],
  ])('of a permit that is not registered is looked at where Berkut alone tells: %s, %s, %s', (...of) => {
    const [purpose, filing, policyVersion, codes] = of;
    const filed = { purpose, filing, policyVersion };
    const result = codes.length > 0 ? 'unclear' : 'clear';
    expect(readFinding('berkut', { ...answer, registeredOn: null }, filed)).toEqual({ result, codes });
    expect(readFinding('berkut', answer, filed)).toEqual({ result: 'clear', codes: [] });
    expect(readFinding('berkut', { ...answer, registeredOn: '2026-03-04' }, filed).codes).toEqual([]);
  });

  test('of everybody in the cast is registered, so that nobody is clear because nobody looked', () => {
    const filed = { purpose: 'study', filing: 'issue', policyVersion: 'permit-2026-11-24' } as const;
    for (const { facts } of Object.values(permitPeople)) {
      expect(facts.berkut.registeredOn).toEqual(expect.any(String));
      expect(readFinding('berkut', { ...answer, ...facts.berkut }, filed).result).toBe('clear');
    }
  });

  test('counts from the last entry, in whatever order the crossings come', () => {
    const crossings = [at('entry', '2026-04-10T06:00:00.000Z'), entry];
    const told = { ...answer, crossings, registeredOn: '2026-03-05' };
    expect(readFinding('berkut', told)).toEqual({ result: 'unclear', codes: ['registered-before-entry'] });
  });
});

describe('the days in the country', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };

  test.each<[string, Parameters<typeof daysInCountry>[0], { from: string; to: string }, number]>([
    ['none without a crossing', [], year, 0],
    ['from entry to exit, both counted', [entry, at('exit', '2026-03-04T10:00:00.000Z')], year, 3],
    [
      'once where exit and next entry share a day',
      [
        ...[entry, at('exit', '2026-03-03T08:00:00.000Z')],
        ...[at('entry', '2026-03-03T15:00:00.000Z'), at('exit', '2026-03-04T08:00:00.000Z')],
      ],
      year,
      3,
    ],
    ['on, for who has not left', [entry], { from: '2026-01-01', to: '2026-03-11' }, 10],
    ['within the days asked about alone', [entry], { from: '2026-03-10', to: '2026-03-11' }, 2],
    ['none for who comes later', [entry], { from: '2026-01-01', to: '2026-03-01' }, 0],
    [
      'by the law’s day, five hours ahead of UTC',
      [at('entry', '2026-03-02T20:00:00.000Z')],
      {
        from: '2026-03-02',
        to: '2026-03-04',
      },
      2,
    ],
  ])('are %s', (_, crossings, span, days) => {
    expect(daysInCountry(crossings, span)).toBe(days);
  });
});
