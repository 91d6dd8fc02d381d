/** Filings from a seed against what plainly should come of them: no permit is wrong, none is doubled. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { permitPurposes } from '../../../domain/permit';
import { carry, type Carried } from '../../../scripts/bench/filings/carry';
import { inventEmployers, inventFiling } from '../../../scripts/bench/filings/invent';
import type { InventedFiling } from '../../../scripts/bench/filings/invented-filing';
import { createMemoryHands, type MemoryOffice } from '../../../scripts/bench/filings/memory-hands';
import { ends, foresee, mayFindNoPlace } from '../../../scripts/bench/filings/oracle';

const employers = inventEmployers(6);
const invention = { seed: 20260413, filedOn: '2026-05-12', employers };
const filings = Array.from({ length: 220 }, (_, index) => inventFiling(invention, index));

type Outcome = { filing: InventedFiling; carried: Carried };

let all: Outcome[];
beforeAll(async () => {
  all = await carryAll();
}, 60_000);

async function carryAll(): Promise<Outcome[]> {
  const placesOf = new Map(employers.map(({ employerId, elsewhere }) => [employerId, 50 - elsewhere]));
  const office: MemoryOffice = { placesOf, serials: new Map() };
  const carried = [];
  for (const filing of filings) {
    carried.push({ filing, carried: await carry(filing, createMemoryHands(filing, office)) });
  }
  return carried;
}

describe('of two hundred and twenty filings', () => {
  test('each ends as it plainly should, with the term that it plainly should have', () => {
    for (const { filing, carried } of all) {
      const { caseId } = filing;
      const { end, term } = carried;
      if (end === 'no-place') expect([caseId, mayFindNoPlace(filing)]).toEqual([caseId, true]);
      else expect({ caseId, end, term }).toEqual({ caseId, ...foresee(filing) });
    }
  });

  test('no two permits have one number, and no employer has more than its places', () => {
    const granted = all.filter(({ carried }) => carried.end === 'granted');
    expect(new Set(granted.map(({ carried }) => carried.number)).size).toBe(granted.length);
    for (const { employerId, elsewhere } of employers) {
      const held = granted.filter(({ filing }) => filing.employer?.employerId === employerId);
      expect(held.length).toBeLessThanOrEqual(50 - elsewhere);
    }
  });

  test('every end and every purpose occurs', () => {
    expect(new Set(all.map(({ carried: { end } }) => end))).toEqual(new Set(ends));
    const purposes = all.filter(({ carried: { end } }) => end === 'granted');
    expect(new Set(purposes.map(({ filing }) => filing.purpose))).toEqual(new Set(permitPurposes));
  });
});
