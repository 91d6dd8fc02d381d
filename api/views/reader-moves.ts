/** What somebody of the office can do with a case now, in whichever of his roles. */
import type { Delegation } from '../../db/reads/employers';
import type { CaseFile } from '../../domain/case-file';
import { isOfficer, type Role } from '../../domain/roles';
import { verbs, type Verb } from '../../domain/verbs';
import { movesOf } from '../../policy/moves';
import { whoTookPart } from '../../policy/taking-part';

export interface Reader {
  id: string;
  roles: readonly Role[];
  /** His part in the account that filed; null where he has none, or a person filed. */
  delegation: Delegation | null;
}

const byAnother: readonly Verb[] = ['approveDecision', 'returnDecision'];

/** In the order of the verbs; nobody is offered what only another than he may do. */
export function readerMovesOf(file: CaseFile, { id, roles, delegation }: Reader): Verb[] {
  const fitting = roles.filter((role) => fits(role, delegation));
  const open = new Set<Verb>(fitting.flatMap((role) => movesOf(file, { id, role })));
  if (file.proposal?.proposedBy === id) for (const verb of byAnother) open.delete(verb);
  if (whoTookPart(file).includes(id)) open.delete('decideComplaint');
  const { panel = [], recused = [] } = file.interview ?? {};
  if (!panel.includes(id) || recused.includes(id)) open.delete('recuseFromInterview');
  return verbs.filter((verb) => open.has(verb));
}

/** What is asked where an act is stamped: a delegation that lasts of a delegate, none ever of an officer. */
function fits(role: Role, delegation: Delegation | null): boolean {
  if (role === 'employer') return delegation === 'lasts';
  return delegation === null || !isOfficer(role);
}
