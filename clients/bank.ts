/** Our line to the bank, which takes a request now and confirms certificate and money by callback. */
import { Acceptance } from './acceptance';
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import type { BankSubject } from '../domain/agency-questions';

export function createBankClient(line: AgencyLine, callbackUrl: string) {
  const ask = createAsk('bank', line, { expected: 202, schema: Acceptance });
  return {
    /**
     * `subject` names the certificate that was presented and the amount that must be there, in whole tenge. Idempotent
     * by requestId; throws AgencyTrouble. The answer is a BankAnswer to the callback.
     */
    async ask({ requestId, person, subject }: AgencyRequest & { subject?: BankSubject }) {
      const { reference } = await ask({ requestId, person, ...(subject && { subject }), callbackUrl });
      return { kind: 'accepted' as const, reference };
    },
  };
}
