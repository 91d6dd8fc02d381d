/** What is sent with acts on the clock of a case. */
import { Type } from 'typebox';
import { stopReasons } from '../../domain/events';
import { CalendarVersion, exact, FreeText, oneOf } from './fields';

export const ClockStop = exact({ reason: oneOf(stopReasons), text: FreeText });

export const ClockResumption = exact({ text: FreeText });

/** Two months, the most that the law allows, have sixty-two days at most. */
export const ClockExtension = exact({ days: Type.Integer({ minimum: 1, maximum: 62 }), text: FreeText });

export const CalendarChange = exact({ calendar: CalendarVersion });
