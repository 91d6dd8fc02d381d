/** Whether the person, the papers and the texts that the record names are still those that were kept. */
import type { AuditReads } from '../db/reads/audit';
import { hashOfJson, sha256Hex } from '../db/hash';
import type { CaseEvent, TextRef } from '../domain/events';
import { ofType } from './recorded-events';
import { diverged, notComparable, partOf, type Finding, type Part } from './verdict';

interface Kept {
  persons: Awaited<ReturnType<AuditReads['listPersons']>>;
  documents: Awaited<ReturnType<AuditReads['listDocuments']>>;
  texts: Awaited<ReturnType<AuditReads['listTexts']>>;
  certificates: Awaited<ReturnType<AuditReads['listCertificates']>>;
}

interface Named {
  seq: number;
  what: string;
  id: string;
  sha256: string;
}

export function compareEvidence(
  events: readonly CaseEvent[],
  { persons, documents, texts, certificates }: Kept,
): Part {
  const hashes = new Map<string, string>([
    ...persons.map(({ personId, identity }) => [personId, hashOfJson(identity)] as const),
    ...documents.map(({ documentId, bytes }) => [documentId, sha256Hex(bytes)] as const),
    ...certificates.map(
      ({ certificateId, number, level, issuedOn }) =>
        [certificateId, hashOfJson({ number, level, issuedOn })] as const,
    ),
    ...texts.map(({ textId, body }) => [textId, sha256Hex(body)] as const),
  ]);
  const named = [
    ...personsIn(events),
    ...documentsIn(events),
    ...certificatesIn(events),
    ...events.flatMap(textsIn),
  ];
  const findings = named.flatMap(({ seq, what, id, sha256: recorded }): Finding[] => {
    const expected = hashes.get(id);
    if (expected === recorded) return [];
    if (expected === undefined)
      return [notComparable(`The ${what} ${id} that event ${seq} names is not kept.`, { seq })];
    const words = `The ${what} ${id} is not the one that event ${seq} names: its SHA-256 is another one.`;
    return [diverged(words, { seq, recorded, expected })];
  });
  return partOf('evidence', `${named.length} persons, documents and texts by their hashes`, findings);
}

function personsIn(events: readonly CaseEvent[]): Named[] {
  return ofType(events, 'application-opened').map(({ seq, data: { personId: id, personSha256: sha256 } }) => {
    return { seq, what: 'person', id, sha256 };
  });
}

function documentsIn(events: readonly CaseEvent[]): Named[] {
  return [...ofType(events, 'form-submitted'), ...ofType(events, 'documents-provided')].flatMap(
    ({ seq, data }) =>
      data.documents.map(({ documentId: id, sha256 }) => ({ seq, what: 'document', id, sha256 })),
  );
}

function certificatesIn(events: readonly CaseEvent[]): Named[] {
  return ofType(events, 'certificate-presented').map(({ seq, data: { certificateId: id, sha256 } }) => {
    return { seq, what: 'certificate', id, sha256 };
  });
}

function textsIn({ seq, data }: CaseEvent): Named[] {
  return refsIn(data).map(({ textId: id, sha256 }) => ({ seq, what: 'text', id, sha256 }));
}

/** Also within lists, as the remark on each question of an interview. */
function refsIn(value: unknown): TextRef[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'textId' in value ? [value as TextRef] : Object.values(value).flatMap(refsIn);
}
