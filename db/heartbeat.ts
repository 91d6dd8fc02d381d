/** The register's pulse: while anybody can take acts it beats, and a gap in it is an outage of ours. */
import { sql } from 'drizzle-orm';
import { outagesKnownMs, type Outage } from '../domain/clock';
import type { Database, Tx } from './connect';
import { heartbeat, outages } from './schema';

/** A gap longer than this is written down; what counts as an outage in law is for the policy to say. */
const longestPauseMs = 60_000;

export function createHeartbeat(db: Database | Tx) {
  /**
   * Outages that ended after an instant, and one that still lasts, up to now; instants of a case that lives
   * `offsetMs` ahead of the wall clock.
   */
  async function listOutagesSince(since: string, offsetMs: number): Promise<Outage[]> {
    const { rows } = await db.execute<{ from: string; to: string }>(sql`
      SELECT from_at AS "from", to_at AS "to" FROM ${outages} WHERE to_at > ${moved(since, -offsetMs)}::timestamptz
      UNION ALL
      SELECT beat_at, clock_timestamp() FROM ${heartbeat}
      WHERE clock_timestamp() - beat_at > ${`${longestPauseMs} milliseconds`}::interval
      ORDER BY 1`);
    return rows.map(({ from, to }) => ({ from: moved(from, offsetMs), to: moved(to, offsetMs) }));
  }

  return {
    /** By PostgreSQL's clock, under the row's lock, so that of many processes one finds the gap. */
    async beat(): Promise<void> {
      await db.transaction(async (tx) => {
        const [before] = await tx.select().from(heartbeat).for('update');
        await tx
          .insert(heartbeat)
          .values({ id: 1, beatAt: sql`clock_timestamp()` })
          .onConflictDoUpdate({ target: heartbeat.id, set: { beatAt: sql`clock_timestamp()` } });
        if (before === undefined) return;
        await tx.execute(sql`
          INSERT INTO ${outages} (from_at, to_at)
          SELECT ${before.beatAt}::timestamptz, clock_timestamp()
          WHERE clock_timestamp() - ${before.beatAt}::timestamptz > ${`${longestPauseMs} milliseconds`}::interval`);
      });
    },

    listOutagesSince,

    /** Those that may bear on what somebody can do at an instant of such a case. */
    listKnownOutages(now: string, offsetMs: number): Promise<Outage[]> {
      return listOutagesSince(new Date(Date.parse(now) - outagesKnownMs).toISOString(), offsetMs);
    },
  };
}
export type Heartbeat = ReturnType<typeof createHeartbeat>;

function moved(instant: string, byMs: number): string {
  return new Date(Date.parse(instant) + byMs).toISOString();
}
