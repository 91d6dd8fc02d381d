/** Day and hour as a person reads them, in the law's zone. */
import { lawDate, lawDayNumber } from '../../domain/law-day';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface LawTime {
  dayNumber: number;
  /** `Mon 23 Nov 2026` */
  date: string;
  /** `14:07`; the end of a day is 24:00 of that day, not 00:00 of the next. */
  hour: string;
  /** The same instant, or the last of the day that it ends. */
  instant: string;
}

export function lawTimeOf(instant: string): LawTime {
  const hour = hourOf(instant);
  const endsDay = hour === '00:00:00.000';
  const counted = endsDay ? new Date(Date.parse(instant) - 1).toISOString() : instant;
  const dayNumber = lawDayNumber(counted);
  return {
    dayNumber,
    date: spelled(dayNumber, lawDate(counted)),
    hour: endsDay ? '24:00' : hour.slice(0, 5),
    instant: counted,
  };
}

/** `Mon 23 Nov 2026, 14:07` */
export function spellInstant(instant: string): string {
  const { date, hour } = lawTimeOf(instant);
  return `${date}, ${hour}`;
}

/** `Mon 23 Nov 2026` of a law's date. */
export function spellDate(date: string): string {
  return spelled(lawDayNumber(`${date}T00:00:00.000Z`), date);
}

export function countDays(days: number): string {
  return `${days} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
}

function spelled(dayNumber: number, date: string): string {
  const [year, month, day] = date.split('-');
  return `${weekdays[(((dayNumber + 3) % 7) + 7) % 7]} ${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** Twenty-four hours, to the millisecond, at UTC+5. */
function hourOf(instant: string): string {
  return new Date(Date.parse(instant) + 5 * 60 * 60 * 1000).toISOString().slice(11, 23);
}
