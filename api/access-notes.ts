/** Notes each reading of a person's file once its answer has gone. */
import type { FastifyInstance } from 'fastify';
import { createAccessLog } from '../db/access-log';
import type { Database } from '../db/connect';
import { findCaseId } from '../domain/case-id';
import { auditNames } from './audit-names';
import { traceOf } from './trace';

export function addAccessNotes(app: FastifyInstance, db: Database): void {
  const log = createAccessLog(db, (error) => app.log.error({ trouble: traceOf(error) }, 'access log'));
  app.addHook('onClose', () => log.close());
  app.addHook('onResponse', async (request, reply) => {
    if (request.is404 || request.actor === undefined) return;
    const { audit } = request.routeOptions.config;
    if (auditNames[audit] !== 'access-log') return;
    const { caseId } = (request.params ?? {}) as { caseId?: string };
    log.note({
      at: new Date().toISOString(),
      actorId: request.actor.id,
      actorRole: request.actor.role,
      audit,
      caseId: (caseId && findCaseId(caseId)) || null,
      status: reply.statusCode,
    });
  });
}
