/** Puts a worker together from its configuration: what it opens it closes. */
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import type { Static } from 'typebox';
import { createActivities, type Activities } from '../activities';
import { createAgencyClients } from '../clients/agency-clients';
import { createDataConverter } from '../codec/data-converter';
import { readKeyring } from '../codec/keyring';
import { agencyUrls, type WorkerConfig } from '../config';
import { createCaseEvidence } from '../db/case-evidence';
import { connectDatabase } from '../db/connect';
import { createHeartbeat } from '../db/heartbeat';
import { createHistoryStore } from '../db/history-store';
import { createRecord } from '../db/record';
import { createFetchHistory } from './fetch-history';
import { createCaseWorker } from './worker';

interface Parts {
  bundleCode: string;
  onTrouble: (error: Error) => void;
  /** A place to watch or hold activities; a production worker leaves them as they are. */
  around?: (activities: Activities) => Activities;
}

export async function assembleWorker(config: Static<typeof WorkerConfig>, parts: Parts) {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = config;
  const { bundleCode, onTrouble, around = (activities: Activities) => activities } = parts;
  const dataConverter = createDataConverter(readKeyring(config.PAYLOAD_KEYS_FILE));
  const database = connectDatabase(config.DATABASE_URL, onTrouble);
  const histories = createHistoryStore(database.db);
  const hash = await histories.keepBundle(bundleCode);
  const clientConnection = await Connection.connect({ address });
  const client = new Client({ connection: clientConnection, namespace, dataConverter });
  const connection = await NativeConnection.connect({ address });
  const activities = createActivities({
    record: createRecord(database.db),
    evidence: createCaseEvidence(database.db),
    heartbeat: createHeartbeat(database.db),
    histories,
    agencies: createAgencyClients({
      urls: agencyUrls(config),
      callbackBaseUrl: config.PUBLIC_URL,
    }),
    fetchHistory: createFetchHistory(client),
  });
  const worker: Worker = await createCaseWorker({
    connection,
    namespace,
    activities: around(activities),
    dataConverter,
    bundle: { code: bundleCode, hash },
  });
  return {
    worker,
    async close(): Promise<void> {
      await connection.close();
      await clientConnection.close();
      await database.close();
    },
  };
}
