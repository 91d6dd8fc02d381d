/** The traffic with the agencies: what they were asked, what they said, what was not taken from them. */
import { sql } from 'drizzle-orm';
import { bigserial, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Which question left for which agency; written before it leaves. */
export const agencyRequests = pgTable('agency_requests', {
  requestId: text('request_id').primaryKey(),
  caseId: text('case_id').notNull(),
  agency: text('agency').notNull(),
  askedAt: instant('asked_at')
    .notNull()
    .default(sql`clock_timestamp()`),
});

/** Every answer as the agency gave it. */
export const agencyAnswers = pgTable(
  'agency_answers',
  {
    agency: text('agency').notNull(),
    answerId: text('answer_id').notNull(),
    requestId: text('request_id').notNull(),
    caseId: text('case_id'),
    body: jsonb('body').notNull(),
    sha256: text('sha256').notNull(),
    receivedAt: instant('received_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.agency, table.answerId, table.sha256] })],
);

/** Deliveries that were not taken: the code, the hash of what came, never the body. */
export const refusedCallbacks = pgTable('refused_callbacks', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  agency: text('agency').notNull(),
  code: text('code').notNull(),
  bodySha256: text('body_sha256').notNull(),
  deliveryId: text('delivery_id'),
  receivedAt: instant('received_at')
    .notNull()
    .default(sql`clock_timestamp()`),
});
