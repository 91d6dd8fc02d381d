/** What a clear permit of the bench is made of: a worker of the union, his form, two papers. */
import type { Pool } from 'pg';
import { hashOfJson } from '../../db/hash';
import type { ActData } from '../../domain/acts';
import type { EventData } from '../../domain/events';
import type { PermitForm } from '../../domain/permit-form';
import { keepPerson, openingData, person } from './synthetic-case';

/** Somebody else than the one who asks for permanent residence: an open application of his would be found. */
const identity = { ...person, passportNumber: 'BENCH0002' };
const personId = 'worker-of-the-bench';

export const permitOpening: EventData['application-opened'] = {
  ...openingData,
  personId,
  personSha256: hashOfJson(identity),
  kind: 'temporary-permit',
  permit: { filing: 'issue', purpose: 'eaeu-work', employerId: null },
  policyVersion: 'permit-2026-04-13',
};

const form: PermitForm = {
  passport: { issuedBy: 'KGZ', issuedOn: '2021-04-02', validUntil: '2041-04-01' },
  stay: {
    enteredOn: '2026-03-02',
    until: '2036-05-20',
    addressCode: '0202100123456789',
    settlement: 'Semey',
    street: 'Abai 4',
    ownsHousing: true,
  },
  family: { members: [] },
  employment: {
    bin: '180140000127',
    contractNumber: 'TD-17',
    contractFrom: '2026-05-01',
    contractUntil: '2039-04-30',
  },
};
const sha256 = hashOfJson(form);

export const permitFiled: ActData['submitForm'] = {
  version: 1,
  sha256,
  documents: (['passport', 'employment-contract'] as const).map((kind) => ({
    documentId: `document-${kind}`,
    kind,
    sha256: hashOfJson(kind),
  })),
  permit: { uses: [], window: { rule: 'first-filing', lastDay: null } },
};
export const papersFound = permitFiled.documents.map(({ documentId }) => ({
  documentId,
  judgement: 'clear' as const,
}));

/** On the record: fetched, filed and complete; proposed; issued. */
export const seqs = { form: 6, complete: 8, proposed: 17, issued: 19 } as const;

export async function keepPermitForms(owner: Pool, caseIds: readonly string[]): Promise<void> {
  await keepPerson(owner, { id: personId, caseId: caseIds[0], identity });
  await owner.query(
    `INSERT INTO form_versions (case_id, version, content, sha256) SELECT unnest($1::text[]), 1, $2, $3`,
    [caseIds, form, sha256],
  );
}
