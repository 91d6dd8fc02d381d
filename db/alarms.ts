/** Calls a person who runs the service: by a row that he finds in his list, and by a line of the log. */
import { sql } from 'drizzle-orm';
import type { Alarm } from '../domain/alarms';
import type { Database } from './connect';

interface Log {
  error: (details: { alarm: string; caseId: string | null }, line: string) => void;
}

export function createAlarms(db: Database, log: Log) {
  return {
    /**
     * Once for each fault: while its alarm is open the same code, case and detail only count there. Once it is cleared the
     * same fault is an alarm anew.
     */
    async raise({ code, caseId, detail }: Alarm): Promise<void> {
      const { rows } = await db.execute<{ times: number }>(sql`
        INSERT INTO operator_alarms (code, case_id, detail) VALUES (${code}, ${caseId}, ${detail})
        ON CONFLICT (code, coalesce(case_id, ''), md5(detail)) WHERE NOT cleared
        DO UPDATE SET times = operator_alarms.times + 1, last_at = clock_timestamp()
        RETURNING times`);
      if (rows[0]?.times === 1) log.error({ alarm: code, caseId }, 'an operator should look');
    },
  };
}
export type Alarms = ReturnType<typeof createAlarms>;
