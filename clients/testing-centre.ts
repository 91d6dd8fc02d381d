/** Our line to the testing centre, which books an attempt now and sends its result by callback. */
import { Acceptance } from './acceptance';
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import type { LanguageLevel } from '../domain/events';

export function createTestingCentreClient(line: AgencyLine, callbackUrl: string) {
  const ask = createAsk('testing-centre', line, { expected: 202, schema: Acceptance });
  return {
    /**
     * Idempotent by requestId; throws AgencyTrouble. `sitsAt` is an ISO instant where the centre names one; the
     * result is a TestResult to the callback.
     */
    async bookAttempt({ requestId, person, level }: AgencyRequest & { level: LanguageLevel }) {
      const { reference, sitsAt } = await ask({ requestId, person, level, callbackUrl });
      return { kind: 'accepted' as const, reference, sitsAt };
    },
  };
}
