/** The service as it ships, on a database of its own, with an issuer beside it. */
import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { Client } from 'pg';
import { buildApp } from '../../../api/app';
import type { AppDependencies } from '../../../api/dependencies';
import { createTokenVerifier } from '../../../api/token-verifier';
import { connectDatabase } from '../../../db/connect';
import { migrateDatabase } from '../../../db/migration';
import { createRecord } from '../../../db/record';
import type { PersonPapers } from '../../../domain/person';
import type { Role } from '../../../domain/roles';
import { createFakeCasework } from './casework';
import { audience, issuer, startIssuer } from './issuer';

const serverUrl = () => process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

async function createDatabase() {
  const name = `ruqsat_api_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string) => {
    const client = new Client({ connectionString: serverUrl() });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  await migrateDatabase(url.href, { api: 'a', worker: 'w', audit: 'u' });
  return { url: url.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

function createFakeChanges() {
  const news = new EventEmitter();
  let waiting = 0;
  return {
    waiting: () => waiting,
    tell: (caseId: string) => news.emit(caseId),
    async waitForChange(caseId: string, timeoutMs: number, signal?: AbortSignal): Promise<void> {
      waiting += 1;
      const signals = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])];
      await once(news, caseId, { signal: AbortSignal.any(signals) }).catch(() => undefined);
      waiting -= 1;
    },
  };
}

/** Call `close` in `afterAll`. What is not said otherwise is the real thing. */
export async function openOffice(instead: Partial<AppDependencies> = {}) {
  const lines: string[] = [];
  const database = await createDatabase();
  const connection = connectDatabase(database.url, () => undefined);
  const tokens = await startIssuer();
  const fake = createFakeCasework(connection.db);
  const changes = createFakeChanges();
  const deps: AppDependencies = {
    db: connection.db,
    casework: fake.casework,
    audit: {
      exportHistory: async () => undefined,
      replayHistory: async () => undefined,
      verifyChain: async () => undefined,
      checkTimers: async () => ({ cases: 0, withDeadline: 0, findings: [] }),
    },
    changes,
    filingDate: () => '2026-05-04',
    fastForward: async () => ({
      from: '2026-05-01T00:00:00.000Z',
      to: '2026-05-02T00:00:00.000Z',
      ended: false,
    }),
    verifyToken: createTokenVerifier({ issuer, audience, jwksUrl: tokens.jwksUrl }),
    verifyCallback: async (_, signature) =>
      signature === 'good' ? { ok: true, deliveryId: 'd-1' } : { ok: false, code: 'callback-unsigned' },
    requestsPerMinute: 0,
    ready: async () => undefined,
    logger: { level: 'info', stream: { write: (line: string) => void lines.push(line) } },
    ...instead,
  };
  const app = await buildApp(deps);
  const bearer = async (subject: string, role: Role, papers?: PersonPapers) => ({
    authorization: `Bearer ${await tokens.sign(subject, [role], { ...(papers && { papers }) })}`,
  });
  return {
    app,
    deps,
    lines,
    changes,
    tokens,
    bearer,
    ...fake,
    record: createRecord(connection.db),
    /** Headers of an act. */
    acting: async (subject: string, role: Role) => ({
      ...(await bearer(subject, role)),
      'idempotency-key': randomBytes(8).toString('hex'),
    }),
    close: async () => {
      await app.close();
      await connection.close();
      await tokens.close();
      await database.drop();
    },
  };
}
export type Office = Awaited<ReturnType<typeof openOffice>>;
