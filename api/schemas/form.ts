/** The form as it is filled in, and the documents that lie with it. */
import { Type } from 'typebox';
import { documentKinds } from '../../domain/events';
import { FormDraft } from '../../domain/form';
import { stateSources, useRules } from '../../domain/permit';
import { PermitDraft } from '../../domain/permit-form';
import { documentCheckers } from '../../policy/documents';
import { documentMediaTypes } from '../media-type';
import { ActHeaders } from './act';
import { CaseId, CaseParams, exact, Instant, nullable, oneOf, Sha256 } from './fields';

const FormVersion = Type.Integer({ minimum: 0, description: '0 while nothing is saved' });

export const KeptDocument = exact({
  documentId: Type.String(),
  kind: oneOf(documentKinds),
  mediaType: Type.String(),
  size: Type.Integer({ description: 'bytes' }),
  sha256: Sha256,
  uploadedAt: Instant,
});

export const NeededDocument = exact(
  {
    kind: oneOf(documentKinds),
    checkedBy: oneOf(documentCheckers),
    source: Type.String({ description: 'Where the rule was read' }),
    confidence: Type.String(),
    uploaded: Type.Boolean(),
  },
  'A document without which the form, as it is filled in so far, cannot be handed in',
);

export const KnownDocument = exact(
  {
    kind: oneOf(documentKinds),
    by: oneOf(stateSources, 'The register that knows it'),
    source: Type.String({ description: 'Where it was read that it is not asked for then' }),
    confidence: Type.String(),
  },
  'A document that would be owed if no register of the state knew what it shows',
);

/** The draft of whichever form the kind of the case has. */
export const AnyDraft = Type.Union([FormDraft, PermitDraft]);

const Pointer = Type.String({ description: 'JSON pointer into the form' });
const fetched = {
  value: Type.Unsafe<string | boolean>({ type: ['string', 'boolean'] }),
  source: oneOf(stateSources),
  receivedAt: Instant,
};

const PrefilledValue = exact(
  {
    pointer: Pointer,
    ...fetched,
    value: Type.Unsafe<string | boolean | null>({
      type: ['string', 'boolean', 'null'],
      description:
        'null where it is about somebody else than the holder of the token: it is used, and the office reads it',
    }),
  },
  'What a register of the state knows of a field; what the person writes stands beside it',
);

/** A field of a form that was handed in, as the office reads it. */
export const FormValue = exact(
  {
    pointer: Pointer,
    fetched: nullable(exact(fetched), 'What a register of the state said; null where none knew it'),
    typed: Type.Unsafe<string | boolean | null>({
      type: ['string', 'boolean', 'null'],
      description: 'What the person wrote; null where nothing is written',
    }),
    used: nullable(
      oneOf(['fetched', 'corrected', 'entered'] as const),
      'Which of them every check and the decision rests on: what was fetched, or what is typed; null: neither',
    ),
    rule: nullable(
      oneOf(useRules),
      'Why; null for what is no field of the form, such as that the fingerprints are known',
    ),
  },
  'What a register says of a field and what the person wrote, beside each other',
);

export const Form = exact({
  caseId: CaseId,
  version: FormVersion,
  content: AnyDraft,
  savedAt: nullable(Instant),
  prefilled: Type.Array(PrefilledValue),
  documents: Type.Array(KeptDocument),
  needed: Type.Array(NeededDocument),
  known: Type.Array(KnownDocument, {
    description: 'What need not be handed in; empty for a form that no register fills in',
  }),
});

/** If-Match names the version that the change was made on: `"0"` for the first saving. */
export const SaveHeaders = Type.Object({
  ...ActHeaders.properties,
  'if-match': Type.String({ pattern: '^"[0-9]{1,9}"$', description: 'The version changed, as in ETag' }),
});

export const SavedForm = exact({
  number: Type.Integer(),
  caseId: CaseId,
  version: FormVersion,
  sha256: Sha256,
});

export const Submission = exact({ version: Type.Integer({ minimum: 1 }) });

/** Bytes of a document, for a body or an answer of any of our media types. */
export const documentContent = Object.fromEntries(
  documentMediaTypes.map((type) => [
    type,
    { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
  ]),
);

export const DocumentParams = Type.Object({
  ...CaseParams.properties,
  documentId: Type.String({ format: 'uuid' }),
});

export const UploadQuery = exact({ kind: oneOf(documentKinds) });

export const UploadedDocument = exact({
  number: Type.Integer(),
  caseId: CaseId,
  documentId: Type.String(),
  kind: oneOf(documentKinds),
  mediaType: Type.String({ description: 'Known from the content, whatever the header said' }),
  size: Type.Integer({ description: 'bytes' }),
  sha256: Sha256,
});
