/** Our line to the criminal registry, which takes a request now and answers by callback. */
import { Acceptance } from './acceptance';
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';

export function createCriminalRegistryClient(line: AgencyLine, callbackUrl: string) {
  const ask = createAsk('criminal-registry', line, { expected: 202, schema: Acceptance });
  return {
    /** Idempotent by requestId; throws AgencyTrouble. The answer is a CriminalRegistryAnswer to the callback. */
    async ask({ requestId, person }: AgencyRequest) {
      const { reference } = await ask({ requestId, person, callbackUrl });
      return { kind: 'accepted' as const, reference };
    },
  };
}
