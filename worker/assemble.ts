/** Puts a worker together from its configuration: what it opens it closes. */
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Static } from 'typebox';
import { createActivities, type Activities } from '../activities';
import { createAgencyClients } from '../clients/agency-clients';
import { createDataConverter } from '../codec/data-converter';
import { readKeyring } from '../codec/keyring';
import { agencyUrls, type WorkerConfig } from '../config';
import { createAgencyLines } from '../db/agency-lines';
import { createAlarms } from '../db/alarms';
import { createCaseEvidence } from '../db/case-evidence';
import { connectDatabase } from '../db/connect';
import { createHeartbeat } from '../db/heartbeat';
import { createHistoryStore } from '../db/history-store';
import { createPrefilledValues } from '../db/prefilled-values';
import { createPermits } from '../db/permits';
import { createPlaces } from '../db/places';
import { createPostbox } from '../db/postbox';
import { createEmployerReads } from '../db/reads/employers';
import { createLanguageProofs } from '../db/reads/language-proofs';
import { createPrefilledReads } from '../db/reads/prefilled';
import { createRecord } from '../db/record';
import { sayTrouble } from '../trace';
import { createFetchHistory } from './fetch-history';
import { createMail } from './mail';
import { createPostman } from './postman';
import { createCaseWorker } from './worker';

interface Parts {
  bundleCode: string;
  logger: Pick<Logger, 'warn' | 'error'>;
  /** A place to watch or hold activities; a production worker leaves them as they are. */
  around?: (activities: Activities) => Activities;
}

export async function assembleWorker(config: Static<typeof WorkerConfig>, parts: Parts) {
  const address = config.TEMPORAL_ADDRESS;
  const namespace = config.TEMPORAL_NAMESPACE;
  const { bundleCode, logger, around = (activities: Activities) => activities } = parts;
  const dataConverter = createDataConverter(readKeyring(config.PAYLOAD_KEYS_FILE));
  const database = connectDatabase(config.DATABASE_URL, sayTrouble(logger, 'a database connection broke'));
  const histories = createHistoryStore(database.db);
  const hash = await histories.keepBundle(bundleCode);
  const clientConnection = await Connection.connect({ address });
  const client = new Client({ connection: clientConnection, namespace, dataConverter });
  const connection = await NativeConnection.connect({ address });
  const alarms = createAlarms(database.db, logger);
  const activities = createActivities({
    record: createRecord(database.db),
    evidence: createCaseEvidence(database.db),
    alarms,
    proofs: createLanguageProofs(database.db),
    heartbeat: createHeartbeat(database.db),
    histories,
    prefilled: { ...createPrefilledValues(database.db), ...createPrefilledReads(database.db) },
    employers: createEmployerReads(database.db),
    permits: createPermits(database.db),
    places: createPlaces(database.db),
    agencies: createAgencyClients({
      urls: agencyUrls(config),
      callbackBaseUrl: config.PUBLIC_URL,
    }),
    lines: createAgencyLines(database.db),
    fetchHistory: createFetchHistory(client),
  });
  const worker: Worker = await createCaseWorker({
    connection,
    namespace,
    activities: around(activities),
    dataConverter,
    bundle: { code: bundleCode, hash },
  });
  const mail = config.SMTP_URL === '' ? null : createMail({ url: config.SMTP_URL, from: config.MAIL_FROM });
  const postman =
    mail &&
    createPostman({
      postbox: createPostbox(database.db),
      send: mail.send,
      onUndelivered: ({ notice: { caseId, seq } }, code) =>
        alarms.raise({ code: 'notice-undelivered', caseId, detail: `notice ${seq}: ${code}` }),
      onTrouble: sayTrouble(logger, 'the postman stumbled'),
    });
  const carrying = postman?.run();
  return {
    worker,
    sendsMail: mail !== null,
    async close(): Promise<void> {
      postman?.stop();
      await carrying;
      mail?.close();
      await connection.close();
      await clientConnection.close();
      await database.close();
    },
  };
}
