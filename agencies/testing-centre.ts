/** The testing centre: it books attempts and confirms certificates, and tells of both by callback. */
import { randomUUID } from 'node:crypto';
import { lawDate, monthsAfter } from '../domain/law-day';
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
      : confirm(certificate, { status: certificates, on: lawDate(receivedAt) });
  },
  contradict: (facts) =>
    'blocks' in facts
      ? { blocks: facts.blocks.map((block) => ({ ...block, correct: block.items - block.correct })) }
      : { status: facts.status === 'genuine' ? 'not-genuine' : 'genuine' },
};

/** Two years from its issue, as the draft rules of KAZTEST have it; `on` is the law's date of the question. */
function confirm(
  { number, level, issuedOn }: LanguageCertificate,
  { status, on }: { status: 'genuine' | 'not-genuine'; on: string },
) {
  const facts = { certificateNumber: number, level };
  if (status === 'not-genuine') return { ...facts, status, validUntil: null };
  const validUntil = monthsAfter(issuedOn, 24);
  return { ...facts, status: validUntil < on ? ('expired' as const) : status, validUntil };
}

export function createTestingCentre(deps: AgencyDeps) {
  return createAgency(testingCentre, deps);
}
