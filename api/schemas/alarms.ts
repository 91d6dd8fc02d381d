/** The alarms as an operator sees them, and the word by which he clears one. */
import { Type, type Static } from 'typebox';
import { alarmCodes, alarmsShown } from '../../domain/alarms';
import { CaseId, exact, FreeText, Instant, nullable, oneOf } from './fields';
import { problems } from './problem';

const AlarmNumber = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'The number of the alarm',
});

export const AlarmsQuery = exact({
  show: { ...oneOf(alarmsShown, 'The open ones unless said'), default: 'open' as const },
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  cursor: Type.Optional(Type.String({ maxLength: 400, description: 'The `next` of the page before' })),
});

export const AlarmList = exact({
  alarms: Type.Array(
    exact({
      alarm: AlarmNumber,
      code: oneOf(alarmCodes),
      caseId: nullable(CaseId, 'Null where it is about no case'),
      detail: Type.String({ description: 'Which of them, in codes and ids' }),
      since: Instant,
      times: Type.Integer({ minimum: 1, description: 'How often the fault was seen since' }),
      lastAt: { ...Instant, description: 'When it was seen last' } as typeof Instant,
      cleared: nullable(
        exact({ by: Type.String(), at: Instant, reason: Type.String() }),
        'Null while it is open',
      ),
    }),
  ),
  next: nullable(Type.String({ description: 'The cursor of the next page; null on the last' })),
});

export type AlarmList = Static<typeof AlarmList>;

export const AlarmParams = Type.Object({ alarm: AlarmNumber });
export const ClearOrder = exact({ reason: FreeText });

const ClearDone = exact(
  {
    number: Type.Integer({ description: 'The number of the order in the register' }),
    alarm: AlarmNumber,
    at: Instant,
  },
  'Cleared; the same fault is an alarm anew',
);
export const clearAnswers = { 200: ClearDone, ...problems };
