/** The clocks of a case and their certificate: for its applicant, for the office, for an auditor. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { clockPage } from '../../audit/clock-page';
import type { Reads } from '../../db/reads/reads';
import { ClockCertificate } from '../../domain/clock-certificate';
import type { AuditName } from '../audit-names';
import type { CaseAccess } from '../case-access';
import { caseInstant } from '../case-time';
import { createClockDesk } from '../clock-desk';
import { pageHeaders, wantsPage } from '../page-reply';
import type { Permission } from '../permissions';
import { CertificateHeaders, CertificateQuery, ClockView } from '../schemas/clock';
import { CaseParams } from '../schemas/fields';
import { problems } from '../schemas/problem';
import { viewClock } from '../views/clock-view';

interface Door {
  /** `getClock` and `getClockCertificate` with whose they are. */
  whose: '' | 'Own' | 'Case';
  permission: Permission;
  read: AuditName;
  certified: AuditName;
}

const ofOwnCase: Door = {
  whose: 'Own',
  permission: 'application:read',
  read: 'own-clock-read',
  certified: 'own-clock-certified',
};
const ofDesk: Door = {
  whose: 'Case',
  permission: 'case:read',
  read: 'clock-read',
  certified: 'clock-certified',
};
const ofAudit: Door = {
  whose: '',
  permission: 'record:read',
  read: 'clock-read',
  certified: 'clock-certified',
};

interface Deps {
  access: CaseAccess;
  reads: Pick<Reads, 'listEvents'>;
}

export const ownClockRoutes = (deps: Deps) => createClockDoor(deps, ofOwnCase);
export const officeClockRoutes = (deps: Deps) => createClockDoor(deps, ofDesk);
export const auditClockRoutes = (deps: Deps) => createClockDoor(deps, ofAudit);

function createClockDoor(deps: Deps, door: Door): FastifyPluginAsyncTypebox {
  const { whose, permission, read, certified } = door;

  const desk = createClockDesk(deps);

  return async (app) => {
    app.get(
      '/clock',
      {
        schema: {
          operationId: `get${whose}Clock`,
          summary: 'Every clock of the case with its term, its reading and its arithmetic',
          params: CaseParams,
          response: { 200: ClockView, ...problems },
        },
        config: { permission, audit: read },
      },
      async ({ actor, params }) => {
        const { row, told } = await desk.getClocks(actor, params.caseId);
        return viewClock(told, caseInstant(row));
      },
    );

    app.get(
      '/clock/certificate',
      {
        schema: {
          operationId: `get${whose}ClockCertificate`,
          summary:
            'The certificate of the clocks, now or as of an event of the record, to be checked again; with Accept: text/html a page to print',
          params: CaseParams,
          querystring: CertificateQuery,
          headers: CertificateHeaders,
          response: { 200: certificateAnswer, ...problems },
        },
        config: { permission, audit: certified },
      },
      async ({ actor, headers, params: { caseId }, query: { seq } }, reply) => {
        const certificate = await (seq === undefined
          ? desk.certifyNow(actor, caseId)
          : desk.certifyAfter(actor, caseId, seq));
        reply.header('vary', 'Accept');
        if (!wantsPage(headers.accept)) return reply.type('application/json').send(certificate);
        return reply.headers(pageHeaders).type('text/html').send(clockPage(certificate));
      },
    );
  };
}

const certificateAnswer = {
  description: 'The certificate',
  content: {
    'application/json': { schema: ClockCertificate },
    'text/html': { schema: Type.String({ description: 'One page that needs nothing else' }) },
  },
};
