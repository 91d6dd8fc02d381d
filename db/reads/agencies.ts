/** The agencies as an operator sees them: how each line stands, what came of the last hour, who waits. */
import { desc, sql } from 'drizzle-orm';
import type { AgencyName } from '../../domain/agencies';
import { stateSources } from '../../domain/permit';
import type { Database } from '../connect';
import { agencyHolds, agencyLines } from '../schema';
import { isoInstant } from './cases';

/** Of the last hour: questions that left, replies to them, troubles, answers received by any way; `medianMs` of the replies. */
export interface LastHour {
  asked: number;
  replies: number;
  troubles: number;
  answers: number;
  medianMs: number | null;
}

/** Cases that wait for the agency, and since when the first of them does, in the case's own time. */
export interface Waiting {
  cases: number;
  since: string | null;
}

const noTraffic: LastHour = { asked: 0, replies: 0, troubles: 0, answers: 0, medianMs: null };
const nobody: Waiting = { cases: 0, since: null };

export function createAgencyReads(db: Database) {
  async function lastHours(): Promise<Map<string, LastHour>> {
    const { rows } = await db.execute<Pick<LastHour, keyof LastHour> & { agency: string }>(sql`
      WITH tried AS (
        SELECT agency, count(*)::int AS asked, count(*) FILTER (WHERE code = 'reached')::int AS replies,
          count(*) FILTER (WHERE code <> 'reached')::int AS troubles,
          round(percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE code = 'reached'))::int
            AS "medianMs"
        FROM agency_tries WHERE left_at > clock_timestamp() - interval '1 hour' GROUP BY agency),
      answered AS (
        SELECT agency, count(*)::int AS answers FROM agency_answers
        WHERE received_at > clock_timestamp() - interval '1 hour' GROUP BY agency)
      SELECT agency, coalesce(asked, 0) AS asked, coalesce(replies, 0) AS replies,
        coalesce(troubles, 0) AS troubles, coalesce(answers, 0) AS answers, "medianMs"
      FROM tried FULL JOIN answered USING (agency)`);
    return new Map(rows.map(({ agency, ...hour }) => [agency, hour]));
  }

  /** For a check, for what a permit's form is filled in with, or for a test of the language. */
  async function waits(): Promise<Map<string, Waiting>> {
    const { rows } = await db.execute<{ agency: string; cases: number; since: string }>(sql`
      WITH waiting (agency, since) AS (
        SELECT c.key, (c.value->>'openedAt')::timestamptz
        FROM cases, jsonb_each(CASE jsonb_typeof(case_file->'checks') WHEN 'object' THEN case_file->'checks'
          ELSE '{}' END) c
        WHERE status IN ('verification', 'awaiting-documents') AND c.value->>'result' IS NULL
        UNION ALL
        SELECT source, opened_at FROM cases, jsonb_array_elements_text(${JSON.stringify(stateSources)}) source
        WHERE status = 'fetching' AND NOT case_file->'permit'->'fetched' ? source
        UNION ALL
        SELECT 'testing-centre', waiting_since FROM cases
        WHERE status IN ('awaiting-test-result', 'awaiting-certificate-check'))
      SELECT agency, count(*)::int AS cases, min(since) AS since FROM waiting GROUP BY agency`);
    return new Map(
      rows.map(({ agency, cases, since }) => [agency, { cases, since: since && isoInstant(since) }]),
    );
  }

  async function latestHolds() {
    const rows = await db
      .selectDistinctOn([agencyHolds.agency])
      .from(agencyHolds)
      .orderBy(agencyHolds.agency, desc(agencyHolds.id));
    return new Map<string, (typeof rows)[number]>(rows.map((row) => [row.agency, row]));
  }

  return {
    /** In the order of the names; one that was never asked has no line yet. */
    async listAgencies(names: readonly AgencyName[]) {
      const [lines, hours, waiting, holds] = await Promise.all([
        db.select().from(agencyLines),
        lastHours(),
        waits(),
        latestHolds(),
      ]);
      return names.map((agency) => ({
        agency,
        line: lines.find((line) => line.agency === agency),
        lastHour: hours.get(agency) ?? noTraffic,
        waiting: waiting.get(agency) ?? nobody,
        hold: holds.get(agency),
      }));
    },
  };
}
