/** How long somebody has been in the country lately, as Berkut's answer tells: shown to who judges the finding. */
import type { BerkutAnswer } from '../../domain/agency-answers';
import { dateOfDayNumber, dayNumberOf, monthsAfter } from '../../domain/law-day';
import { official } from '../rule';
import { daysInCountry } from './crossings';

const lookedBack = official(
  12,
  'Law on Migration of the Population No. 477-IV, art. 49 (1) 13): days in the country in any twelve months',
);

/** `from` and `to` are law's dates, both counted. */
interface DaysTold {
  from: string;
  to: string;
  days: number;
}

/** `on` is the law's date of the answer. */
export function daysTold({ crossings }: Pick<BerkutAnswer, 'crossings'>, on: string): DaysTold {
  const from = dateOfDayNumber(dayNumberOf(monthsAfter(on, -lookedBack.value)) + 1);
  return { from, to: on, days: daysInCountry(crossings, { from, to: on }) };
}
