/** The traffic with the agencies: what they were asked, what they said, what was not taken from them. */
import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { AgencyName } from '../../domain/agencies';
import type { HoldAct, LineState } from '../../domain/agency-lines';
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

/** One row an agency, shared by all workers: its bucket of tokens, its circuit, whether it is held. */
export const agencyLines = pgTable('agency_lines', {
  agency: text('agency').$type<AgencyName>().primaryKey(),
  state: text('state').$type<LineState>().notNull().default('open'),
  since: instant('since')
    .notNull()
    .default(sql`clock_timestamp()`),
  tokens: doublePrecision('tokens').notNull(),
  /** When `tokens` was counted. */
  filledAt: instant('filled_at').notNull(),
  /** The last turn that was given to somebody who may not ask now. */
  turnsUntil: instant('turns_until'),
  /** Without a success between them. */
  troubles: integer('troubles').notNull().default(0),
  troubledRequest: text('troubled_request'),
  lastTrouble: text('last_trouble'),
  failedProbes: integer('failed_probes').notNull().default(0),
  /** While down: when one question may try whether it is up again. */
  probeAt: instant('probe_at'),
  quietUntil: instant('quiet_until'),
  held: boolean('held').notNull().default(false),
});

/** Every time a question left: `code` is null while it is under way, `reached`, or the code of the trouble. */
export const agencyTries = pgTable('agency_tries', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  agency: text('agency').$type<AgencyName>().notNull(),
  requestId: text('request_id').notNull(),
  leftAt: instant('left_at').notNull(),
  endedAt: instant('ended_at'),
  code: text('code'),
  latencyMs: integer('latency_ms'),
});

/** Who had an agency left alone, when and why, and who ended it. */
export const agencyHolds = pgTable('agency_holds', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  agency: text('agency').$type<AgencyName>().notNull(),
  act: text('act').$type<HoldAct>().notNull(),
  byId: text('by_id').notNull(),
  byRole: text('by_role').notNull(),
  at: instant('at')
    .notNull()
    .default(sql`clock_timestamp()`),
  reason: text('reason').notNull(),
});
