/** The proofs of a case: its history to take away, its replay and recomputation, its chain of hashes. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { NotAnExport } from '../../audit/export';
import { TooManyWaiting } from '../../audit/one-at-a-time';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { invalidInput, Problem } from '../problems';
import { ExaminedPart, Examination, ExportedCase, ReplayRequest } from '../schemas/audit-proofs';
import { CaseParams } from '../schemas/fields';
import { problems } from '../schemas/problem';

type Deps = Pick<AppDependencies, 'audit'> & { access: CaseAccess };

/** An export of two hundred events is half a megabyte. */
const largestHistory = 5 * 1024 * 1024;

export function auditProofRoutes({ audit, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/history',
      {
        schema: {
          operationId: 'exportHistory',
          summary:
            'Every run of the case as Temporal or our store has it, payloads encrypted, with the record',
          params: CaseParams,
          response: { 200: ExportedCase, ...problems },
        },
        config: { permission: 'record:read', audit: 'history-exported' },
      },
      async ({ actor, params }) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        return known(await audit.exportHistory(caseId));
      },
    );

    app.post(
      '/replay',
      {
        bodyLimit: largestHistory,
        schema: {
          operationId: 'replayHistory',
          summary: 'Replay the case against its own code and that of today, and compute everything again',
          params: CaseParams,
          body: ReplayRequest,
          response: { 200: Examination, ...problems },
        },
        config: { permission: 'record:read', audit: 'history-replayed' },
      },
      async ({ actor, body, params }) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        return known(await audit.replayHistory(caseId, body?.history).catch(refuse));
      },
    );

    app.get(
      '/chain',
      {
        schema: {
          operationId: 'verifyChain',
          summary: 'Whether every recorded event still carries its hash',
          params: CaseParams,
          response: { 200: ExaminedPart, ...problems },
        },
        config: { permission: 'record:read', audit: 'chain-verified' },
      },
      async ({ actor, params }) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        return known(await audit.verifyChain(caseId));
      },
    );
  };
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Problem('not-found');
  return found;
}

function refuse(error: unknown): never {
  if (error instanceof NotAnExport) throw invalidInput('/history', 'not-an-export', error.message);
  if (!(error instanceof TooManyWaiting)) throw error;
  throw new Problem('service-unavailable', { cause: error });
}
