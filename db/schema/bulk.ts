/** Files of workers that an employer uploaded, row by row, until each is filed. */
import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { BulkRowState, RowFault } from '../../domain/bulk-filing';
import type { BulkRow } from '../../domain/bulk-row';
import type { Language } from '../../domain/languages';
import { instant } from './columns';

/** `sha256` is of the file's bytes; `language` is what the notices of its cases begin with. */
export const bulkFilings = pgTable('bulk_filings', {
  filingId: text('filing_id').primaryKey(),
  employerId: text('employer_id').notNull(),
  sha256: text('sha256').notNull(),
  uploadedBy: text('uploaded_by').notNull(),
  uploadedAt: instant('uploaded_at')
    .notNull()
    .default(sql`clock_timestamp()`),
  language: text('language').$type<Language>().notNull(),
});

/** `caseId` is planned when the file is kept; `content` is personal data and null once the row is settled. */
export const bulkRows = pgTable(
  'bulk_rows',
  {
    filingId: text('filing_id').notNull(),
    row: integer('row').notNull(),
    caseId: text('case_id'),
    state: text('state').$type<BulkRowState>().notNull(),
    content: jsonb('content').$type<BulkRow>(),
    code: text('code'),
    faults: jsonb('faults').$type<RowFault[]>().notNull().default([]),
    tries: integer('tries').notNull().default(0),
    /** How often its filing broke in a row. */
    troubles: integer('troubles').notNull().default(0),
    leaseUntil: instant('lease_until')
      .notNull()
      .default(sql`'-infinity'`),
  },
  (table) => [primaryKey({ columns: [table.filingId, table.row] })],
);
