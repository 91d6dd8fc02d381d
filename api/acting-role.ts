/** Who holds several roles that a door admits acts in the one to which the case of the address belongs. */
import type { FastifyInstance } from 'fastify';
import type { CaseAccess } from './case-access';
import { isPermission, listRolesFor } from './permissions';

/** Call after the guard. Nobody who holds one role alone waits for it. */
export function addActingRole(app: FastifyInstance, { findRoleIn }: Pick<CaseAccess, 'findRoleIn'>): void {
  app.addHook('preHandler', (request, _, done) => {
    const { permission } = request.routeOptions.config;
    const { caseId } = (request.params ?? {}) as { caseId?: string };
    if (!isPermission(permission) || caseId === undefined) return done();
    const fitting = listRolesFor(permission, request.heldRoles);
    if (fitting.length < 2) return done();
    findRoleIn(caseId, request.actor.id, fitting).then((role) => {
      if (role !== undefined) request.actor = { ...request.actor, role };
      done();
    }, done);
  });
}
