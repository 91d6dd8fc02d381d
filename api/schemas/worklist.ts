/** The worklist: what may be asked of it, and its rows. */
import { Type } from 'typebox';
import { worklistSorts } from '../../db/reads/worklist';
import { caseKinds } from '../../domain/case-kinds';
import { roles } from '../../domain/roles';
import { regions } from '../../domain/regions';
import { caseStatuses } from '../../domain/statuses';
import { taskNames } from '../../policy/tasks';
import { CaseId, exact, Instant, nullable, oneOf } from './fields';

export const WorklistQuery = exact({
  kind: Type.Optional(oneOf(caseKinds)),
  task: Type.Optional(oneOf(taskNames)),
  region: Type.Optional(oneOf(regions)),
  assignee: Type.Optional(
    Type.String({ pattern: '^[\\x21-\\x7e]{1,100}$', description: 'A subject, or "me"' }),
  ),
  escalated: Type.Optional(Type.Boolean()),
  status: Type.Optional(oneOf(caseStatuses)),
  sort: Type.Unsafe<(typeof worklistSorts)[number]>({
    type: 'string',
    enum: worklistSorts,
    default: 'dueAt',
  }),
  order: Type.Unsafe<'asc' | 'desc'>({ type: 'string', enum: ['asc', 'desc'], default: 'asc' }),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  cursor: Type.Optional(Type.String({ maxLength: 400, description: 'The `next` of the page before' })),
});

export const Worklist = exact({
  tasks: Type.Array(
    exact({
      caseId: CaseId,
      kind: oneOf(caseKinds),
      task: oneOf(taskNames),
      subject: Type.String({ description: 'Tells tasks of one name apart, as the check to be judged' }),
      ownerRole: oneOf(roles),
      assignee: nullable(Type.String()),
      region: oneOf(regions),
      status: oneOf(caseStatuses),
      since: Instant,
      dueAt: nullable(Instant),
      escalatedAt: nullable(Instant),
    }),
  ),
  next: nullable(Type.String({ description: 'The cursor of the next page; null on the last' })),
});
