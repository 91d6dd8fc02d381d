/** The number of a case: what survives the telephone, and what is caught. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { caseIdFrom, findCaseId } from '../../domain/case-id';

const random = fc.uint8Array({ minLength: 11, maxLength: 32 });
const ids = random.map(caseIdFrom);
const symbols = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

describe('a case id', () => {
  test('is twelve symbols in three groups, without I, L, O, U and Z', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(id).toMatch(/^[0-9A-HJKMNP-TV-Y]{4}-[0-9A-HJKMNP-TV-Y]{4}-[0-9A-HJKMNP-TV-Y]{4}$/);
      }),
    );
  });

  test('needs eleven random bytes', () => {
    expect(() => caseIdFrom(new Uint8Array(10))).toThrow();
    expect(caseIdFrom(new Uint8Array(11))).toBe('0000-0000-0000');
  });

  test('does not depend on bytes beyond the eleventh', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        expect(caseIdFrom(bytes)).toBe(caseIdFrom(bytes.slice(0, 11)));
      }),
    );
  });

  test('of other bytes is almost always another one', () => {
    const made = fc.sample(ids, { numRuns: 2000, seed: 7 });
    const bytes = fc.sample(random, { numRuns: 2000, seed: 7 }).map((one) => one.slice(0, 11).join());
    expect(new Set(made).size).toBeGreaterThan(new Set(bytes).size * 0.99);
  });
});

describe('an id that is read aloud', () => {
  test('is found again as it was printed', () => {
    fc.assert(fc.property(ids, (id) => expect(findCaseId(id)).toBe(id)));
  });

  test('is found in small letters, without dashes, with spaces', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(findCaseId(id.toLowerCase())).toBe(id);
        expect(findCaseId(id.replaceAll('-', ''))).toBe(id);
        expect(findCaseId(` ${[...id].join(' ')} `)).toBe(id);
      }),
    );
  });

  test('is found when the letter O was heard for zero, and I or L for one', () => {
    fc.assert(
      fc.property(ids, fc.constantFrom('I', 'L', 'i', 'l'), fc.constantFrom('O', 'o'), (id, one, zero) => {
        expect(findCaseId(id.replaceAll('1', one).replaceAll('0', zero))).toBe(id);
      }),
    );
  });
});

describe('an id that was typed wrong', () => {
  /** Every id with one symbol replaced by any other. */
  function mistyped(id: string): string[] {
    return [...id].flatMap((symbol, place) =>
      symbol === '-'
        ? []
        : symbols
            .filter((other) => other !== symbol)
            .map((other) => id.slice(0, place) + other + id.slice(place + 1)),
    );
  }

  function swapped(id: string): string[] {
    const plain = id.replaceAll('-', '');
    return [...plain.slice(1)].flatMap((next, place) =>
      next === plain[place] ? [] : [plain.slice(0, place) + next + plain[place] + plain.slice(place + 2)],
    );
  }

  test('in one symbol is nobody’s id', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(mistyped(id).filter((wrong) => findCaseId(wrong) !== undefined)).toEqual([]);
      }),
    );
  });

  test('with two neighbouring symbols swapped is nobody’s id', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(swapped(id).filter((wrong) => findCaseId(wrong) !== undefined)).toEqual([]);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['one symbol too few', '0000-0000-000'],
    ['one symbol too many', '0000-0000-00000'],
    ['a letter that does not occur', '0000-0000-000U'],
    ['a sign of another alphabet', '0000-0000-000Ж'],
    ['a path', '../../etc/pass'],
    ['somebody’s IIN', '900101300017'],
  ])('%s is no case id', (_, text) => {
    expect(findCaseId(text)).toBeUndefined();
  });
});
