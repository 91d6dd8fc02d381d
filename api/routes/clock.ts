/** The clocks of a case and their certificate: for its applicant, for the office, for an auditor. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { clockPage } from '../../audit/clock-page';
import { hashOfJson } from '../../db/hash';
import { ClockCertificate } from '../../domain/clock-certificate';
import { certifyCase } from '../../policy/clock/certify-case';
import type { AuditName } from '../audit-names';
import type { CaseAccess } from '../case-access';
import { caseInstant } from '../case-time';
import { pageHeaders, wantsPage } from '../page-reply';
import type { Permission } from '../permissions';
import { CertificateHeaders, ClockView } from '../schemas/clock';
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

export const ownClockRoutes = (access: CaseAccess) => createClockDoor(access, ofOwnCase);
export const officeClockRoutes = (access: CaseAccess) => createClockDoor(access, ofDesk);
export const auditClockRoutes = (access: CaseAccess) => createClockDoor(access, ofAudit);

function createClockDoor(access: CaseAccess, door: Door): FastifyPluginAsyncTypebox {
  const { whose, permission, read, certified } = door;
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
        const row = await access.getCase(actor, params.caseId);
        return viewClock(row.file, caseInstant(row));
      },
    );

    app.get(
      '/clock/certificate',
      {
        schema: {
          operationId: `get${whose}ClockCertificate`,
          summary:
            'The certificate of the clocks, to be checked again; with Accept: text/html a page to print',
          params: CaseParams,
          headers: CertificateHeaders,
          response: { 200: certificateAnswer, ...problems },
        },
        config: { permission, audit: certified },
      },
      async ({ actor, headers, params }, reply) => {
        const row = await access.getCase(actor, params.caseId);
        const occasion = { recordHash: row.headHash, at: caseInstant(row), hash: hashOfJson };
        const certificate = certifyCase(row.file, occasion);
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
