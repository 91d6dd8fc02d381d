/** What can come after a step of a case: a refusal that is heard, decided and complained of; documents asked for. */
import type { DocumentRef, EventBody } from '../../../domain/events';
import { hash, textRef } from './cases';

const reasons = [{ ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'form' }];

export const passport: DocumentRef = {
  documentId: '11111111-1111-4111-8111-111111111111',
  kind: 'passport',
  sha256: hash,
};

export const refusalNotified: EventBody[] = [
  {
    type: 'decision-proposed',
    data: { outcome: 'refuse', reasons, text: textRef('text-notice'), hearing: true },
  },
];

export const refused: EventBody[] = [
  ...refusalNotified,
  { type: 'objection-received', data: { kind: 'waiver', text: null } },
  { type: 'hearing-closed', data: { by: 'waiver' } },
  { type: 'decision-approved', data: { outcome: 'refuse', reasons } },
  { type: 'application-refused', data: { by: 'decision', reasons } },
];

export const complained: EventBody[] = [
  ...refused,
  { type: 'complaint-filed', data: { against: 'refusal', text: textRef('text-complaint') } },
];

export const forwarded: EventBody[] = [...complained, { type: 'complaint-forwarded', data: {} }];

export const granted: EventBody[] = [
  { type: 'decision-approved', data: { outcome: 'grant', reasons: [] } },
  {
    type: 'certificate-issued',
    data: { number: 'KZ-PR-2026-000001', validFrom: '2026-06-02', validUntil: '2027-06-02' },
  },
];

export const annulled: EventBody[] = [
  ...granted,
  {
    type: 'decision-proposed',
    data: { outcome: 'annul', reasons, text: textRef('text-notice'), hearing: true },
  },
  { type: 'hearing-closed', data: { by: 'time' } },
  { type: 'decision-approved', data: { outcome: 'annul', reasons } },
  { type: 'permit-annulled', data: { reasons } },
];

export const expired: EventBody[] = [
  ...granted,
  { type: 'certificate-expired', data: { validUntil: '2027-06-02' } },
];

export const documentsRequested: EventBody[] = [
  {
    type: 'documents-judged',
    data: {
      findings: [{ documentId: passport.documentId, judgement: 'adverse' }],
      reason: textRef('text-judged'),
    },
  },
  { type: 'documents-requested', data: { kinds: ['passport'], reason: textRef('text-request') } },
];
