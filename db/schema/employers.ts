/** Employers, who may act for them, the places they hold, and the permits that were issued. */
import { sql } from 'drizzle-orm';
import { bigserial, boolean, date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** The account of a company: `bin` is its business number. */
export const employers = pgTable('employers', {
  employerId: text('employer_id').primaryKey(),
  bin: text('bin').notNull().unique(),
  name: text('name').notNull(),
  isIndividual: boolean('is_individual').notNull(),
  openedAt: instant('opened_at')
    .notNull()
    .default(sql`clock_timestamp()`),
});

/** People who may act for an employer; `subject` is the caller's opaque id. */
export const employerDelegates = pgTable(
  'employer_delegates',
  {
    employerId: text('employer_id').notNull(),
    subject: text('subject').notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: instant('added_at')
      .notNull()
      .default(sql`clock_timestamp()`),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.employerId, table.subject] })],
);

/**
 * One row for each case that took a place, or was over before it could; `heldUntil` is the permit's last day, null while it
 * is only reserved. `bin` is the employer whose place it is, whoever filed; it may be an individual's IIN. `employerId` is
 * the account that filed, null where the person did.
 */
export const employerPlaces = pgTable('employer_places', {
  caseId: text('case_id').primaryKey(),
  employerId: text('employer_id'),
  bin: text('bin'),
  reservedAt: instant('reserved_at')
    .notNull()
    .default(sql`clock_timestamp()`),
  heldUntil: date('held_until'),
  releasedAt: instant('released_at'),
});

/** The register of issued permits: a serial number for each case, once. */
export const permits = pgTable('permits', {
  caseId: text('case_id').primaryKey(),
  serial: bigserial('serial', { mode: 'number' }),
  validFrom: date('valid_from').notNull(),
  validUntil: date('valid_until').notNull(),
  renews: text('renews'),
});
