/** An operator's word that an alarm is seen to: whose it was, when, and why. */
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/actor';
import type { Tx } from '../connect';
import { alarmClearings, operatorAlarms } from '../schema';

export interface ClearOrder {
  alarm: number;
  actor: Actor;
  /** In the operator's own words. */
  reason: string;
}

/** The instant of the word (ISO 8601, UTC); undefined, and nothing is kept, where no open alarm has that number. */
export async function clearAlarmInTx(
  tx: Tx,
  { alarm, actor, reason }: ClearOrder,
): Promise<string | undefined> {
  const changed = await tx
    .update(operatorAlarms)
    .set({ cleared: true })
    .where(and(eq(operatorAlarms.id, alarm), eq(operatorAlarms.cleared, false)))
    .returning({ id: operatorAlarms.id });
  if (changed.length === 0) return undefined;
  const row = { alarmId: alarm, byId: actor.id, byRole: actor.role, reason };
  const [kept] = await tx.insert(alarmClearings).values(row).returning({ at: alarmClearings.at });
  return kept && new Date(kept.at).toISOString();
}
