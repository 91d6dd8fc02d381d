/** The service over HTTP: what it is made of, in order. */
import Fastify from 'fastify';
import { createReads } from '../db/reads/reads';
import { addAccessNotes } from './access-notes';
import { addActingRole } from './acting-role';
import { addAnswerHeaders } from './answer-headers';
import { createCaseAccess } from './case-access';
import type { AppDependencies } from './dependencies';
import { addDocumentation } from './documentation';
import { addGuard } from './guard';
import { addProblemReplies } from './problem-replies';
import { addRequestLimit } from './request-limit';
import { addRequestLog } from './request-log';
import { serverOptions } from './server-options';
import { ProblemDocument } from './schemas/problem';
import { compileShape } from './shape-checks';
import { addRoutes } from './routes/all';

/** The tests build the very same; whoever builds it closes it. */
export async function buildApp(deps: AppDependencies) {
  const app = Fastify(serverOptions(deps.logger));
  const reads = createReads(deps.db);
  const access = createCaseAccess(reads);
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(compileShape);
  app.addSchema(ProblemDocument);

  addAnswerHeaders(app);
  addGuard(app, deps.verifyToken);
  addRequestLog(app);
  addAccessNotes(app, deps.db);
  addActingRole(app, access);
  addProblemReplies(app);
  await addRequestLimit(app, deps.requestsPerMinute);
  await addDocumentation(app);
  await addRoutes(app, { ...deps, reads, access });
  return app;
}
