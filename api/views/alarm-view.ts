/** One alarm on an operator's list. */
import type { Reads } from '../../db/reads/reads';
import { isoInstant } from '../../db/reads/cases';

type Row = Awaited<ReturnType<Reads['listAlarms']>>[number];

export function viewAlarm({ id, code, caseId, detail, raisedAt, times, lastAt, clearing }: Row) {
  return {
    alarm: id,
    code,
    caseId,
    detail,
    since: isoInstant(raisedAt),
    times,
    lastAt: isoInstant(lastAt),
    cleared: clearing && { by: clearing.byId, at: isoInstant(clearing.at), reason: clearing.reason },
  };
}
