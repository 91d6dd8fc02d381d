/** Days of the cast that may not age: counted from the month in which somebody asks, so that a life is the same in any year. */
import { checkDigitOf } from '../domain/iin';
import { dateOfDayNumber, dayNumberOf, lawDate, monthsAfter } from '../domain/law-day';

/** The law's date on which somebody asks; all days here are law's dates, YYYY-MM-DD. */
export function today(): string {
  return lawDate(new Date().toISOString());
}

/** The last day of the month that comes so many after the month of a day. */
export function monthEnd(day: string, months: number): string {
  return dateOfDayNumber(dayNumberOf(monthsAfter(firstOfMonth(day), months + 1)) - 1);
}

/**
 * Birth date and IIN of somebody who has been so old for half a year on that day. `digits` are the IIN's seventh to tenth:
 * century and sex, and the beginning of a serial number that ends where there is a check digit.
 */
export function bornYearsAgo(day: string, years: number, digits: string): { bornOn: string; iin: string } {
  const bornOn = `${monthsAfter(firstOfMonth(day), -12 * years - 6).slice(0, 7)}-10`;
  const stem = bornOn.slice(2).replaceAll('-', '') + digits;
  for (let serial = 0; serial < 10; serial += 1) {
    const check = checkDigitOf(`${stem}${serial}`);
    if (check !== undefined) return { bornOn, iin: `${stem}${serial}${check}` };
  }
  throw new Error(`no number begins with ${stem}`);
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}
