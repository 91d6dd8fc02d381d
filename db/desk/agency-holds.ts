/** Leaving an agency alone, and asking it again: who ordered it, when, and why. */
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/actor';
import type { AgencyName } from '../../domain/agencies';
import type { HoldAct } from '../../domain/agency-lines';
import type { Tx } from '../connect';
import { agencyHolds, agencyLines } from '../schema';

export interface HoldOrder {
  agency: AgencyName;
  act: HoldAct;
  actor: Actor;
  /** In the operator's own words. */
  reason: string;
}

/** The instant of the order (ISO 8601, UTC); undefined, and nothing is kept, when the agency is so already. */
export async function orderHoldInTx(
  tx: Tx,
  { agency, act, actor, reason }: HoldOrder,
): Promise<string | undefined> {
  const held = act === 'held';
  const at = sql`clock_timestamp()`;
  await tx.insert(agencyLines).values({ agency, tokens: 0, filledAt: at }).onConflictDoNothing();
  const changed = await tx
    .update(agencyLines)
    .set({ held })
    .where(and(eq(agencyLines.agency, agency), eq(agencyLines.held, !held)))
    .returning({ agency: agencyLines.agency });
  if (changed.length === 0) return undefined;
  const row = { agency, act, byId: actor.id, byRole: actor.role, reason };
  const [kept] = await tx.insert(agencyHolds).values(row).returning({ at: agencyHolds.at });
  return kept && new Date(kept.at).toISOString();
}
