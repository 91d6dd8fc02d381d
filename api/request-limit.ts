/** So many requests a minute from one caller: known by his token, or by his address where a door asks for none. */
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problems';

const minuteMs = 60_000;
const rememberedCallers = 10_000;
const silent = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };

/**
 * Call after the guard, which names the caller, and before any route is stated. Each process counts for itself; 0 is no
 * limit. Whoever watches our health is never refused.
 */
export async function addRequestLimit(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  if (requestsPerMinute === 0) return;
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: minuteMs,
    cache: rememberedCallers,
    keyGenerator: callerOf,
    allowList: ({ routeOptions }) => routeOptions.config.audit === 'health-read',
    errorResponseBuilder: () => new Problem('too-many-requests'),
    addHeaders: silent,
    addHeadersOnExceeding: silent,
  });
}

/** `actor` is there once a token was read. */
function callerOf(request: FastifyRequest & { actor?: FastifyRequest['actor'] }): string {
  return request.actor === undefined ? `address ${normalizeIP(request.ip)}` : `person ${request.actor.id}`;
}
