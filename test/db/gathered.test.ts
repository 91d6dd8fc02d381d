/** Questions that come at the same moment are one question to PostgreSQL. */
import { describe, expect, test } from '@jest/globals';
import { createGathered } from '../../db/reads/gathered';

/** A table that can change, and what was asked of it. */
function openTable(rows: Map<string, number>) {
  const asked: string[][] = [];
  const ask = createGathered(async (keys) => {
    asked.push(keys);
    if (keys.includes('broken')) throw new Error('away');
    return new Map([...rows].filter(([key]) => keys.includes(key)));
  });
  return { asked, ask };
}

describe('what is asked at the same moment', () => {
  test('is asked together, each key once, and everybody hears his own answer', async () => {
    const { asked, ask } = openTable(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    );
    expect(await Promise.all([ask('a'), ask('b'), ask('a'), ask('c')])).toEqual([1, 2, 1, undefined]);
    expect(asked).toEqual([['a', 'b', 'c']]);
  });

  test('fails for everybody who asked, and for nobody who asks later', async () => {
    const { ask } = openTable(new Map([['a', 1]]));
    const together = await Promise.allSettled([ask('a'), ask('broken')]);
    expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask('a')).toBe(1);
  });
});

test('what is asked again later is asked anew, not remembered', async () => {
  const rows = new Map([['a', 1]]);
  const { ask } = openTable(rows);
  expect(await ask('a')).toBe(1);
  rows.set('a', 2);
  expect(await ask('a')).toBe(2);
});
