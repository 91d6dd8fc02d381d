/** Opening an application, and the list of one's own. */
import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { preparePerson } from '../../db/desk/persons';
import type { Reads } from '../../db/reads/reads';
import { caseIdFrom } from '../../domain/case-id';
import { formFaults } from '../../domain/form/faults';
import type { Region } from '../../domain/regions';
import { findPersonFaults, type PersonIdentity } from '../../domain/person';
import { readFiling } from '../../policy/filing';
import { replyAct } from '../act-replies';
import type { AppDependencies } from '../dependencies';
import { Problem } from '../problems';
import { ActDone, ActHeaders, ActPending } from '../schemas/act';
import { withHeaders } from '../schemas/answer-headers';
import { ApplicationList, NewApplication } from '../schemas/application';
import { problems } from '../schemas/problem';
import { summarise } from '../views/application-view';

const longestList = 100;

export function applicationRoutes(
  deps: Pick<AppDependencies, 'casework' | 'filingDate'> & { reads: Reads },
): FastifyPluginAsyncTypebox {
  const { casework, filingDate, reads } = deps;
  return async (app) => {
    app.post(
      '',
      {
        schema: {
          operationId: 'openApplication',
          summary: 'File for permanent residence in a region of the pilot',
          headers: ActHeaders,
          body: NewApplication,
          response: {
            201: withHeaders(ActDone, 'Location'),
            202: withHeaders(ActPending, 'Location'),
            ...problems,
          },
        },
        config: { permission: 'application:file', audit: 'application-opened' },
      },
      async ({ actor, body, headers }, reply) => {
        const { region, person: identity } = body;
        const filedOn = filingDate();
        refuseFaultyPerson(identity, filedOn);
        const filing = getFiling(region, filedOn);
        const caseId = caseIdFrom(randomBytes(11));
        const person = preparePerson(caseId, identity);
        const answer = await casework.openApplication({
          actor,
          idempotencyKey: headers['idempotency-key'],
          body,
          caseId,
          data: {
            region,
            personId: person.personId,
            personSha256: person.sha256,
            ...filing,
          },
          alongside: person.keepInTx,
        });
        if (answer.kind === 'done') reply.code(201).header('location', `/applications/${answer.caseId}`);
        return replyAct(reply, answer.caseId, answer);
      },
    );

    app.get(
      '',
      {
        schema: {
          operationId: 'listMyApplications',
          summary: 'The newest first, at most a hundred',
          response: { 200: ApplicationList, ...problems },
        },
        config: { permission: 'application:read', audit: 'applications-listed' },
      },
      async ({ actor }) => {
        const rows = await reads.listCasesOf(actor.id, longestList);
        return { applications: rows.map(({ file, waitingUntil }) => summarise(file, waitingUntil)) };
      },
    );
  };
}

/** Under which policy and calendar an application of that day is filed. */
function getFiling(region: Region, on: string): { policyVersion: string; calendar: string } {
  const filing = readFiling(region, on);
  if (!filing.ok) throw new Problem(filing.code, filing.rule && { rule: filing.rule });
  const { policyVersion, calendar } = filing;
  return { policyVersion, calendar };
}

function refuseFaultyPerson(person: PersonIdentity, on: string): void {
  const faults = findPersonFaults(person, on);
  const errors = faults.map(({ pointer, code }) => ({
    pointer: `/person${pointer}`,
    code,
    message: formFaults[code],
  }));
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}
