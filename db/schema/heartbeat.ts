/** How it is known that nothing could be handed in for a while: the register's pulse, and the gaps in it. */
import { bigserial, integer, pgTable } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** One row: when a process that takes acts was last able to write one down. */
export const heartbeat = pgTable('heartbeat', {
  id: integer('id').primaryKey(),
  beatAt: instant('beat_at').notNull(),
});

/** Append-only: from the last beat before a gap to the first one after it. */
export const outages = pgTable('outages', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  fromAt: instant('from_at').notNull(),
  toAt: instant('to_at').notNull(),
});
