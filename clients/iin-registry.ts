/** Our line to the registry of identification numbers, which answers in its reply. */
import { AgencyTrouble } from './agency-trouble';
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { toOwnQuestion } from './own-question';
import { IinRegistryAnswer } from '../domain/agency-answers';
import type { FamilyMember } from '../domain/agency-questions';
import type { PassportQuestion } from '../domain/permit-questions';

const agency = 'iin-registry';

type Request = AgencyRequest & { family?: FamilyMember[]; question?: PassportQuestion };

export function createIinRegistryClient(line: AgencyLine) {
  const ask = createAsk(agency, line, { expected: 200, schema: IinRegistryAnswer });
  return {
    /**
     * The answer has a status for each member of `family`, in its order; one that leaves somebody out is malformed, and
     * one to another question is no answer to ours. Idempotent by requestId; throws AgencyTrouble.
     */
    async ask({ requestId, person, family, question }: Request) {
      const told = await ask({ requestId, person, ...(family && { family }), ...(question && { question }) });
      const answer = question
        ? toOwnQuestion(agency, { requestId, person, question }, { ...told, question: told.question ?? {} })
        : told;
      if ((answer.family?.length ?? 0) !== (family?.length ?? 0)) {
        throw new AgencyTrouble(agency, 'agency-malformed');
      }
      return { kind: 'answered' as const, answer };
    },
  };
}
