/** The clocks of a case and their certificate: for its applicant, for the office, for an auditor. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { clockPage } from '../../audit/clock-page';
import { hashOfJson } from '../../db/hash';
import type { Reads } from '../../db/reads/reads';
import type { Actor } from '../../domain/actor';
import { ClockCertificate } from '../../domain/clock-certificate';
import { tellClocks } from '../../domain/clock-record';
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

interface Deps {
  access: CaseAccess;
  reads: Pick<Reads, 'listEvents'>;
}

export const ownClockRoutes = (deps: Deps) => createClockDoor(deps, ofOwnCase);
export const officeClockRoutes = (deps: Deps) => createClockDoor(deps, ofDesk);
export const auditClockRoutes = (deps: Deps) => createClockDoor(deps, ofAudit);

function createClockDoor({ access, reads }: Deps, door: Door): FastifyPluginAsyncTypebox {
  const { whose, permission, read, certified } = door;

  /** Told from the record: the ledger itself does not keep who ended what. */
  async function getClocks(actor: Actor, spokenId: string) {
    const row = await access.getCase(actor, spokenId);
    const { caseId, seq } = row.file;
    const told = tellClocks(caseId, await reads.listEvents(caseId, 0, seq));
    if (told === null || told.file.seq !== seq) throw new Error(`the record of case ${caseId} is gone`);
    return { row, told };
  }

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
        const { row, told } = await getClocks(actor, params.caseId);
        return viewClock(told, caseInstant(row));
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
        const { row, told } = await getClocks(actor, params.caseId);
        const occasion = { recordHash: row.headHash, at: caseInstant(row), hash: hashOfJson };
        const certificate = certifyCase(told, occasion);
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
