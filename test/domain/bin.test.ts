/** The number of an employer, school or clinic: which are numbers at all, and whose they are. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { employerKindOf, isBin } from '../../domain/bin';
import { isIin } from '../../domain/iin';

describe('the check digit', () => {
  test.each(['180140000127', '900101300017', '900101300811'])(
    '%s is right, and no other last digit',
    (bin) => {
      for (let last = 0; last < 10; last += 1) {
        expect(isBin(bin.slice(0, 11) + last)).toBe(last === Number(bin[11]));
      }
    },
  );

  test('is one digit or none for every eleven digits, and the same as of an IIN', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{11}$/), (eleven) => {
        const right = [...'0123456789'].filter((last) => isBin(eleven + last));
        expect(right.length).toBeLessThanOrEqual(1);
        expect(right).toEqual([...'0123456789'].filter((last) => isIin(eleven + last)));
      }),
    );
  });

  test.each(['', '18014000012', '1801400001277', '18014000012x', ' 180140000127'])('"%s" is none', (text) => {
    expect(isBin(text)).toBe(false);
  });

  test('is all that is looked at: a kind of entity that nobody knows is no reason to refuse', () => {
    expect([...'0123456789'].filter((last) => isBin(`18019900012${last}`))).toHaveLength(1);
  });
});

test.each([
  ['180140000127', 'organisation'],
  ['180150000127', 'organisation'],
  ['180160000127', 'organisation'],
  ['900101300017', 'individual'],
  ['991231509991', 'individual'],
])('%s is the number of an %s', (...[bin, kind]) => {
  expect(employerKindOf(bin)).toBe(kind);
});
