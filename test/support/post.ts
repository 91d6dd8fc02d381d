/** What the owner's tables say of notices and letters, and how to hold the postman up or hurry him. */
import { Client } from 'pg';
import type { House } from './house';

type Attempt = [channel: string, outcome: string, code: string];

export function createPost({ owner, desk, database }: House) {
  async function attemptsOf(caseId: string, seq: number): Promise<Attempt[]> {
    const { rows } = await owner.query<{ channel: string; outcome: string; code: string }>(
      'SELECT channel, outcome, code FROM notice_deliveries WHERE case_id = $1 AND seq = $2 ORDER BY id',
      [caseId, seq],
    );
    return rows.map(({ channel, outcome, code }) => [channel, outcome, code]);
  }

  return {
    /** As soon as there are so many. */
    attempts: (caseId: string, seq: number, count: number): Promise<Attempt[]> =>
      desk.until(
        () => attemptsOf(caseId, seq),
        (made) => made.length >= count,
      ),

    /** Resolves when every letter of the case has left. */
    async nothingWaits(caseId: string): Promise<void> {
      const waiting = () =>
        owner.query(`SELECT seq FROM outgoing_mail WHERE case_id = $1 AND state = 'waiting'`, [caseId]);
      await desk.until(waiting, ({ rowCount }) => rowCount === 0, 40_000);
    },

    /** As if the time between two tries, or the lease of a postman who died, had passed. */
    async pauseIsOver(caseId: string): Promise<void> {
      await owner.query('UPDATE outgoing_mail SET lease_until = clock_timestamp() WHERE case_id = $1', [
        caseId,
      ]);
    },

    /** Nobody can write an attempt down until the returned function is called. */
    async holdRows(): Promise<() => Promise<void>> {
      const holder = new Client({ connectionString: database.ownerUrl });
      holder.on('error', () => undefined);
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query('LOCK TABLE notice_deliveries IN SHARE ROW EXCLUSIVE MODE');
      return () => holder.end();
    },

    /** Resolves when a postman, with a server's yes in his hand, waits to write it down. */
    async someoneWaitsForRows(): Promise<void> {
      const waiting = () =>
        owner.query(`SELECT 1 FROM pg_locks WHERE relation = 'notice_deliveries'::regclass AND NOT granted`);
      await desk.until(waiting, ({ rowCount }) => rowCount !== 0);
    },

    /** The keys of the proofs in the register. */
    async proofs(caseId: string): Promise<string[]> {
      const { rows } = await owner.query<{ key: string }>(
        `SELECT idempotency_key AS key FROM intake WHERE case_id = $1 AND verb = 'receiveDelivery'
         ORDER BY number`,
        [caseId],
      );
      return rows.map(({ key }) => key);
    },

    /** The kinds of all notices of a case, in the order of their events. */
    async noticesOf(caseId: string): Promise<string[]> {
      const { rows } = await owner.query<{ kind: string }>(
        'SELECT kind FROM notices WHERE case_id = $1 ORDER BY seq',
        [caseId],
      );
      return rows.map(({ kind }) => kind);
    },

    async alarms(caseId: string): Promise<string[]> {
      const { rows } = await owner.query<{ code: string; detail: string }>(
        'SELECT code, detail FROM operator_alarms WHERE case_id = $1 ORDER BY id',
        [caseId],
      );
      return rows.map(({ code, detail }) => `${code}: ${detail}`);
    },
  };
}
export type Post = ReturnType<typeof createPost>;
