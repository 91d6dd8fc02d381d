/** The tables of the record and its projection, and of what is kept before it is the case. */
import { sql } from 'drizzle-orm';
import { bigint, bigserial, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PersonIdentity } from '../domain/person';
import type { FormDraft } from '../domain/form';
import type { PermitDraft } from '../domain/permit-form';
import type { Actor } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import type { CaseKind } from '../domain/case-kinds';
import type { CertifiedLevel, DocumentKind, EventType } from '../domain/events';
import type { Region } from '../domain/regions';
import type { IntakeState } from '../domain/intake';
import type { CaseStatus, Party, Stage } from '../domain/statuses';
import { bytea, instant } from './schema/columns';

export * from './schema/agencies';
export * from './schema/alarms';
export * from './schema/bulk';
export * from './schema/employers';
export * from './schema/heartbeat';
export * from './schema/notices';
export * from './schema/permits';
export * from './schema/proof';

/** The legal record. Append-only: no application role may change or remove a row. */
export const caseEvents = pgTable(
  'case_events',
  {
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    type: text('type').$type<EventType>().notNull(),
    effectiveAt: instant('effective_at').notNull(),
    recordedAt: instant('recorded_at')
      .notNull()
      .default(sql`clock_timestamp()`),
    actorId: text('actor_id').notNull(),
    actorRole: text('actor_role').$type<Actor['role']>().notNull(),
    causeId: text('cause_id').notNull(),
    data: jsonb('data').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq] })],
);

/** The projection of the record: one row a case, written in the event's own transaction. */
export const cases = pgTable('cases', {
  caseId: text('case_id').primaryKey(),
  seq: integer('seq').notNull(),
  headHash: text('head_hash').notNull(),
  kind: text('kind').$type<CaseKind>().notNull(),
  /** The account that filed for a worker of its own; null where the person filed. */
  employerId: text('employer_id'),
  region: text('region').$type<Region>().notNull(),
  applicantId: text('applicant_id').notNull(),
  status: text('status').$type<CaseStatus>().notNull(),
  stage: text('stage').$type<Stage>().notNull(),
  waitingParty: text('waiting_party').$type<Party>().notNull(),
  waitingSince: instant('waiting_since').notNull(),
  waitingUntil: instant('waiting_until'),
  clockDueAt: instant('clock_due_at'),
  /** When work has to begin at the latest to keep every term of the state; null while all of them stand. */
  latestStartAt: instant('latest_start_at'),
  /** The version of the calendar of working days that counts for the case. */
  calendar: text('calendar').notNull(),
  assignee: text('assignee'),
  escalatedAt: instant('escalated_at'),
  openedAt: instant('opened_at').notNull(),
  closedAt: instant('closed_at'),
  overAt: instant('over_at'),
  caseFile: jsonb('case_file').$type<CaseFile>().notNull(),
  changedAt: instant('changed_at')
    .notNull()
    .default(sql`clock_timestamp()`),
});

/** The worklist: what is to be done, by whom, until when; replaced with each event of the case. */
export const tasks = pgTable(
  'tasks',
  {
    caseId: text('case_id').notNull(),
    name: text('name').notNull(),
    subject: text('subject').notNull(),
    ownerRole: text('owner_role').notNull(),
    ownerId: text('owner_id'),
    since: instant('since').notNull(),
    dueAt: instant('due_at'),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.name, table.subject] })],
);

/** The register of what came in: stamped, numbered and kept before anything else happens. */
export const intake = pgTable('intake', {
  number: bigserial('number', { mode: 'number' }).primaryKey(),
  caseId: text('case_id'),
  verb: text('verb').notNull(),
  actorId: text('actor_id').notNull(),
  actorRole: text('actor_role').$type<Actor['role']>().notNull(),
  idempotencyKey: text('idempotency_key').notNull(),
  bodySha256: text('body_sha256').notNull(),
  /** What is sent on to the workflow: ids, codes and hashes. */
  message: jsonb('message').notNull(),
  receivedAt: instant('received_at').notNull(),
  effectiveAt: instant('effective_at').notNull(),
  state: text('state').$type<IntakeState>().notNull(),
  answer: jsonb('answer'),
  settledAt: instant('settled_at'),
  leaseUntil: instant('lease_until').notNull(),
  tries: integer('tries').notNull().default(0),
});

export const persons = pgTable('persons', {
  personId: text('person_id').primaryKey(),
  caseId: text('case_id').notNull(),
  identity: jsonb('identity').$type<PersonIdentity>().notNull(),
  sha256: text('sha256').notNull(),
});

export const formVersions = pgTable(
  'form_versions',
  {
    caseId: text('case_id').notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<FormDraft | PermitDraft>().notNull(),
    sha256: text('sha256').notNull(),
    savedAt: instant('saved_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.version] })],
);

export const documents = pgTable('documents', {
  documentId: text('document_id').primaryKey(),
  caseId: text('case_id').notNull(),
  kind: text('kind').$type<DocumentKind>().notNull(),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  bytes: bytea('bytes').notNull(),
  uploadedAt: instant('uploaded_at')
    .notNull()
    .default(sql`clock_timestamp()`),
});

/** What people wrote; the record keeps the id and the hash. */
export const caseTexts = pgTable('case_texts', {
  textId: text('text_id').primaryKey(),
  caseId: text('case_id').notNull(),
  body: text('body').notNull(),
  sha256: text('sha256').notNull(),
  writtenAt: instant('written_at')
    .notNull()
    .default(sql`clock_timestamp()`),
});

/** Certificates of the language as applicants presented them; the record keeps the id and the hash. */
export const languageCertificates = pgTable('language_certificates', {
  certificateId: text('certificate_id').primaryKey(),
  caseId: text('case_id').notNull(),
  number: text('number').notNull(),
  level: text('level').$type<CertifiedLevel>().notNull(),
  issuedOn: text('issued_on').notNull(),
  sha256: text('sha256').notNull(),
  presentedAt: instant('presented_at')
    .notNull()
    .default(sql`clock_timestamp()`),
});

/** Development only: how far ahead of the wall clock a case lives. */
export const caseTime = pgTable('case_time', {
  caseId: text('case_id').primaryKey(),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull(),
});

export const certificates = pgTable('certificates', {
  caseId: text('case_id').primaryKey(),
  serial: bigserial('serial', { mode: 'number' }),
});
