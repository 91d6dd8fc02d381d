/** A calendar that is being adopted: the cases that are still on an earlier one, and the dates that moved. */
import { Type } from 'typebox';
import { movableTerms } from '../../domain/events/clock';
import { CalendarVersion, CaseId, exact, Instant, nullable, oneOf } from './fields';

export const CalendarParams = Type.Object({ version: CalendarVersion });

export const CalendarQuery = exact({
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
  cursor: Type.Optional(Type.String({ maxLength: 400, description: 'The `next` of the page before' })),
});

const next = nullable(Type.String({ description: 'The cursor of the next page; null on the last' }));

export const CasesToMove = exact({
  cases: Type.Array(exact({ caseId: CaseId, calendar: CalendarVersion })),
  next,
});

const due = nullable({ ...Instant, description: 'The end of the last day; null for none' } as typeof Instant);

const ends = Type.Array(exact({ term: oneOf(movableTerms), before: Instant, after: Instant }), {
  description: 'Every end that moved; empty in records that told the due date alone',
});

export const MovedDates = exact({
  moves: Type.Array(exact({ caseId: CaseId, before: due, after: due, ends })),
  next,
});
