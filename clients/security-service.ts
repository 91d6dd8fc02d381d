/** Our line to the security service, which takes a request now and answers by callback, slowly. */
import { Acceptance } from './acceptance';
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';

export function createSecurityServiceClient(line: AgencyLine, callbackUrl: string) {
  const ask = createAsk('security-service', line, { expected: 202, schema: Acceptance });
  return {
    /** Idempotent by requestId; throws AgencyTrouble. The answer is a SecurityServiceAnswer to the callback. */
    async ask({ requestId, person }: AgencyRequest) {
      const { reference } = await ask({ requestId, person, callbackUrl });
      return { kind: 'accepted' as const, reference };
    },
  };
}
