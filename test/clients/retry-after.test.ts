/** When an agency wants to be asked again: seconds or a date, and nothing that is neither. */
import { expect, test } from '@jest/globals';
import { readRetryAfter } from '../../clients/retry-after';

const now = Date.parse('2026-06-01T04:00:00.000Z');

test.each<[string | null, number | undefined]>([
  [null, undefined],
  ['', undefined],
  ['0', 0],
  [' 120 ', 120_000],
  ['Mon, 01 Jun 2026 04:02:00 GMT', 120_000],
  ['Mon, 01 Jun 2026 03:00:00 GMT', 0],
  ['-5', undefined],
  ['1.5', undefined],
  ['1e9', undefined],
  ['soon', undefined],
  ['2026-06-01', undefined],
  ['99999999999999999999', undefined],
])('Retry-After: %s', (header, expected) => {
  expect(readRetryAfter(header, now)).toBe(expected);
});
