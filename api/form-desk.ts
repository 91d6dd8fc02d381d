/** The form at the desk: each saving a version of its own, and handing in what lies there when the act is stamped. */
import { saveDraftInTx, type SavedDraft } from '../db/desk/form-drafts';
import type { Tx } from '../db/connect';
import { createCases } from '../db/reads/cases';
import { createEmployerReads } from '../db/reads/employers';
import { createEvidence } from '../db/reads/evidence';
import { createForms } from '../db/reads/forms';
import { createPrefilledReads } from '../db/reads/prefilled';
import type { ActData } from '../domain/acts';
import type { Actor } from '../domain/actor';
import type { FormDraft } from '../domain/form';
import type { PermitDraft } from '../domain/permit-form';
import type { PersonPapers } from '../domain/person';
import type { ActAnswer, Casework } from './casework';
import { refuseAtDeskInTx, refuseAtStageInTx } from './desk-moves';
import type { FormGround } from './form-ground';
import { formRulesFor, groundOf } from './form-rules';
import { Problem } from './problems';

interface DeskAct {
  caseId: string;
  actor: Actor;
  idempotencyKey: string;
}

/** `content` has passed the shape of a draft. Throws Problem version-mismatch when another saving came before. */
export async function saveForm(
  casework: Casework,
  { basedOn, content, ...act }: DeskAct & { basedOn: number; content: FormDraft | PermitDraft },
): Promise<{ number: number; answer: SavedDraft }> {
  const { caseId, actor } = act;
  return casework.atDesk('saveForm', {
    ...act,
    body: { basedOn, content },
    work: async (tx) => {
      await refuseAtDeskInTx(tx, 'saveForm', { caseId, actor });
      const saved = await saveDraftInTx(tx, { caseId, basedOn, content });
      if (saved === undefined) throw new Problem('version-mismatch');
      return saved;
    },
  });
}

/** `papers`: whose account hands it in, as far as its token tells. Throws the problem that names every fault. */
export async function submitForm(
  casework: Casework,
  { version, papers, ...act }: DeskAct & { version: number; papers?: PersonPapers | undefined },
): Promise<ActAnswer> {
  const { caseId, actor } = act;
  const data = async (tx: Tx) => {
    await refuseAtStageInTx(tx, 'submitForm', { caseId, actor });
    return getCompleteInTx(tx, { caseId, version, papers });
  };
  return casework.act('submitForm', { ...act, body: { version }, data });
}

/** What lies there when the act is stamped: every saving stamped before it, and none stamped after. */
async function getCompleteInTx(
  tx: Tx,
  { caseId, version, papers }: { caseId: string; version: number; papers: PersonPapers | undefined },
): Promise<ActData['submitForm']> {
  const forms = createForms(tx);
  const form = await forms.findNewestForm(caseId);
  if (form === undefined) throw new Problem('form-missing');
  if (form.version !== version) throw new Problem('version-mismatch');
  const documents = await forms.listDocuments(caseId);
  const rules = formRulesFor(await getGroundInTx(tx, caseId));
  const faults = rules.submissionFaults(form.content, documents);
  if (faults.length > 0) {
    const onlyDocuments = faults.every(({ pointer }) => pointer.startsWith('/documents/'));
    throw new Problem(onlyDocuments ? 'document-missing' : 'invalid-input', { errors: faults });
  }
  const needed = rules.needed(form.content, documents).map(({ kind }) => kind);
  const refs = documents
    .filter(({ kind }) => needed.includes(kind))
    .map(({ documentId, kind, sha256 }) => ({ documentId, kind, sha256 }));
  return { version, sha256: form.sha256, documents: refs, ...rules.submission(form.content, papers) };
}

/** Not while the record still waits for registers, even in vain: which of their values count is decided only there. */
async function getGroundInTx(tx: Tx, caseId: string): Promise<FormGround> {
  const row = await createCases(tx).findCase(caseId);
  if (row === undefined) throw new Problem('not-found');
  if (row.file.status === 'fetching') throw new Problem('act-out-of-order');
  const { findPerson } = createEvidence(tx);
  const { listPrefilled } = createPrefilledReads(tx);
  const { findEmployer } = createEmployerReads(tx);
  return groundOf({ findPerson, listPrefilled, findEmployer }, row);
}
