/** What somebody of the office can do with a case now, in whichever of his roles. */
import type { CaseFile } from '../../domain/case-file';
import type { Role } from '../../domain/roles';
import { verbs, type Verb } from '../../domain/verbs';
import { movesOf } from '../../policy/moves';
import { whoTookPart } from '../../policy/taking-part';

export interface Reader {
  id: string;
  roles: readonly Role[];
}

const byAnother: readonly Verb[] = ['approveDecision', 'returnDecision'];

/** In the order of the verbs; nobody is offered what only another than he may do. */
export function readerMovesOf(file: CaseFile, { id, roles }: Reader): Verb[] {
  const open = new Set<Verb>(roles.flatMap((role) => movesOf(file, { id, role })));
  if (file.proposal?.proposedBy === id) for (const verb of byAnother) open.delete(verb);
  if (whoTookPart(file).includes(id)) open.delete('decideComplaint');
  const { panel = [], recused = [] } = file.interview ?? {};
  if (!panel.includes(id) || recused.includes(id)) open.delete('recuseFromInterview');
  return verbs.filter((verb) => open.has(verb));
}
