/** What a case of the bench is made of: its person, its form and the words of its acts. */
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Actor } from '../../domain/actor';
import { caseIdFrom } from '../../domain/case-id';
import { hashOfJson } from '../../db/hash';
import { agencyBehind, type DocumentFinding, type EventData } from '../../domain/events';
import type { PersonIdentity } from '../../domain/person';
import { fullForm } from '../demo/forms';
import { scansFor } from '../demo/scans';

export const applicant: Actor = { id: 'p-bench', role: 'applicant' };
export const caseworker: Actor = { id: 's-bench-1', role: 'caseworker' };
export const supervisor: Actor = { id: 's-bench-2', role: 'supervisor' };
export const panel = [caseworker.id, 's-bench-3', 's-bench-4'];

/** A stranger to every agency's cast: clear everywhere. */
export const person = {
  surname: 'Bench',
  givenName: 'Mark',
  bornOn: '1990-01-01',
  citizenship: 'KGZ',
  passportNumber: 'BENCH0001',
};
const personId = 'person-of-the-bench';

/** Scores above the threshold. */
export const strongForm = fullForm;

export const formRef = {
  version: 1,
  sha256: hashOfJson(strongForm),
  documents: scansFor(strongForm, person).map(({ kind }) => ({
    documentId: `document-${kind}`,
    kind,
    sha256: hashOfJson(kind),
  })),
};
/** What a caseworker finds of the documents that no agency vouches for. */
export const documentFindings: DocumentFinding[] = formRef.documents
  .filter(({ kind }) => !agencyBehind[kind])
  .map(({ documentId }) => ({ documentId, judgement: 'clear' }));
export const textRef = { textId: 'text-1', sha256: hashOfJson('text') };
export const openingData: EventData['application-opened'] = {
  region: 'abai',
  applicantId: applicant.id,
  personId,
  personSha256: hashOfJson(person),
  policyVersion: '2026-04-13',
  calendar: 'kz-2026-03',
};
/** On the record, from the opening to the certificate. */
export const eventsOfLife = 20;

export function inventCaseIds(count: number): string[] {
  return Array.from({ length: count }, () => caseIdFrom(randomBytes(11)));
}

/** What the API keeps before a form is submitted: there before anything is timed. */
export async function keepForms(owner: Pool, caseIds: readonly string[]): Promise<void> {
  await keepPerson(owner, { id: personId, caseId: caseIds[0], identity: person });
  await owner.query(
    `INSERT INTO form_versions (case_id, version, content, sha256) SELECT unnest($1::text[]), 1, $2, $3`,
    [caseIds, strongForm, formRef.sha256],
  );
}

/** All cases of one kind are about one person. */
export async function keepPerson(owner: Pool, kept: KeptPerson): Promise<void> {
  const { id, caseId, identity } = kept;
  await owner.query(
    `INSERT INTO persons (person_id, case_id, identity, sha256) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [id, caseId, identity, hashOfJson(identity)],
  );
}

interface KeptPerson {
  id: string;
  /** The first of them. */
  caseId: string | undefined;
  identity: PersonIdentity;
}
