/** What is sent with acts on the clock of a case. */
import { Type } from 'typebox';
import { stopReasons } from '../../domain/events';
import { exact, FreeText, oneOf } from './fields';

export const ClockStop = exact({ reason: oneOf(stopReasons), text: FreeText });

export const ClockResumption = exact({ text: FreeText });

/** Two months, the most that the law allows, have sixty-two days at most. */
export const ClockExtension = exact({ days: Type.Integer({ minimum: 1, maximum: 62 }), text: FreeText });

export const CalendarChange = exact({
  calendar: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$', description: 'Its version' }),
});
