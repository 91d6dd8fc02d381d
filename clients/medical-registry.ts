/** Our line to the medical registry, which answers in its reply about the certificate 028/u. */
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { MedicalRegistryAnswer } from '../domain/agency-answers';

export function createMedicalRegistryClient(line: AgencyLine) {
  const ask = createAsk('medical-registry', line, { expected: 200, schema: MedicalRegistryAnswer });
  return {
    /** Idempotent by requestId; throws AgencyTrouble. */
    async ask({ requestId, person }: AgencyRequest) {
      return { kind: 'answered' as const, answer: await ask({ requestId, person }) };
    },
  };
}
