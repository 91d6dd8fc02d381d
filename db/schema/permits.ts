/** What registers of the state said of the fields of a permit's form, before the person saw it. */
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { StateSource } from '../../domain/permit';
import { instant, jsonScalar } from './columns';

/**
 * Personal data, append-only: `answer_id` names the body that a value was read from. It counts when the record names that
 * answer (`state-data-fetched`), and before that is only kept.
 */
export const prefilledValues = pgTable(
  'prefilled_values',
  {
    caseId: text('case_id').notNull(),
    pointer: text('pointer').notNull(),
    value: jsonScalar('value').notNull(),
    source: text('source').$type<StateSource>().notNull(),
    answerId: text('answer_id').notNull(),
    receivedAt: instant('received_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.pointer, table.source, table.answerId] })],
);
