/** The auditor's program: exports a case, replays it, verifies its chain, computes its clocks again. */
import { Client, Connection } from '@temporalio/client';
import { AuditConfig, readConfig } from '../config';
import { connectDatabase } from '../db/connect';
import { createAudit } from './audit';
import {
  carryOut,
  examineClockFile,
  NotUnderstood,
  readCommand,
  usage,
  type CaseCommand,
  type TimersCommand,
} from './command';
import { NotAnExport } from './export';

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2));
  const { print, code } =
    command.verb === 'clock' ? await examineClockFile(command) : await examineStore(command);
  process.stdout.write(print);
  return code;
}

async function examineStore(command: CaseCommand | TimersCommand) {
  const config = readConfig(AuditConfig, process.env);
  const database = connectDatabase(config.DATABASE_URL, () => undefined, 2);
  const connection = Connection.lazy({ address: config.TEMPORAL_ADDRESS, connectTimeout: '5 seconds' });
  try {
    const client = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
    const audit = createAudit({
      db: database.db,
      client,
      keysFile: config.PAYLOAD_KEYS_FILE,
      ...('code' in command && command.code !== undefined && { todaysBundle: command.code }),
    });
    return await carryOut(audit, command);
  } finally {
    await connection.close();
    await database.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    const isOurs = error instanceof NotUnderstood || error instanceof NotAnExport;
    process.stderr.write(isOurs ? `${error.message}\n${usage}` : `the audit failed: ${error.message}\n`);
    process.exitCode = isOurs ? 64 : 70;
  },
);
