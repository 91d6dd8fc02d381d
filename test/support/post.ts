/** What the owner's tables say of letters: every attempt, every alarm; and a pause of the postman that is over at once. */
import type { House } from './house';

type Attempt = [channel: string, outcome: string, code: string];

export function createPost({ owner, desk }: House) {
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
