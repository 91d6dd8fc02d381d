/** Our line to the registry of identification numbers, which answers in its reply. */
import { AgencyTrouble } from './agency-trouble';
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { IinRegistryAnswer } from '../domain/agency-answers';
import type { FamilyMember } from '../domain/agency-questions';

const agency = 'iin-registry';

export function createIinRegistryClient(line: AgencyLine) {
  const ask = createAsk(agency, line, { expected: 200, schema: IinRegistryAnswer });
  return {
    /**
     * The answer has a status for each member of `family`, in its order; one that leaves somebody out is malformed.
     * Idempotent by requestId; throws AgencyTrouble.
     */
    async ask({ requestId, person, family }: AgencyRequest & { family?: FamilyMember[] }) {
      const answer = await ask({ requestId, person, ...(family && { family }) });
      if ((answer.family?.length ?? 0) !== (family?.length ?? 0)) {
        throw new AgencyTrouble(agency, 'agency-malformed');
      }
      return { kind: 'answered' as const, answer };
    },
  };
}
