/** Puts the API together from its configuration: what it opens it closes. */
import { Client, Connection } from '@temporalio/client';
import type { Static } from 'typebox';
import { createAudit } from '../audit/audit';
import { createCallbackVerifier } from '../clients/callback-signature';
import { createDataConverter } from '../codec/data-converter';
import { readKeyring } from '../codec/keyring';
import { agencyUrls, type ApiConfig } from '../config';
import { createAgencyNews } from '../db/agency-news';
import { createAlarms } from '../db/alarms';
import { createCaseTime } from '../db/case-time';
import { createChanges } from '../db/changes';
import { connectDatabase } from '../db/connect';
import { createBulkRows, type RowToFile } from '../db/desk/bulk-filings';
import { whyNotActInTx } from '../db/desk/employers';
import { createHeartbeat } from '../db/heartbeat';
import { createIntake } from '../db/intake';
import { createActReads } from '../db/reads/acts';
import { createCases } from '../db/reads/cases';
import type { Alarm } from '../domain/alarms';
import { lawDate } from '../domain/law-day';
import { sayTrouble } from '../trace';
import { defaultTaskQueue } from '../workflows/messages';
import { buildApp } from './app';
import { createBulkFiler } from './bulk-filer';
import { createBulkSteps } from './bulk-steps';
import { createCasework } from './casework';
import { codeAnswer } from './code-answer';
import { createDelivery } from './delivery';
import type { AppDependencies } from './dependencies';
import { createFastForward } from './fast-forward';
import { createPulse } from './pulse';
import { createRelay } from './relay';
import { createTokenVerifier } from './token-verifier';

/** A caller hears yes or no within this time, or gets a number. */
const budgetMs = 5_000;

const today = () => lawDate(new Date().toISOString());

/** `filingDate`: the law's date on which an application that comes in now is filed; today unless said. */
export async function assembleApi(
  config: Static<typeof ApiConfig>,
  logger: AppDependencies['logger'],
  filingDate: AppDependencies['filingDate'] = today,
) {
  const troubles = { hear: (_error: unknown): void => undefined };
  const onTrouble = (error: Error) => troubles.hear(error);
  const database = connectDatabase(config.DATABASE_URL, onTrouble, 20);
  const changes = createChanges(config.DATABASE_URL, onTrouble);
  await changes.listen();
  const connection = await Connection.connect({ address: config.TEMPORAL_ADDRESS });
  const namespace = config.TEMPORAL_NAMESPACE;
  const dataConverter = createDataConverter(readKeyring(config.PAYLOAD_KEYS_FILE));
  const client = new Client({ connection, namespace, dataConverter });

  const intake = createIntake(database.db);
  const reads = createActReads(database.db);
  const heartbeat = createHeartbeat(database.db);
  const deliver = createDelivery({ client, taskQueue: defaultTaskQueue, reads, heartbeat });
  const news = createAgencyNews(database.db);
  const closing = new AbortController();
  const caseTime = createCaseTime(database.db);
  const fastForward = createFastForward({ client, namespace, caseTime, signal: closing.signal });
  const work = { intake, deliver, news, reads, codeAnswer, budgetMs };
  const app = await buildApp({
    db: database.db,
    casework: createCasework({ ...work, whyNotAct: whyNotActInTx }),
    audit: createAudit({ db: database.db, client, keysFile: config.PAYLOAD_KEYS_FILE }),
    changes,
    filingDate,
    fastForward: config.DEVELOPMENT_DOORS ? fastForward : null,
    verifyToken: createTokenVerifier({
      issuer: config.AUTH_ISSUER,
      audience: config.AUTH_AUDIENCE,
      jwksUrl: config.AUTH_JWKS_URL,
    }),
    verifyCallback: createCallbackVerifier({ jwksUrls: jwksUrls(config), audience: 'ruqsat' }),
    requestsPerMinute: config.REQUESTS_PER_MINUTE,
    ready: async () => {
      await database.ping();
      await connection.ensureConnected();
    },
    logger,
  });
  const say = sayTrouble(app.log, 'trouble beneath the API');
  troubles.hear = say;
  const alarms = createAlarms(database.db, app.log);
  const raise = (alarm: Alarm) => void alarms.raise(alarm).catch(onTrouble);
  const relay = createRelay({
    intake,
    deliver,
    onTrouble: (error, number) => say(error, { number }),
    onStuck: ({ caseId, number }) => raise({ code: 'entry-undelivered', caseId, detail: `entry ${number}` }),
  });
  const bulkRows = createBulkRows(database.db);
  const filer = createBulkFiler({
    rows: bulkRows,
    step: createBulkSteps({
      /** The upload was the act of a delegate; what is carried out of it asks for none. */
      casework: createCasework({ ...work, whyNotAct: async () => undefined }),
      rows: bulkRows,
      findCase: createCases(database.db).findCase,
      filingDate,
    }),
    atOnce: config.BULK_ROWS_AT_ONCE,
    onTrouble: (error, row) => say(error, row === null ? {} : idsOf(row)),
    onStuck: ({ caseId, filingId, row }) =>
      raise({ code: 'row-unfiled', caseId, detail: `row ${row} of ${filingId}` }),
  });
  const pulse = createPulse(heartbeat, onTrouble);
  const working = Promise.all([relay.run(), filer.run(), pulse.run()]);
  return {
    app,
    /** Answers what is under way, then lets go of everything beneath. */
    async close(): Promise<void> {
      await app.close();
      closing.abort();
      relay.stop();
      filer.stop();
      pulse.stop();
      await working;
      await changes.close();
      await connection.close();
      await database.close();
    },
  };
}

const idsOf = ({ filingId, row, caseId }: RowToFile) => ({ filingId, row, caseId });

function jwksUrls(config: Static<typeof ApiConfig>) {
  const urls = Object.entries(agencyUrls(config)).map(([agency, url]) => [
    agency,
    `${url}/.well-known/jwks.json`,
  ]);
  return Object.fromEntries(urls) as ReturnType<typeof agencyUrls>;
}
