/** One agency on an operator's list. */
import type { Reads } from '../../db/reads/reads';
import { isoInstant } from '../../db/reads/cases';
import type { AgencyRow } from '../schemas/agencies';

type Row = Awaited<ReturnType<Reads['listAgencies']>>[number];

/** What is over is not shown: a probe of a line that is up, a wish whose time has passed by `now` (ISO 8601, UTC). */
export function viewAgency({ agency, line, lastHour, waiting, hold }: Row, now: string): AgencyRow {
  const isHeld = line?.held === true && hold !== undefined;
  const quietUntil = line?.quietUntil ? isoInstant(line.quietUntil) : null;
  return {
    agency,
    state: isHeld ? 'held' : (line?.state ?? 'open'),
    since: isHeld ? isoInstant(hold.at) : line ? isoInstant(line.since) : null,
    lastTrouble: line?.lastTrouble ?? null,
    nextProbeAt: line?.probeAt ? isoInstant(line.probeAt) : null,
    quietUntil: quietUntil !== null && quietUntil > now ? quietUntil : null,
    hold: isHeld ? { by: hold.byId, at: isoInstant(hold.at), reason: hold.reason } : null,
    lastHour,
    waiting,
  };
}
