/** Filings from a seed against what plainly should come of them: no permit is wrong, none is doubled. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { permitPurposes } from '../../../domain/permit';
import { carry, type Carried } from '../../../scripts/bench/filings/carry';
import { doubledDays } from '../../../scripts/bench/filings/doubled-days';
import { inventEmployers, inventFiling } from '../../../scripts/bench/filings/invent';
import type { InventedFiling } from '../../../scripts/bench/filings/invented-filing';
import { createMemoryHands, type MemoryOffice } from '../../../scripts/bench/filings/memory-hands';
import { ends, foresee, mayFindNoPlace } from '../../../scripts/bench/filings/oracle';

const employers = inventEmployers(6);
const invention = { seed: 20260413, filedOn: '2026-05-12', employers };
const filings = Array.from({ length: 220 }, (_, index) => inventFiling(invention, index));

type Outcome = { filing: InventedFiling; carried: Carried; before: Carried | undefined };

let all: Outcome[];
beforeAll(async () => {
  all = await carryAll();
}, 60_000);

async function carryAll(): Promise<Outcome[]> {
  const placesOf = new Map(employers.map(({ employerId, elsewhere }) => [employerId, 50 - elsewhere]));
  const ended = new Map<string, Carried>();
  const office: MemoryOffice = { placesOf, serials: new Map(), carried: ended };
  const outcomes: Outcome[] = [];
  for (const filing of filings) {
    const { passportNumber } = filing.person;
    const before = ended.get(passportNumber);
    const carried = await carry(filing, createMemoryHands(filing, office));
    ended.set(passportNumber, carried);
    outcomes.push({ filing, carried, before });
  }
  return outcomes;
}

describe('of two hundred and twenty filings', () => {
  test('each ends as it plainly should, with the term that it plainly should have', () => {
    for (const { filing, carried, before } of all) {
      const { caseId } = filing;
      const { end, term } = carried;
      if (end === 'no-place') expect([caseId, mayFindNoPlace(filing, before)]).toEqual([caseId, true]);
      else expect({ caseId, end, term }).toEqual({ caseId, ...foresee(filing, before) });
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

  test('who files once more for the same has no day twice, and no renewal of one permit twice', () => {
    const again = all.filter(({ before }) => before?.end === 'granted');
    for (const { carried, before } of again) {
      const terms = [before!.term, carried.term].filter((term) => term !== null);
      expect([carried.file.caseId, doubledDays(terms)]).toEqual([carried.file.caseId, []]);
      const renewed = before!.file.permit!.renews;
      if (renewed !== null) expect(carried.file.permit?.renews).not.toBe(renewed);
    }
    const ends = new Set(again.map(({ filing: { filing }, carried: { end } }) => `${filing} ${end}`));
    expect(ends).toContain('issue granted');
    expect(ends).toContain('renewal to-a-person');
  });

  test('every end and every purpose occurs', () => {
    expect(new Set(all.map(({ carried: { end } }) => end))).toEqual(new Set(ends));
    const purposes = all.filter(({ carried: { end } }) => end === 'granted');
    expect(new Set(purposes.map(({ filing }) => filing.purpose))).toEqual(new Set(permitPurposes));
  });
});
