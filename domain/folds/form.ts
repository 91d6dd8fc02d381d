/** What the form, its score and its documents change in a case file. */
import { permanentChecks, type Check } from '../agencies';
import type { CaseFile, CheckFile, Checks, DocumentFile } from '../case-file';
import type { DocumentKind, DocumentRef } from '../evidence';
import type { FormEvents } from '../events/form';
import type { Folds } from './fold';
import { rechecked } from './verification';

export const formFolds: Folds<keyof FormEvents> = {
  'form-submitted': (file, { data: { version, sha256, documents, permit }, effectiveAt }) => ({
    status: file.kind === 'temporary-permit' ? 'checking-completeness' : 'scoring',
    permit: file.permit && { ...file.permit, ...permit },
    form: { version, sha256, submittedAt: effectiveAt },
    documents: withDocuments(file, documents),
  }),
  'application-scored': (file, { data, effectiveAt }) => ({
    score: data,
    ...(data.passed && {
      status: 'verification' as const,
      checks: openChecks(file.checks, permanentChecks, effectiveAt),
    }),
  }),
  'documents-judged': (file, { data: { findings }, actor }) => ({
    documents: file.documents.map((document) => {
      const found = findings.find(({ documentId }) => documentId === document.documentId);
      return found === undefined ? document : { ...document, judgement: found.judgement, judgedBy: actor.id };
    }),
  }),
  'documents-requested': (file, { data }) => ({
    status: 'awaiting-documents',
    documentsRequested: data.kinds,
    documentsMissing: without(file.documentsMissing, data.kinds),
    proposal: null,
  }),
  'documents-provided': (file, { data, effectiveAt }) => ({
    status: 'verification',
    checks: (data.rechecks ?? []).reduce((now, each) => rechecked(now, each, effectiveAt), file.checks),
    documents: withDocuments(file, data.documents),
    documentsRequested: [],
    documentsMissing: without(
      file.documentsMissing,
      data.documents.map(({ kind }) => kind),
    ),
  }),
  'turn-lapsed': ({ documentsMissing, documentsRequested }, { data }) =>
    data.turn === 'documents'
      ? {
          status: 'verification',
          documentsMissing: [...without(documentsMissing, documentsRequested), ...documentsRequested],
          documentsRequested: [],
        }
      : { status: 'lapsed' },
};

function without(kinds: readonly DocumentKind[], gone: readonly DocumentKind[]): DocumentKind[] {
  return kinds.filter((kind) => !gone.includes(kind));
}

/** A document takes the place of earlier ones of its kind. */
function withDocuments(file: CaseFile, handed: readonly DocumentRef[]): DocumentFile[] {
  const kept = file.documents.filter(({ kind }) => !handed.some((document) => document.kind === kind));
  return [...kept, ...handed.map((document) => ({ ...document, judgement: null, judgedBy: null }))];
}

/** Every agency is asked anew; questions go on being counted where they were asked before. */
export function openChecks(before: CaseFile['checks'], owed: readonly Check[], at: string): Checks {
  const open = (check: Check): CheckFile => ({
    asks: (before?.[check]?.asks ?? 0) + 1,
    openedAt: at,
    lastAskedAt: at,
    result: null,
    codes: [],
    answer: null,
    answeredAt: null,
    judgement: null,
    judgedBy: null,
  });
  return Object.fromEntries(owed.map((check) => [check, open(check)]));
}
