/** Our line to the migration register, which answers in its reply with a person's other applications. */
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import { MigrationRegisterAnswer } from '../domain/agency-answers';

export function createMigrationRegisterClient(line: AgencyLine) {
  const ask = createAsk('migration-register', line, { expected: 200, schema: MigrationRegisterAnswer });
  return {
    /** Idempotent by requestId; throws AgencyTrouble. */
    async ask({ requestId, person }: AgencyRequest) {
      return { kind: 'answered' as const, answer: await ask({ requestId, person }) };
    },
  };
}
