/** The lines to the agencies, shared by all workers: who may ask now, and what became of it. */
import { sql, type SQL } from 'drizzle-orm';
import type { Database } from './connect';
import { createAdmission } from './agency-lines/admit';
import { createLineNotes } from './agency-lines/note';

export type { Admission } from './agency-lines/admit';
export type { Ended } from './agency-lines/note';

/** `clock`: the instant that counts; PostgreSQL's own unless said. */
export function createAgencyLines(db: Database, clock: () => SQL = () => sql`clock_timestamp()`) {
  const now = () => sql`date_trunc('milliseconds', ${clock()}::timestamptz)`;
  return { admit: createAdmission(db, now), note: createLineNotes(db, now) };
}
export type AgencyLines = ReturnType<typeof createAgencyLines>;
