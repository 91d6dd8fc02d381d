/** How long somebody has been in the country lately, as Berkut's answer tells: shown to who judges the finding. */
import { Value } from 'typebox/value';
import { BerkutAnswer } from '../../domain/agency-answers';
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

/** `on` is the law's date of the answer; undefined for a body that is not Berkut's. */
export function daysTold(body: unknown, on: string): DaysTold | undefined {
  if (!Value.Check(BerkutAnswer, body)) return undefined;
  const from = dateOfDayNumber(dayNumberOf(monthsAfter(on, -lookedBack.value)) + 1);
  return { from, to: on, days: daysInCountry(body.crossings, { from, to: on }) };
}
