/** Our line to the register of kinship and marriage, which answers in its reply. */
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { toOwnQuestion } from './own-question';
import { KinshipRegisterAnswer } from '../domain/permit-answers';
import type { KinshipQuestion } from '../domain/permit-questions';

const agency = 'kinship-register';

export function createKinshipRegisterClient(line: AgencyLine) {
  const ask = createAsk(agency, line, { expected: 200, schema: KinshipRegisterAnswer });
  return {
    /** It tells what the person is to the sponsor. Idempotent by requestId; throws AgencyTrouble. */
    async ask(request: AgencyRequest & { question: KinshipQuestion }) {
      return { kind: 'answered' as const, answer: toOwnQuestion(agency, request, await ask(request)) };
    },
  };
}
