/** Where each group of routes begins. */
import type { FastifyInstance } from 'fastify';
import type { Reads } from '../../db/reads/reads';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { applicationRoutes } from './applications';
import { applicationStatusRoutes } from './application-status';
import { assignmentRoutes } from './assignment';
import { healthRoutes } from './health';

export type RouteDependencies = AppDependencies & { reads: Reads; access: CaseAccess };

export async function addRoutes(app: FastifyInstance, deps: RouteDependencies): Promise<void> {
  await app.register(healthRoutes(deps), { prefix: '/health' });
  await app.register(applicationRoutes(deps), { prefix: '/applications' });
  await app.register(applicationStatusRoutes(deps), { prefix: '/applications' });
  await app.register(assignmentRoutes(deps), { prefix: '/admin/cases/:caseId' });
}
