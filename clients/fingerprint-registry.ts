/** Our line to the fingerprint registry, which answers in its reply but takes its time over it. */
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { FingerprintRegistryAnswer } from '../domain/agency-answers';

export function createFingerprintRegistryClient(line: AgencyLine) {
  const ask = createAsk('fingerprint-registry', line, { expected: 200, schema: FingerprintRegistryAnswer });
  return {
    /** Idempotent by requestId; throws AgencyTrouble. */
    async ask({ requestId, person }: AgencyRequest) {
      return { kind: 'answered' as const, answer: await ask({ requestId, person }) };
    },
  };
}
