/** Which level of Kazakh a case has proved: by the test that was passed, or by the certificate that the centre confirmed. */
import type { CaseEvent, CertifiedLevel, EventBody } from './events';

export const languageProofs = [
  'language-test-result-received',
  'certificate-confirmed',
] as const satisfies readonly CaseEvent['type'][];
export type LanguageProof = Extract<EventBody, { type: (typeof languageProofs)[number] }>;

/** The latest; null where there is none. The events in their order, of which others are passed over. */
export function findProvedLevel(events: readonly EventBody[]): CertifiedLevel | null {
  const proved = events.flatMap((event) => {
    if (event.type === 'certificate-confirmed') return [event.data.level];
    return event.type === 'language-test-result-received' && event.data.passed ? [event.data.level] : [];
  });
  return proved.at(-1) ?? null;
}
