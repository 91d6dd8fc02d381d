/** Accounts of employers and who may act for them. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { addDelegateInTx, endDelegateInTx, openAccountInTx } from '../../db/desk/employers';
import type { Reads } from '../../db/reads/reads';
import { isBin } from '../../domain/bin';
import type { AppDependencies } from '../dependencies';
import { createEmployerAccess, insistOnDelegationInTx } from '../employer-access';
import { invalidInput, Problem } from '../problems';
import { ActHeaders } from '../schemas/act';
import { withHeaders } from '../schemas/answer-headers';
import {
  DelegateDone,
  DelegateParams,
  EmployerParams,
  NewDelegate,
  NewEmployer,
  OpenedEmployer,
} from '../schemas/employer';
import { problems } from '../schemas/problem';

type Deps = Pick<AppDependencies, 'casework'> & { reads: Reads };

export function employerActRoutes({ casework, reads }: Deps): FastifyPluginAsyncTypebox {
  const access = createEmployerAccess(reads);
  return async (app) => {
    app.post(
      '',
      {
        schema: {
          operationId: 'openEmployerAccount',
          summary: 'Open the account of an employer; who opens it is its first delegate',
          headers: ActHeaders,
          body: NewEmployer,
          response: { 201: withHeaders(OpenedEmployer, 'Location'), ...problems },
        },
        config: { permission: 'employer:act', audit: 'employer-opened' },
      },
      async ({ actor, body, headers }, reply) => {
        const { bin, name } = body;
        if (!isBin(bin)) {
          throw invalidInput('/bin', 'bin-check-digit', 'must end in the check digit of its first eleven');
        }
        const { number, answer } = await casework.atHouse('openEmployerAccount', {
          actor,
          idempotencyKey: headers['idempotency-key'],
          body,
          work: async (tx) => {
            const employerId = await openAccountInTx(tx, { bin, name, openedBy: actor.id });
            if (employerId === undefined) throw new Problem('employer-has-account');
            return { employerId };
          },
        });
        reply.code(201).header('location', `/employers/${answer.employerId}`);
        return { number, ...answer };
      },
    );

    app.post(
      '/:employerId/delegates',
      {
        schema: {
          operationId: 'addDelegate',
          summary: 'Let another person act for the account',
          params: EmployerParams,
          headers: ActHeaders,
          body: NewDelegate,
          response: { 200: DelegateDone, ...problems },
        },
        config: { permission: 'employer:act', audit: 'delegate-added' },
      },
      async ({ actor, body: { subject }, headers, params: { employerId } }) => {
        await access.getEmployer(actor, employerId);
        const { number, answer } = await casework.atHouse('addDelegate', {
          actor,
          idempotencyKey: headers['idempotency-key'],
          body: { employerId, subject },
          work: async (tx) => {
            await insistOnDelegationInTx(tx, employerId, actor);
            await addDelegateInTx(tx, { employerId, subject, addedBy: actor.id });
            return { employerId, subject };
          },
        });
        return { number, ...answer };
      },
    );

    app.post(
      '/:employerId/delegates/:subject/end',
      {
        schema: {
          operationId: 'endDelegate',
          summary: 'End a delegation, one’s own too; never the last one',
          params: DelegateParams,
          headers: ActHeaders,
          response: { 200: DelegateDone, ...problems },
        },
        config: { permission: 'employer:act', audit: 'delegate-ended' },
      },
      async ({ actor, headers, params: { employerId, subject } }) => {
        await access.getEmployer(actor, employerId);
        const { number, answer } = await casework.atHouse('endDelegate', {
          actor,
          idempotencyKey: headers['idempotency-key'],
          body: { employerId, subject },
          work: async (tx) => {
            const end = await endDelegateInTx(tx, { employerId, subject, endedBy: actor.id });
            if (end !== 'ended') throw new Problem(end);
            return { employerId, subject };
          },
        });
        return { number, ...answer };
      },
    );
  };
}
