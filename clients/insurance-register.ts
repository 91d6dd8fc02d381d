/** Our line to the register of insurance, which answers in its reply with a person's policies. */
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { toOwnQuestion } from './own-question';
import { InsuranceRegisterAnswer } from '../domain/permit-answers';
import type { InsuranceQuestion } from '../domain/permit-questions';

const agency = 'insurance-register';

export function createInsuranceRegisterClient(line: AgencyLine) {
  const ask = createAsk(agency, line, { expected: 200, schema: InsuranceRegisterAnswer });
  return {
    /** It tells every policy of the person. Idempotent by requestId; throws AgencyTrouble. */
    async ask(request: AgencyRequest & { question: InsuranceQuestion }) {
      return { kind: 'answered' as const, answer: toOwnQuestion(agency, request, await ask(request)) };
    },
  };
}
