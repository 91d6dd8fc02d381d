/** What became of a question that left, and what it changes on its line. */
import { sql, type SQL } from 'drizzle-orm';
import type { TroubleWeight } from '../../domain/agency-lines';
import type { Database } from '../connect';

/** When a circuit opens and how long it waits between probes. */
export interface Circuit {
  troublesToOpen: number;
  probeAfterSeconds: number;
  longestProbeSeconds: number;
}

/**
 * How an exchange ended. `code`: `reached`, or the trouble's; `late`: it came late or not in time; `quietMs`: the agency's
 * wish, in milliseconds.
 */
export interface Ended {
  code: string;
  weight: TroubleWeight;
  latencyMs: number;
  late: boolean;
  quietMs?: number | undefined;
}

export function createLineNotes(db: Database, now: () => SQL) {
  /** Ends a try, once, and returns how many tries of its question ended without success, this one included. */
  return async (tryId: number, ended: Ended, circuit: Circuit): Promise<number> => {
    const change = ended.weight === 'not-at-all' ? replied(ended) : troubled(ended, circuit);
    const { rows } = await db.execute<{ fruitless: number }>(sql`
      WITH moment AS (SELECT ${now()} AS at),
      ended AS (
        UPDATE agency_tries t SET ended_at = m.at, code = ${ended.code}, latency_ms = ${Math.round(ended.latencyMs)}
        FROM moment m WHERE t.id = ${tryId} AND t.code IS NULL
        RETURNING t.agency, t.request_id, t.left_at, m.at),
      changed AS (${change} RETURNING 1)
      SELECT count(*)::int AS fruitless FROM agency_tries t, ended e
      WHERE t.request_id = e.request_id AND t.code IS DISTINCT FROM 'reached'`);
    return rows[0]?.fruitless ?? 0;
  };
}

/** It speaks: the circuit closes. A line of which nothing changes is not written. */
function replied({ code, late, quietMs }: Ended): SQL {
  const state = late ? 'slow' : 'open';
  return sql`
    UPDATE agency_lines l SET ${standing(sql`${state}::text`)}, troubles = 0, troubled_request = NULL,
      failed_probes = 0, probe_at = NULL, quiet_until = ${quietUntil(quietMs)},
      last_trouble = ${code === 'reached' ? sql`l.last_trouble` : sql`${code}`}
    FROM ended e WHERE l.agency = e.agency
      AND (l.state <> ${state} OR l.troubles > 0 OR ${code !== 'reached'}::boolean)`;
}

/** Trouble of a question that left before the circuit opened says nothing of the probe. */
function troubled({ code, weight, late, quietMs }: Ended, circuit: Circuit): SQL {
  const { troublesToOpen, probeAfterSeconds, longestProbeSeconds } = circuit;
  const troubles = {
    'each-time': sql`l.troubles + 1`,
    'once-a-question': sql`l.troubles + (l.troubled_request IS DISTINCT FROM e.request_id)::int`,
    'at-once': sql`greatest(l.troubles + 1, ${troublesToOpen}::int)`,
    'not-at-all': sql`l.troubles`,
  }[weight];
  const opens = sql`(l.state = 'down' OR ${troubles} >= ${troublesToOpen}::int)`;
  const failed = sql`CASE WHEN l.state = 'down' THEN l.failed_probes + 1 ELSE 0 END`;
  const wait = sql`least(${longestProbeSeconds}::float8, ${probeAfterSeconds}::float8 * 2 ^ least(20, ${failed}))`;
  return sql`
    UPDATE agency_lines l SET
      ${standing(sql`CASE WHEN ${opens} THEN 'down' WHEN ${late}::boolean THEN 'slow' ELSE l.state END`)},
      troubles = ${troubles}, troubled_request = e.request_id, last_trouble = ${code}, failed_probes = ${failed},
      probe_at = CASE WHEN ${opens} THEN greatest(e.at + ${wait} * interval '1 second', ${quietUntil(quietMs)}) END,
      quiet_until = ${quietUntil(quietMs)}
    FROM ended e WHERE l.agency = e.agency AND NOT (l.state = 'down' AND e.left_at < l.since)`;
}

function standing(state: SQL): SQL {
  return sql`state = ${state}, since = CASE WHEN l.state = ${state} THEN l.since ELSE e.at END`;
}

function quietUntil(quietMs: number | undefined): SQL {
  if (quietMs === undefined) return sql`l.quiet_until`;
  return sql`greatest(l.quiet_until, e.at + ${quietMs}::float8 * interval '1 millisecond')`;
}
