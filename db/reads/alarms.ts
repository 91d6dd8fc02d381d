/** The alarms as an operator sees them, the newest first. */
import { and, desc, eq, getTableColumns, lt, type SQL } from 'drizzle-orm';
import type { AlarmsShown } from '../../domain/alarms';
import type { Database } from '../connect';
import { alarmClearings, operatorAlarms } from '../schema';

export interface AlarmQuery {
  show: AlarmsShown;
  /** The number of the last one of the page before. */
  after: number | null;
  limit: number;
}

const shown = {
  open: eq(operatorAlarms.cleared, false),
  cleared: eq(operatorAlarms.cleared, true),
  all: undefined,
} as const satisfies Record<AlarmsShown, SQL | undefined>;

export function createAlarmReads(db: Database) {
  return {
    /** `clearing` is null while an alarm is open. */
    async listAlarms({ show, after, limit }: AlarmQuery) {
      return db
        .select({ ...getTableColumns(operatorAlarms), clearing: alarmClearings })
        .from(operatorAlarms)
        .leftJoin(alarmClearings, eq(alarmClearings.alarmId, operatorAlarms.id))
        .where(and(shown[show], after === null ? undefined : lt(operatorAlarms.id, after)))
        .orderBy(desc(operatorAlarms.id))
        .limit(limit);
    },

    async hasAlarm(alarm: number): Promise<boolean> {
      const row = await db.query.operatorAlarms.findFirst({
        columns: { id: true },
        where: eq(operatorAlarms.id, alarm),
      });
      return row !== undefined;
    },
  };
}
