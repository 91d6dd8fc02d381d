/** The monthly calculation index (MCI) in tenge, by the year for which the budget law sets it. */
import { assumption, press, type Rule } from './rule';

const byYear = {
  2025: press(3932, 'press on the budget law 2025-2027 (korrespondent.one, ddn.kz)'),
  2026: { value: 4325, source: 'budget law 2026-2028 of 08.12.2025, art. 7', confidence: 'official' },
  2027: assumption(4325, 'the budget law 2027-2029 was not read: the last known index goes on'),
} as const satisfies Record<number, Rule<number>>;

const years = Object.keys(byYear).map(Number);
const lastYear = Math.max(...years);

/** The index of a law's date (YYYY-MM-DD); a later year has the last one as an assumption. Throws before the first. */
export function mciOn(date: string): Rule<number> {
  const year = Math.min(Number(date.slice(0, 4)), lastYear);
  const rule: Rule<number> | undefined = (byYear as Record<number, Rule<number>>)[year];
  if (rule === undefined) throw new Error(`no monthly calculation index for ${date}`);
  return rule;
}
