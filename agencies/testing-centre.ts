/** The testing centre: it books an attempt, the person sits it online, and the result comes by callback. */
import { randomUUID } from 'node:crypto';
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { TestRequest, type Trade } from './trade';

const testingCentre: Trade<'testing-centre'> = {
  name: 'testing-centre',
  byCallback: true,
  request: TestRequest,
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 1000,
  factsFor: ({ person, level = 'B1' }, receivedAt) => ({
    attemptId: randomUUID(),
    level,
    satAt: receivedAt,
    ...factsAbout('testing-centre', person.passportNumber),
  }),
  contradict: ({ blocks }) => ({
    blocks: blocks.map((block) => ({ ...block, correct: block.items - block.correct })),
  }),
};

export function createTestingCentre(deps: AgencyDeps) {
  return createAgency(testingCentre, deps);
}
