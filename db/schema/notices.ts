/** What people were told, by which channel, and what became of each attempt; and where they want to be told. */
import { sql } from 'drizzle-orm';
import { bigserial, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Language } from '../../domain/languages';
import type { DeliveryChannel, DeliveryOutcome } from '../../domain/delivery';
import type { NoticeBody, NoticeKind } from '../../domain/notices';
import { instant } from './columns';

/** Append-only, written with the event of the same `seq`. `at`: when that counts in law; `due_by`: the law's term. */
export const notices = pgTable(
  'notices',
  {
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').$type<NoticeKind>().notNull(),
    facts: jsonb('facts').$type<NoticeBody['facts']>().notNull(),
    at: instant('at').notNull(),
    dueBy: instant('due_by'),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq] })],
);

/** Append-only: one row for each attempt. `at` is an instant of the case's own time; `code` says what came of it. */
export const noticeDeliveries = pgTable('notice_deliveries', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  caseId: text('case_id').notNull(),
  seq: integer('seq').notNull(),
  channel: text('channel').$type<DeliveryChannel>().notNull(),
  at: instant('at').notNull(),
  outcome: text('outcome').$type<DeliveryOutcome>().notNull(),
  code: text('code').notNull(),
});

export const mailStates = ['waiting', 'sent', 'given-up'] as const;

/** Letters on their way: claimed with a lease, tried again until sent or given up. Times are the wall clock's. */
export const outgoingMail = pgTable(
  'outgoing_mail',
  {
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    state: text('state').$type<(typeof mailStates)[number]>().notNull().default('waiting'),
    tries: integer('tries').notNull().default(0),
    leaseUntil: instant('lease_until')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq] })],
);

/** Personal data: where somebody wants notices, and in which language. It never enters the case. */
export const contacts = pgTable('contacts', {
  caseId: text('case_id').primaryKey(),
  email: text('email'),
  language: text('language').$type<Language>().notNull(),
});
