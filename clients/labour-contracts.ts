/** Our line to the system of labour contracts, which answers in its reply with those of a person. */
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { toOwnQuestion } from './own-question';
import { LabourContractsAnswer } from '../domain/permit-answers';
import type { ContractQuestion } from '../domain/permit-questions';

const agency = 'labour-contracts';

export function createLabourContractsClient(line: AgencyLine) {
  const ask = createAsk(agency, line, { expected: 200, schema: LabourContractsAnswer });
  return {
    /** Without a BIN it tells every contract of the person. Idempotent by requestId; throws AgencyTrouble. */
    async ask(request: AgencyRequest & { question: ContractQuestion }) {
      return { kind: 'answered' as const, answer: toOwnQuestion(agency, request, await ask(request)) };
    },
  };
}
