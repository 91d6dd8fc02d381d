/** The testing centre: it books attempts and confirms certificates, and tells of both by callback. */
import { randomUUID } from 'node:crypto';
import { oneYearAfter } from '../domain/law-day';
import type { LanguageCertificate } from '../domain/language-certificate';
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { TestingCentreRequest, type Trade } from './trade';

const testingCentre: Trade<'testing-centre'> = {
  name: 'testing-centre',
  byCallback: true,
  request: TestingCentreRequest,
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 1000,
  factsFor: ({ person, level = 'B1', certificate }, receivedAt) => {
    const { certificates, ...sitting } = factsAbout('testing-centre', person.passportNumber);
    return certificate === undefined
      ? { attemptId: randomUUID(), level, satAt: receivedAt, ...sitting }
      : confirm(certificate, certificates);
  },
  contradict: (facts) =>
    'blocks' in facts
      ? { blocks: facts.blocks.map((block) => ({ ...block, correct: block.items - block.correct })) }
      : { status: facts.status === 'genuine' ? 'not-genuine' : 'genuine' },
};

/** Two years from its issue, as the draft rules of KAZTEST have it. */
function confirm({ number, level, issuedOn }: LanguageCertificate, status: 'genuine' | 'not-genuine') {
  const validUntil = status === 'genuine' ? oneYearAfter(oneYearAfter(issuedOn)) : null;
  return { certificateNumber: number, level, status, validUntil };
}

export function createTestingCentre(deps: AgencyDeps) {
  return createAgency(testingCentre, deps);
}
