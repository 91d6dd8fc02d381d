/** Filing: the region must take applications on that day, and the pilot must still run. */
import { describe, expect, test } from '@jest/globals';
import { readFiling } from '../../policy/filing';

describe('an application is taken', () => {
  test('under the policy of its day, with the calendar that was known then', () => {
    expect(readFiling('akmola', '2026-03-01')).toEqual({
      ok: true,
      policyVersion: '2026-02-13',
      calendar: 'kz-2026-01',
    });
    expect(readFiling('akmola', '2026-05-04')).toMatchObject({
      policyVersion: '2026-04-13',
      calendar: 'kz-2026-03',
    });
  });

  test('up to and with the last day of the pilot, and not on the day after', () => {
    expect(readFiling('ulytau', '2026-12-31').ok).toBe(true);
    expect(readFiling('ulytau', '2027-01-01')).toEqual({
      ok: false,
      code: 'pilot-over',
      rule: {
        policy: '2026-11-25',
        name: 'pilotUntil',
        value: '2026-12-31',
        source: expect.any(String),
        confidence: 'press',
      },
    });
  });
});

describe('an application is not taken', () => {
  test('in a region outside the pilot, and the rule is named', () => {
    expect(readFiling('astana', '2026-05-04')).toMatchObject({
      ok: false,
      code: 'region-not-in-pilot',
      rule: { policy: '2026-04-13', name: 'regions', value: expect.arrayContaining(['akmola']) },
    });
  });

  test('before the pilot began, and the rule is named', () => {
    expect(readFiling('akmola', '2026-02-13').ok).toBe(true);
    expect(readFiling('akmola', '2026-02-12')).toEqual({
      ok: false,
      code: 'region-not-in-pilot',
      rule: {
        policy: '2026-02-13',
        name: 'pilotFrom',
        value: '2026-02-13',
        source: expect.stringContaining('in force since 13.02.2026'),
        confidence: 'press',
      },
    });
  });
});
