/** The cases that the office has to go on with, by slack: what may be asked, and the rows. */
import { Type } from 'typebox';
import { regions } from '../../domain/regions';
import { caseStatuses } from '../../domain/statuses';
import { CaseId, exact, Instant, nullable, oneOf } from './fields';

export const SlackQuery = exact({
  region: Type.Optional(oneOf(regions)),
  assignee: Type.Optional(Type.String({ pattern: '^[\\x21-\\x7e]{1,100}$', description: 'A subject' })),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  cursor: Type.Optional(Type.String({ maxLength: 400, description: 'The `next` of the page before' })),
});

export const SlackList = exact({
  cases: Type.Array(
    exact({
      caseId: CaseId,
      region: oneOf(regions),
      status: oneOf(caseStatuses),
      assignee: nullable(Type.String()),
      dueAt: nullable(Instant),
      latestStartAt: nullable({
        ...Instant,
        description:
          'When work has to begin at the latest to keep every term of the state; null while all of them stand',
      } as typeof Instant),
      slackDays: nullable(
        Type.Integer({
          description: 'Working days until then, for the case’s own today; below zero when too late',
        }),
      ),
    }),
  ),
  next: nullable(Type.String({ description: 'The cursor of the next page; null on the last' })),
});
