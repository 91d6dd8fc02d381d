/** Whether an act that never enters the workflow may be done now: the workflow's own table, asked at the edge. */
import type { CaseRow } from '../db/reads/cases';
import type { Actor } from '../domain/actor';
import type { DesktopVerb } from '../domain/verbs';
import { asOf } from '../policy/deadlines';
import { whyNotNow } from '../policy/moves';
import { caseInstant } from './case-time';
import { Problem } from './problems';

/** Throws the problem; deadlines that passed meanwhile count although nobody has recorded them yet. */
export function refuseAtDesk(verb: DesktopVerb, row: CaseRow, actor: Actor): void {
  const code = whyNotNow(verb, asOf(row.file, caseInstant(row)), actor);
  if (code !== undefined) throw new Problem(code);
}
