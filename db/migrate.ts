/** The migrating process: brings the database of DATABASE_URL to today's schema and ends. */
import { MigrateConfig, readConfig } from '../config';
import { migrateDatabase } from './migration';

const config = readConfig(MigrateConfig, process.env);
migrateDatabase(config.DATABASE_URL, {
  api: config.API_ROLE_PASSWORD,
  worker: config.WORKER_ROLE_PASSWORD,
  audit: config.AUDIT_ROLE_PASSWORD,
}).then(
  () => process.stdout.write('the database is up to date\n'),
  (error: Error) => {
    process.stderr.write(`the database could not be migrated: ${error.message}\n`);
    process.exitCode = 1;
  },
);
