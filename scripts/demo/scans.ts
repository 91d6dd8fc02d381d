/** Scans of every document that a form asks for: the smallest things that are a PDF and a PNG. */
import type { DocumentKind } from '../../domain/events';
import type { ApplicationForm } from '../../domain/form';
import { lawDate } from '../../domain/law-day';
import type { PersonIdentity } from '../../domain/person';
import { documentRowOf, requiredDocuments } from '../../policy/documents';
import { findPolicyOn } from '../../policy/policies';

export interface Scan {
  kind: DocumentKind;
  mediaType: 'application/pdf' | 'image/png';
  bytes: Uint8Array;
}

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF\n');
/** One white point. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

/** A paper of a permit: none of them is a picture. */
export function scanOf(kind: DocumentKind): Scan {
  return { kind, mediaType: 'application/pdf', bytes: pdf };
}

/** What this person must hand in with this form today; `person` may be a stranger. */
export function scansFor(form: ApplicationForm, person?: PersonIdentity): Scan[] {
  const filedOn = lawDate(new Date().toISOString());
  const table = findPolicyOn('permanent-residence', filedOn)?.documents.value.table ?? '';
  return requiredDocuments({ form, person, filedOn }, table).map((kind) =>
    documentRowOf(kind, table).picture
      ? { kind, mediaType: 'image/png', bytes: png }
      : { kind, mediaType: 'application/pdf', bytes: pdf },
  );
}
