/** Each decision of a case, those that were set aside too, and where its clocks are certified. */
import { Type } from 'typebox';
import type { EventType } from '../../domain/events';
import { Count, exact, Instant, oneOf } from './fields';

/** What ends a case or a complaint, or counts as an end of it. */
export const decisionEvents = [
  'certificate-issued',
  'permit-issued',
  'application-refused',
  'application-withdrawn',
  'turn-lapsed',
  'deemed-refused',
  'permit-annulled',
  'complaint-decided',
  'certificate-expired',
] as const satisfies readonly EventType[];
export type DecisionEvent = (typeof decisionEvents)[number];

export const CertificateAddress = Type.String({
  description: 'Where the certificate of the clocks as of that decision is read: an address of this service',
});

export const DecisionOfRecord = exact({
  seq: Count,
  event: oneOf(decisionEvents),
  at: Instant,
  clockCertificate: CertificateAddress,
});
