/** How many valid permits one employer may hold at once. */
import { employerKindOf, type EmployerKind } from '../../domain/bin';
import { assumption, type Rule } from '../rule';
import { newRules, olderLaw, sinceApril } from './sources';

interface LimitRow {
  validFrom: string;
  limits: Record<EmployerKind, Rule<number>>;
}

const rows: readonly LimitRow[] = [
  {
    validFrom: '2026-01-01',
    limits: {
      organisation: assumption(
        50,
        `${sinceApril} and ${newRules} say that the permits are counted, not how many there may be: fifty lets ` +
          'every usual employer pass and shows a house that only sells permits to a person',
      ),
      individual: assumption(
        5,
        `${olderLaw('art. 43-2')}: five contracts with labour immigrants; taken for permits of any kind`,
      ),
    },
  },
];

/** By BIN or IIN on a law's date; throws before the first row. */
export function employerLimitOn(date: string, bin: string): Rule<number> {
  const row = rows.findLast(({ validFrom }) => validFrom <= date);
  if (row === undefined) throw new Error(`no employer limit on ${date}`);
  return row.limits[employerKindOf(bin)];
}
