/** One way to write a value: what is equal is written alike, and what is written can be read again. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../domain/canonical-json';

/** The same value with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reordered(member)]),
  );
}

describe('canonical JSON', () => {
  test.each<[string, unknown, string]>([
    ['sorts keys', { b: 1, a: 2 }, '{"a":2,"b":1}'],
    [
      'sorts keys at every depth',
      { b: [{ d: 1, c: 2 }], a: { f: 1, e: 2 } },
      '{"a":{"e":2,"f":1},"b":[{"c":2,"d":1}]}',
    ],
    ['sorts keys that look like numbers as text', { 10: 'b', 9: 'c', 1: 'a' }, '{"1":"a","10":"b","9":"c"}'],
    ['keeps the order of lists', [3, 1, 2], '[3,1,2]'],
    ['leaves out what is undefined', { a: undefined, b: null }, '{"b":null}'],
    ['writes null for a hole in a list', [1, undefined, 2], '[1,null,2]'],
    ['has no white space', { a: [1, { b: 'c d' }] }, '{"a":[1,{"b":"c d"}]}'],
    ['escapes as JSON does', { 'a"b': 'c\n\u2028' }, JSON.stringify({ 'a"b': 'c\n\u2028' })],
    ['knows no negative zero', -0, '0'],
    ['writes an empty object and an empty list', { a: {}, b: [] }, '{"a":{},"b":[]}'],
  ])('%s', (_, value, written) => {
    expect(canonicalJson(value)).toBe(written);
  });

  test('can be read again as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('is the same for the same value in another order', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('is another one for another value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const equal = JSON.stringify(sortedBySelf(a)) === JSON.stringify(sortedBySelf(b));
        expect(canonicalJson(a) === canonicalJson(b)).toBe(equal);
      }),
    );
  });
});

/** Objects as lists of pairs in order, so that two values can be compared without the code under test. */
function sortedBySelf(value: unknown): unknown {
  if (Array.isArray(value)) return ['list', ...value.map(sortedBySelf)];
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).map(([key, member]) => [key, sortedBySelf(member)] as const);
  return ['object', ...pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))];
}
