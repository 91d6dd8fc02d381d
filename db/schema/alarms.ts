/** What must be looked at by a person who runs the service, and by whom it was. */
import { sql } from 'drizzle-orm';
import { bigint, bigserial, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { AlarmCode } from '../../domain/alarms';
import { instant } from './columns';

/** `times` and `lastAt`: how often the fault was seen since, and when last. */
export const operatorAlarms = pgTable('operator_alarms', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  raisedAt: instant('raised_at')
    .notNull()
    .default(sql`clock_timestamp()`),
  code: text('code').$type<AlarmCode>().notNull(),
  caseId: text('case_id'),
  detail: text('detail').notNull(),
  times: integer('times').notNull().default(1),
  lastAt: instant('last_at')
    .notNull()
    .default(sql`clock_timestamp()`),
  cleared: boolean('cleared').notNull().default(false),
});

/** Who cleared an alarm, when and why. Append-only. */
export const alarmClearings = pgTable('alarm_clearings', {
  alarmId: bigint('alarm_id', { mode: 'number' }).primaryKey(),
  byId: text('by_id').notNull(),
  byRole: text('by_role').notNull(),
  at: instant('at')
    .notNull()
    .default(sql`clock_timestamp()`),
  reason: text('reason').notNull(),
});
