/** Drafts of the form: every saving is a version of its own, none is written over. */
import { desc, eq } from 'drizzle-orm';
import type { FormDraft } from '../../domain/form';
import type { PermitDraft } from '../../domain/permit-form';
import type { Tx } from '../connect';
import { hashOfJson } from '../hash';
import { formVersions } from '../schema';

export interface SavedDraft {
  version: number;
  sha256: string;
}

/** Saves the version after `basedOn` (0: the first); undefined when another saving came before. */
export async function saveDraftInTx(
  tx: Tx,
  draft: { caseId: string; basedOn: number; content: FormDraft | PermitDraft },
): Promise<SavedDraft | undefined> {
  const { caseId, basedOn, content } = draft;
  const [newest] = await tx
    .select({ version: formVersions.version })
    .from(formVersions)
    .where(eq(formVersions.caseId, caseId))
    .orderBy(desc(formVersions.version))
    .limit(1);
  if ((newest?.version ?? 0) !== basedOn) return undefined;
  const saved = { version: basedOn + 1, sha256: hashOfJson(content) };
  const rows = await tx
    .insert(formVersions)
    .values({ ...saved, caseId, content })
    .onConflictDoNothing()
    .returning({ version: formVersions.version });
  return rows.length === 1 ? saved : undefined;
}
