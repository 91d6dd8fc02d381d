/** Days that pass for one case on the real server: to a date of the law, or to just before a deadline. */
import { createFastForward } from '../../api/fast-forward';
import { createCaseTime } from '../../db/case-time';
import { connectDatabase } from '../../db/connect';
import { dayNumberOf, lawDayNumber } from '../../domain/law-day';
import type { House } from './house';

const dayMs = 24 * 60 * 60 * 1000;

/** Call `close` in `afterAll`. */
export function createDays({ database, client, namespace, owner }: House) {
  const connection = connectDatabase(database.urlOf('api'), () => undefined);
  const caseTime = createCaseTime(connection.db);
  const closing = new AbortController();
  const fastForward = createFastForward({ client, namespace, caseTime, signal: closing.signal });

  async function now(caseId: string): Promise<string> {
    const { rows } = await owner.query<{ offset: string }>(
      'SELECT offset_ms AS offset FROM case_time WHERE case_id = $1',
      [caseId],
    );
    return new Date(Date.now() + Number(rows[0]?.offset ?? 0)).toISOString();
  }

  return {
    close: async () => {
      closing.abort();
      await connection.close();
    },
    now,

    /** Lets so many days of 24 hours pass for the case. */
    pass: (caseId: string, days: number) => fastForward(caseId, days),

    /** Lets the case live until the same hour of this law's date (YYYY-MM-DD). */
    async passTo(caseId: string, date: string): Promise<void> {
      const days = dayNumberOf(date) - lawDayNumber(await now(caseId));
      if (days < 0) throw new Error(`${date} has passed for ${caseId}`);
      if (days > 0) await fastForward(caseId, days);
    },

    /** Lets the case live until so many milliseconds before an instant; returns how many are left. */
    async passToJustBefore(caseId: string, dueAt: string, marginMs: number): Promise<number> {
      const left = Date.parse(dueAt) - Date.parse(await now(caseId));
      const { to } = await fastForward(caseId, Math.floor(left - marginMs) / dayMs);
      return Date.parse(dueAt) - Date.parse(to);
    },
  };
}
export type Days = ReturnType<typeof createDays>;
