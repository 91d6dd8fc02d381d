/** Applications as they came in while an earlier calendar was the latest that was known. */
import { randomBytes, randomUUID } from 'node:crypto';
import { people, type PersonKey } from '../../agencies/people';
import { personas } from '../../agencies/personas';
import { createCasework } from '../../api/casework';
import { codeAnswer } from '../../api/code-answer';
import { createDelivery } from '../../api/delivery';
import { createAgencyNews } from '../../db/agency-news';
import { connectDatabase } from '../../db/connect';
import { preparePerson } from '../../db/desk/persons';
import { createHeartbeat } from '../../db/heartbeat';
import { createIntake } from '../../db/intake';
import { createActReads } from '../../db/reads/acts';
import { caseIdFrom } from '../../domain/case-id';
import { defaultTaskQueue } from '../../workflows/messages';
import type { House } from './house';

/** Call `close` in `afterAll`. */
export function createOldRegister({ client, database }: House, calendar: string) {
  const { db, close } = connectDatabase(database.urlOf('api'), () => undefined);
  const reads = createActReads(db);
  const deliver = createDelivery({
    client,
    taskQueue: defaultTaskQueue,
    reads,
    heartbeat: createHeartbeat(db),
  });
  const casework = createCasework({
    intake: createIntake(db),
    deliver,
    news: createAgencyNews(db),
    reads,
    whyNotAct: async () => undefined,
    codeAnswer,
    budgetMs: 20_000,
  });

  return {
    close,
    /** The id of the case. */
    async open(persona: PersonKey): Promise<string> {
      const caseId = caseIdFrom(randomBytes(11));
      const person = preparePerson(caseId, people[persona].person);
      const answer = await casework.open('openApplication', {
        actor: { id: personas.get(persona)?.subject ?? '', role: 'applicant' },
        idempotencyKey: randomUUID(),
        body: { caseId },
        caseId,
        data: {
          region: 'abai',
          applicantId: personas.get(persona)?.subject ?? '',
          personId: person.personId,
          personSha256: person.sha256,
          policyVersion: '2026-04-13',
          calendar,
        },
        alongside: person.keepInTx,
      });
      if (answer.kind !== 'done') throw new Error(`not opened: ${JSON.stringify(answer)}`);
      return answer.caseId;
    },
  };
}
