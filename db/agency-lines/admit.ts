/** Whether a question may leave now: kept, looked at, counted and written down in one transaction. */
import { sql, type SQL } from 'drizzle-orm';
import type { AgencyName } from '../../domain/agencies';
import type { LineRefusal } from '../../domain/agency-lines';
import type { Database, Tx } from '../connect';
import { agencyLines } from '../schema';

export interface Question {
  requestId: string;
  caseId: string;
  agency: AgencyName;
}

/** So many questions a second over all workers, so many at once after a pause. */
export interface Ceiling {
  perSecond: number;
  burst: number;
}

/** `waitMs`: until the turn of whoever was refused, in milliseconds; no two are given the same turn. */
export type Admission =
  { kind: 'admitted'; tryId: number } | { kind: 'refused'; why: LineRefusal; waitMs: number };

/** So long a probe may be under way before another may leave: longer than any reply is waited for. */
const probeLease = '30 seconds';
/** When those who wait look again whether an agency is still held. */
const holdLook = '1 minute';

type Word = LineRefusal | 'go';

export function createAdmission(db: Database, now: () => SQL) {
  /** Keeps the question whatever the verdict is; an admitted one has left when this returns. */
  return async function admit(question: Question, ceiling: Ceiling): Promise<Admission> {
    const { word, tryId, waitMs } = await db.transaction(async (tx) => {
      await lockLine(tx, question.agency, { ceiling, at: now() });
      const { rows } = await tx.execute<{ word: Word; tryId: string | null; waitMs: number }>(
        statement(question, ceiling, now()),
      );
      const [row] = rows;
      if (row === undefined) throw new Error(`no line to ${question.agency}`);
      return row;
    });
    return word === 'go'
      ? { kind: 'admitted', tryId: Number(tryId) }
      : { kind: 'refused', why: word, waitMs: Math.max(1, waitMs) };
  };
}

/**
 * Until the end of the transaction. A statement of its own: one that locks and reads at once may read the row as it was before
 * whoever held it.
 */
async function lockLine(tx: Tx, agency: AgencyName, first: { ceiling: Ceiling; at: SQL }): Promise<void> {
  const lock = sql`SELECT FROM agency_lines WHERE agency = ${agency} FOR UPDATE`;
  if ((await tx.execute(lock)).rowCount === 1) return;
  const { burst: tokens } = first.ceiling;
  await tx
    .insert(agencyLines)
    .values({ agency, tokens, filledAt: first.at, since: first.at })
    .onConflictDoNothing();
  await tx.execute(lock);
}

/** Of a line that is locked: what is computed from it stands until the statement is over. */
function statement({ requestId, caseId, agency }: Question, { perSecond, burst }: Ceiling, at: SQL): SQL {
  return sql`
    WITH moment AS (SELECT ${at} AS at),
    asked AS (
      INSERT INTO agency_requests (request_id, case_id, agency) VALUES (${requestId}, ${caseId}, ${agency})
      ON CONFLICT DO NOTHING),
    line AS (
      SELECT l.*, greatest(m.at, l.filled_at) AS at, least(${burst}::float8,
        l.tokens + ${perSecond}::float8 * extract(epoch FROM greatest(m.at, l.filled_at) - l.filled_at)::float8)
        AS filled
      FROM agency_lines l, moment m WHERE l.agency = ${agency}),
    verdict AS (
      SELECT *, CASE
        WHEN held THEN 'held'
        WHEN state = 'down' AND probe_at > at THEN 'down'
        WHEN quiet_until > at THEN 'quiet'
        WHEN filled < 1 THEN 'ceiling'
        ELSE 'go' END AS word
      FROM line),
    given AS (
      SELECT *, interval '1 second' / ${perSecond}::float8 + greatest(turns_until, CASE word
        WHEN 'held' THEN at + ${holdLook}::interval
        WHEN 'quiet' THEN quiet_until
        WHEN 'down' THEN probe_at
        ELSE at END) AS turn
      FROM verdict),
    gone AS (
      INSERT INTO agency_tries (agency, request_id, left_at)
      SELECT agency, ${requestId}, at FROM given WHERE word = 'go' RETURNING id)
    UPDATE agency_lines l SET
      tokens = g.filled - CASE g.word WHEN 'go' THEN 1 ELSE 0 END,
      filled_at = g.at,
      turns_until = CASE g.word WHEN 'go' THEN g.turns_until ELSE g.turn END,
      probe_at = CASE WHEN g.word = 'go' AND g.state = 'down' THEN g.at + ${probeLease}::interval ELSE g.probe_at END
    FROM given g WHERE l.agency = g.agency
    RETURNING g.word AS "word", (SELECT id FROM gone) AS "tryId",
      ceil(extract(epoch FROM g.turn - g.at) * 1000)::int AS "waitMs"`;
}
