/** How a term of the law is written down: a number with its unit. */
import type { Term } from '../domain/clock-reading';

export const calendarDays = (days: number): Term => ({ days, unit: 'calendar-days' });
export const workingDays = (days: number): Term => ({ days, unit: 'working-days' });
