/** `node dist/test/replay/record-histories.js [life …]`: lives the kept lives anew and writes their histories. */
import { createAudit } from '../../audit/audit';
import { createEncryptionCodec } from '../../codec/encryption-codec';
import { readKeyring } from '../../codec/keyring';
import { connectDatabase } from '../../db/connect';
import { hashOfJson } from '../../db/hash';
import { openHouse, type House } from '../support/house';
import { startServers } from '../support/servers';
import { keepLife, testKeyFile } from './kept-lives';
import { lives, longLives } from './lives';
import { sealAnew } from './with-test-key';

type Lives = Record<string, (house: House) => Promise<string>>;

async function record(house: House, life: string, live: Lives[string]): Promise<void> {
  const caseId = await live(house);
  const { db, close } = connectDatabase(house.database.urlOf('audit'), () => undefined, 2);
  const audit = createAudit({ db, client: house.client, keysFile: house.keysFile });
  const isOver = (exported: Awaited<ReturnType<typeof audit.exportHistory>>) =>
    exported?.runs.at(-1)?.isOver === true;
  const exported = await house.desk.until(() => audit.exportHistory(caseId), isOver);
  if (exported === undefined) throw new Error(`case ${caseId} is gone`);
  const report = await audit.replayHistory(caseId, exported);
  await close();
  const codecs = {
    open: createEncryptionCodec(readKeyring(house.keysFile)),
    seal: createEncryptionCodec(readKeyring(testKeyFile)),
  };
  for (const run of exported.runs) {
    run.history = (await sealAnew(run.history, codecs)) as object;
    run.sha256 = hashOfJson(run.history);
  }
  keepLife(life, exported);
  const count = exported.runs.reduce((sum, { lastEventId }) => sum + lastEventId, 0);
  console.log(`${life}: ${exported.runs.length} runs, ${count} events, ${report?.verdict}`);
}

async function recordAll(
  wanted: readonly string[],
  all: Lives,
  settings?: Parameters<typeof startServers>[0],
) {
  const chosen = Object.entries(all).filter(([life]) => wanted.length === 0 || wanted.includes(life));
  if (chosen.length === 0) return;
  const servers = await startServers(settings);
  const house = await openHouse(servers);
  try {
    await house.startWorker();
    for (const [life, live] of chosen) await record(house, life, live);
  } finally {
    await house.close();
    await servers.stop();
  }
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  await recordAll(wanted, lives);
  await recordAll(wanted, longLives, { 'limit.historyCount.suggestContinueAsNew': 40 });
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error);
    process.exit(1);
  },
);
