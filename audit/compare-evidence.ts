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
}

interface Named {
  seq: number;
  what: string;
  id: string;
  sha256: string;
}

export function compareEvidence(events: readonly CaseEvent[], { persons, documents, texts }: Kept): Part {
  const hashes = new Map<string, string>([
    ...persons.map(({ personId, identity }) => [personId, hashOfJson(identity)] as const),
    ...documents.map(({ documentId, bytes }) => [documentId, sha256Hex(bytes)] as const),
    ...texts.map(({ textId, body }) => [textId, sha256Hex(body)] as const),
  ]);
  const named = [...personsIn(events), ...documentsIn(events), ...events.flatMap(textsIn)];
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
  return ofType(events, 'form-submitted').flatMap(({ seq, data }) =>
    data.documents.map(({ documentId: id, sha256 }) => ({ seq, what: 'document', id, sha256 })),
  );
}

function textsIn({ seq, data }: CaseEvent): Named[] {
  const refs = Object.values(data).filter(
    (value): value is TextRef => value !== null && typeof value === 'object' && 'textId' in value,
  );
  return refs.map(({ textId: id, sha256 }) => ({ seq, what: 'text', id, sha256 }));
}
