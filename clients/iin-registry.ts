/** Our line to the registry of identification numbers, which answers in its reply. */
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { IinRegistryAnswer } from '../domain/agency-answers';

export function createIinRegistryClient(line: AgencyLine) {
  const ask = createAsk('iin-registry', line, { expected: 200, schema: IinRegistryAnswer });
  return {
    /** Idempotent by requestId; throws AgencyTrouble. */
    async ask({ requestId, person }: AgencyRequest) {
      return { kind: 'answered' as const, answer: await ask({ requestId, person }) };
    },
  };
}
