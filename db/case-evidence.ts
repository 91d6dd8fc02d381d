/** What the activities of a case read and keep beside the record: who is asked about, what was answered. */
import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { AgencyName, Check } from '../domain/agencies';
import type { CheckFile } from '../domain/case-file';
import type { CaseKind } from '../domain/case-kinds';
import type { AnswerRef } from '../domain/evidence';
import type { FormDraft } from '../domain/form';
import type { PermitDraft } from '../domain/permit-form';
import type { LanguageCertificate } from '../domain/language-certificate';
import type { PersonIdentity } from '../domain/person';
import type { Database } from './connect';
import { hashOfJson } from './hash';
import { lockCase } from './intake';
import { issuedNumber } from './issued-number';
import { listOwnPermitsOf, type OwnPermit } from './own-permits';
import { isSamePerson } from './same-person';
import {
  agencyAnswers,
  cases,
  caseTime,
  certificates,
  formVersions,
  intake,
  languageCertificates,
  persons,
} from './schema';

export interface GivenAnswer {
  agency: AgencyName;
  caseId: string;
  requestId: string;
  answerId: string;
  body: unknown;
}

interface KeptAnswer extends AnswerRef {
  caseId: string;
  agency: AgencyName;
}

export function createCaseEvidence(db: Database) {
  async function offsetOf(caseId: string): Promise<number> {
    const row = await db.query.caseTime.findFirst({ where: eq(caseTime.caseId, caseId) });
    return row?.offsetMs ?? 0;
  }

  return {
    async getPerson(personId: string): Promise<PersonIdentity> {
      const row = await db.query.persons.findFirst({ where: eq(persons.personId, personId) });
      if (row === undefined) throw new Error(`person ${personId} is not kept here`);
      return row.identity;
    },

    async getForm(
      caseId: string,
      version: number,
    ): Promise<{ content: FormDraft | PermitDraft; sha256: string }> {
      const row = await db.query.formVersions.findFirst({
        where: and(eq(formVersions.caseId, caseId), eq(formVersions.version, version)),
      });
      if (row === undefined) throw new Error(`form ${version} of ${caseId} is not kept here`);
      return row;
    },

    /**
     * Applications of the same person that are not over: for permanent residence from their opening, for a permit from the day
     * on which its form was handed in. Not the one that asks; of every kind, or of the one that is named.
     */
    async listOwnApplications(
      personId: string,
      kind: CaseKind | null = null,
    ): Promise<{ reference: string; filedOn: string }[]> {
      const { rows } = await db.execute<{ reference: string; filedOn: string }>(sql`
        SELECT c.case_id AS reference, (filed.at AT TIME ZONE 'UTC' + interval '5 hours')::date::text AS "filedOn"
        FROM persons asked JOIN persons p ON ${isSamePerson(sql`p.identity`, sql`asked.identity`)}
        JOIN cases c ON c.case_id = p.case_id,
        LATERAL (SELECT CASE c.kind WHEN 'permanent-residence' THEN c.opened_at
          ELSE (c.case_file->'form'->>'submittedAt')::timestamptz END AS at) filed
        WHERE asked.person_id = ${personId} AND c.case_id <> asked.case_id AND c.closed_at IS NULL
          AND filed.at IS NOT NULL AND c.kind = coalesce(${kind}::text, c.kind)
        ORDER BY c.case_id LIMIT 100`);
      return rows;
    },

    /** Permits for a ground that was lost which we issued to the same person in other cases, whenever they ended. */
    async listOwnLostGround(personId: string): Promise<{ reference: string; validUntil: string }[]> {
      const { rows } = await db.execute<{ reference: string; validUntil: string }>(sql`
        SELECT c.case_id AS reference, permit.valid_until::text AS "validUntil"
        FROM persons asked JOIN persons p ON ${isSamePerson(sql`p.identity`, sql`asked.identity`)}
        JOIN cases c ON c.case_id = p.case_id JOIN permits permit ON permit.case_id = c.case_id
        WHERE asked.person_id = ${personId} AND c.case_id <> asked.case_id
          AND c.case_file->'permit'->>'purpose' = 'ground-lost'
        ORDER BY c.case_id LIMIT 100`);
      return rows;
    },

    /** Permits that we issued to the same person in other cases and that began, whenever they ended. */
    listOwnPermits: (personId: string): Promise<OwnPermit[]> => listOwnPermitsOf(db, personId),

    /** A certificate of the language as the applicant presented it. */
    async getCertificate(certificateId: string): Promise<LanguageCertificate> {
      const row = await db.query.languageCertificates.findFirst({
        where: eq(languageCertificates.certificateId, certificateId),
      });
      if (row === undefined) throw new Error(`certificate ${certificateId} is not kept here`);
      return { number: row.number, level: row.level, issuedOn: row.issuedOn };
    },

    /** Keeps an answer as it came and returns the SHA-256 of its body; idempotent by agency, answer id and body. */
    async keepAnswer(given: GivenAnswer): Promise<string> {
      const sha256 = hashOfJson(given.body);
      await db
        .insert(agencyAnswers)
        .values({ ...given, sha256 })
        .onConflictDoNothing();
      return sha256;
    },

    /** The body of an answer that the case has; throws where it is not kept. */
    async getAnswer({ caseId, agency, answerId, sha256 }: KeptAnswer): Promise<unknown> {
      const row = await db.query.agencyAnswers.findFirst({
        columns: { body: true },
        where: and(
          eq(agencyAnswers.agency, agency),
          eq(agencyAnswers.answerId, answerId),
          eq(agencyAnswers.sha256, sha256),
          eq(agencyAnswers.caseId, caseId),
        ),
      });
      if (row === undefined) throw new Error(`answer ${answerId} of ${agency} on ${caseId} is not kept here`);
      return row.body;
    },

    /** The serial number of a case's certificate: the same one however often it is asked. */
    async allocateCertificate(caseId: string): Promise<number> {
      await db.insert(certificates).values({ caseId }).onConflictDoNothing();
      const row = await db.query.certificates.findFirst({ where: eq(certificates.caseId, caseId) });
      if (row === undefined) throw new Error(`no certificate for ${caseId}`);
      return row.serial;
    },

    /** The number that the case's permit or certificate bears since it was first issued; null before it was. */
    async findIssuedNumber(caseId: string): Promise<string | null> {
      const { rows } = await db.execute<{ number: string | null }>(
        sql`SELECT ${issuedNumber(sql`${caseId}`)} AS number`,
      );
      return rows[0]?.number ?? null;
    },

    /** A check as the record has it by now; undefined before verification began. */
    async findCheck(caseId: string, check: Check): Promise<CheckFile | undefined> {
      const row = await db.query.cases.findFirst({
        columns: { caseFile: true },
        where: eq(cases.caseId, caseId),
      });
      return row?.caseFile.checks?.[check];
    },

    /** How far ahead of the wall clock the case lives, in milliseconds. */
    offsetOf,

    /** The instant in which the case lives, ISO 8601, UTC. */
    async nowIn(caseId: string): Promise<string> {
      return new Date(Date.now() + (await offsetOf(caseId))).toISOString();
    },

    /**
     * The numbers of acts and proofs of delivery stamped before an instant of the case that have no answer yet, and the clock as
     * PostgreSQL has it. Waits for every register entry under way, so that no earlier stamp can still appear.
     */
    async findActsBefore(caseId: string, before: string): Promise<{ numbers: string[]; clock: string }> {
      return db.transaction(async (tx) => {
        await lockCase(tx, caseId);
        const { rows } = await tx.execute<{ clock: string }>(sql`
          SELECT clock_timestamp() + coalesce((SELECT offset_ms FROM case_time WHERE case_id = ${caseId}), 0)
            * interval '1 millisecond' AS clock`);
        const waiting = await tx
          .select({ number: intake.number })
          .from(intake)
          .where(
            and(
              eq(intake.caseId, caseId),
              eq(intake.state, 'received'),
              lt(intake.effectiveAt, before),
              sql`(${intake.actorRole} NOT IN ('agency', 'service') OR ${intake.verb} = 'receiveDelivery')`,
            ),
          )
          .orderBy(asc(intake.number));
        return {
          numbers: waiting.map(({ number }) => String(number)),
          clock: new Date(rows[0]?.clock ?? Number.NaN).toISOString(),
        };
      });
    },
  };
}
export type CaseEvidence = ReturnType<typeof createCaseEvidence>;
