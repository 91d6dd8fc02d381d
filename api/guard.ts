/** The guard: every route states its permission and audit name, or the service does not start. */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Actor } from '../domain/actor';
import type { PersonPapers } from '../domain/person';
import type { Role } from '../domain/roles';
import { isAuditName, type AuditName } from './audit-names';
import { isOpenDoor, isPermission, listRolesFor, type OpenDoor, type Permission } from './permissions';
import { Problem } from './problems';
import type { Caller, VerifyToken } from './token-verifier';

declare module 'fastify' {
  interface FastifyContextConfig {
    permission: Permission | OpenDoor;
    audit: AuditName;
  }
  interface FastifyRequest {
    /**
     * Who is calling, in the role in which he passed, or to which the case belongs where several would do; not there
     * behind an open door.
     */
    actor: Actor;
    /** Every role that the caller holds. */
    heldRoles: readonly Role[];
    /** Whose account it is; undefined where the token does not tell. */
    papers: PersonPapers | undefined;
  }
  interface FastifyInstance {
    /** Every route of the service, in the order in which they were stated. */
    routeList: readonly RouteOptions[];
  }
}

/** Call before any route is stated. An unguarded route makes `ready()` and `listen()` fail, naming each one. */
export function addGuard(app: FastifyInstance, verifyToken: VerifyToken): void {
  const stated: RouteOptions[] = [];
  app.decorate('routeList', stated);
  app.decorateRequest('actor');
  app.decorateRequest('heldRoles');
  app.decorateRequest('papers');
  app.addHook('onRoute', (route) => {
    stated.push(route);
  });
  app.addHook('onReady', async () => refuseUnguarded(stated));
  app.addHook('onRequest', (request, reply, done) => {
    const { permission } = request.routeOptions.config;
    if (request.is404 || isOpenDoor(permission)) return done();
    if (!isPermission(permission)) return done(new Problem('not-permitted'));
    reply.header('cache-control', 'no-store');
    const caller = verifyToken(bearerOf(request));
    if (!(caller instanceof Promise)) return done(nameCaller(request, permission, caller));
    caller.then((verified) => done(nameCaller(request, permission, verified)), done);
  });
}

/** Says who calls, and why he may not pass. */
function nameCaller(request: FastifyRequest, permission: Permission, caller: Caller): Problem | undefined {
  const [role] = listRolesFor(permission, caller.roles);
  request.actor = { id: caller.id, role: role ?? caller.roles[0] ?? 'applicant' };
  request.heldRoles = caller.roles;
  request.papers = caller.papers;
  return role === undefined ? new Problem('not-permitted') : undefined;
}

function refuseUnguarded(stated: readonly RouteOptions[]): void {
  const unguarded = stated.filter(
    ({ config }) => !isGuarded(config?.permission) || !isAuditName(config?.audit),
  );
  if (unguarded.length === 0) return;
  const names = unguarded.map(({ method, url }) => `${String(method)} ${url}`).join(', ');
  throw new Error(`no permission or audit name stated for: ${names}`);
}

function isGuarded(permission: unknown): boolean {
  return isPermission(permission) || isOpenDoor(permission);
}

function bearerOf({ headers }: FastifyRequest): string {
  const { authorization } = headers;
  if (authorization === undefined) throw new Problem('token-missing');
  const token = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw new Problem('token-invalid');
  return token;
}
