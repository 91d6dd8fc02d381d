/** What the service is handed when it is put together. */
import type { FastifyServerOptions } from 'fastify';
import type { Audit } from '../audit/audit';
import type { Database } from '../db/connect';
import type { Changes } from '../db/changes';
import type { AgencyName } from '../domain/agencies';
import type { Casework } from './casework';
import type { FastForward } from './fast-forward';
import type { VerifyToken } from './token-verifier';

export type CallbackVerdict =
  | { ok: true; deliveryId: string }
  | { ok: false; code: 'callback-unsigned' | 'callback-signature-invalid' | 'callback-expired' };

export interface AppDependencies {
  db: Database;
  casework: Casework;
  audit: Audit;
  changes: Pick<Changes, 'waitForChange'>;
  /** The law's date (YYYY-MM-DD) on which an application that comes in now is filed. */
  filingDate: () => string;
  /** Null in production: then the route is not there. */
  fastForward: FastForward | null;
  verifyToken: VerifyToken;
  verifyCallback: (
    agency: AgencyName,
    signature: string | undefined,
    rawBody: Buffer,
  ) => Promise<CallbackVerdict>;
  /** Of one caller; 0: no limit. */
  requestsPerMinute: number;
  /** Throws while the service cannot do its work. */
  ready: () => Promise<void>;
  logger: FastifyServerOptions['logger'];
}
