/** The outages of ours that may bear on an act at the desk, as they bear on one that is delivered. */
import type { Outage } from '../../domain/clock';
import type { Tx } from '../connect';
import { createHeartbeat } from '../heartbeat';

/** `now` and the outages are instants of a case that lives `offsetMs` ahead of the wall clock. */
export function listKnownOutagesInTx(tx: Tx, now: string, offsetMs: number): Promise<Outage[]> {
  return createHeartbeat(tx).listKnownOutages(now, offsetMs);
}
