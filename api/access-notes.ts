/** Notes each reading of a person's file once its answer has gone. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import { createAccessLog, type Reading } from '../db/access-log';
import type { Database } from '../db/connect';
import { findCaseId } from '../domain/case-id';
import { traceOf } from '../trace';
import { auditNames } from './audit-names';
import { EmployerId } from './schemas/fields';

export function addAccessNotes(app: FastifyInstance, db: Database): void {
  const log = createAccessLog(db, (error) => app.log.error({ trouble: traceOf(error) }, 'access log'));
  app.addHook('onClose', () => log.close());
  app.addHook('onResponse', (request, reply, done) => {
    if (isNoted(request)) log.note(readingOf(request, reply.statusCode));
    done();
  });
}

function isNoted({ is404, actor, routeOptions: { config } }: FastifyRequest): boolean {
  if (is404 || actor === undefined) return false;
  const keeper = auditNames[config.audit];
  return keeper === 'access-log' || (keeper === 'of-delegates' && actor.role === 'employer');
}

function readingOf({ actor, params, routeOptions: { config } }: FastifyRequest, status: number): Reading {
  const { caseId, employerId } = (params ?? {}) as { caseId?: string; employerId?: string };
  return {
    at: new Date().toISOString(),
    actorId: actor.id,
    actorRole: actor.role,
    audit: config.audit,
    caseId: (caseId && findCaseId(caseId)) || null,
    employerId: employerId && Value.Check(EmployerId, employerId) ? employerId : null,
    status,
  };
}
