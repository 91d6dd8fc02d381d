/** Our line to the register of temporary permits, which answers in its reply with a person's own and an employer's count. */
import { AgencyTrouble } from './agency-trouble';
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { toOwnQuestion } from './own-question';
import { PermitRegisterAnswer } from '../domain/permit-answers';
import type { PermitQuestion } from '../domain/permit-questions';

const agency = 'permit-register';

export function createPermitRegisterClient(line: AgencyLine) {
  const ask = createAsk(agency, line, { expected: 200, schema: PermitRegisterAnswer });
  return {
    /**
     * An answer that leaves out the employer it was asked about, or tells of one unasked, is malformed. Idempotent by
     * requestId; throws AgencyTrouble.
     */
    async ask(request: AgencyRequest & { question: PermitQuestion }) {
      const answer = toOwnQuestion(agency, request, await ask(request));
      if ((request.question.bin === undefined) !== (answer.employer === null)) {
        throw new AgencyTrouble(agency, 'agency-malformed');
      }
      return { kind: 'answered' as const, answer };
    },
  };
}
