/** Filing for a temporary permit, by the person or by a delegate of the employer. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import type { Actor } from '../../domain/actor';
import type { Role } from '../../domain/roles';
import { replyAct } from '../act-replies';
import type { AppDependencies } from '../dependencies';
import { createEmployerAccess, insistOnDelegationInTx } from '../employer-access';
import { openPermit, type PermitOpening } from '../permit-opening';
import { invalidInput } from '../problems';
import { ActDone, ActHeaders, ActPending } from '../schemas/act';
import { withHeaders } from '../schemas/answer-headers';
import { NewPermitApplication } from '../schemas/permit';
import { problems } from '../schemas/problem';

type Deps = Pick<AppDependencies, 'casework' | 'filingDate'> & { reads: Reads };

export function permitRoutes({ casework, filingDate, reads }: Deps): FastifyPluginAsyncTypebox {
  const employers = createEmployerAccess(reads);

  async function filerOf(
    actor: Actor,
    employerId: string | null,
  ): Promise<Pick<PermitOpening, 'employerId' | 'insistInTx'>> {
    if (employerId === null) return { employerId };
    await employers.getEmployer(actor, employerId);
    return { employerId, insistInTx: (tx) => insistOnDelegationInTx(tx, employerId, actor) };
  }

  return async (app) => {
    app.post(
      '/permits',
      {
        schema: {
          operationId: 'openPermitApplication',
          summary:
            'Begin an application for a temporary permit, for oneself or for the account of `employerId`; the registers of the state fill in what they know',
          headers: ActHeaders,
          body: NewPermitApplication,
          response: {
            201: withHeaders(ActDone, 'Location'),
            202: withHeaders(ActPending, 'Location'),
            ...problems,
          },
        },
        config: { permission: 'permit:file', audit: 'application-opened' },
      },
      async ({ actor: { id }, heldRoles, body, headers }, reply) => {
        const { employerId = null, ...filed } = body;
        const actor = { id, role: roleOfFiler(heldRoles, employerId) };
        const answer = await openPermit(casework, {
          ...filed,
          ...(await filerOf(actor, employerId)),
          actor,
          body,
          idempotencyKey: headers['idempotency-key'],
          acceptLanguage: headers['accept-language'],
          filedOn: filingDate(),
        });
        if (answer.kind === 'done') reply.code(201).header('location', `/applications/${answer.caseId}`);
        return replyAct(reply, answer.caseId, answer);
      },
    );
  };
}

/** Who holds both roles files for the account that he names, and for himself where he names none. */
function roleOfFiler(held: readonly Role[], employerId: string | null): Role {
  if (employerId === null) {
    if (held.includes('applicant')) return 'applicant';
    throw invalidInput('/employerId', 'missing', 'name the account that files');
  }
  if (held.includes('employer')) return 'employer';
  throw invalidInput('/employerId', 'not-of-a-person', 'leave it out: only a delegate files for an account');
}
