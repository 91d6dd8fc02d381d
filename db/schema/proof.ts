/** The stores of proof: histories, the code that wrote them, and who read what. */
import { sql } from 'drizzle-orm';
import { bigserial, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/** Histories as Temporal held them, payloads still encrypted, gzip of protobuf JSON. */
export const historyExports = pgTable(
  'history_exports',
  {
    caseId: text('case_id').notNull(),
    runId: text('run_id').notNull(),
    lastEventId: integer('last_event_id').notNull(),
    history: bytea('history').notNull(),
    sha256: text('sha256').notNull(),
    bundleHashes: text('bundle_hashes').array().notNull(),
    exportedAt: instant('exported_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.runId, table.lastEventId] })],
);

/** The workflow code of every worker that ever ran, gzip, by the SHA-256 of the code. */
export const workflowBundles = pgTable('workflow_bundles', {
  hash: text('hash').primaryKey(),
  code: bytea('code').notNull(),
  storedAt: instant('stored_at')
    .notNull()
    .default(sql`clock_timestamp()`),
});

/** Who read whose file. */
export const accessLog = pgTable('access_log', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  at: instant('at')
    .notNull()
    .default(sql`clock_timestamp()`),
  actorId: text('actor_id').notNull(),
  actorRole: text('actor_role').notNull(),
  audit: text('audit').notNull(),
  caseId: text('case_id'),
  /** The account whose worker's file a delegate read, or whose list of workers. */
  employerId: text('employer_id'),
  status: integer('status').notNull(),
});
