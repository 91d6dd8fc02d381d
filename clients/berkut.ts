/** Our line to Berkut, the register of border crossings, which answers in its reply. */
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { BerkutAnswer } from '../domain/agency-answers';

export function createBerkutClient(line: AgencyLine) {
  const ask = createAsk('berkut', line, { expected: 200, schema: BerkutAnswer });
  return {
    /** Idempotent by requestId; throws AgencyTrouble. */
    async ask({ requestId, person }: AgencyRequest) {
      return { kind: 'answered' as const, answer: await ask({ requestId, person }) };
    },
  };
}
