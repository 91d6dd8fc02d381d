/** From what day on another permit of the same person matters to the term of a renewal. */
import { beforeEach, expect, test } from '@jest/globals';
import { createPermitActivities } from '../../activities/make-permit';
import { people } from '../../agencies/people';
import type { CaseEvidence } from '../../db/case-evidence';
import type { Places } from '../../db/places';
import { subjectFrom } from '../../domain/answer-shape';

const asked: string[] = [];
const content = {
  currentPermit: { number: 'TP-1', validUntil: '2026-11-01' },
  passport: { validUntil: '2030-01-01' },
};
const whom = subjectFrom(people.bekzod.person);
const evidence: Pick<CaseEvidence, 'getPerson' | 'getForm' | 'getAnswer'> = {
  /** The register of permits knows another one than is renewed. */
  getAnswer: async () => ({
    ...{ requestId: 'r-1', answerId: 'answer-1', asked: whom, subject: whom },
    question: { on: '2026-10-28', permitNumber: 'TP-1', permitUntil: '2026-11-01' },
    currentPermit: { number: 'TP-0', validUntil: '2026-05-02', employerBin: null },
    ...{ registration: null, employer: null },
  }),
  getPerson: async () => people.bekzod.person,
  getForm: async () => ({ content, sha256: 'a'.repeat(64) }),
};
const activities = createPermitActivities({
  evidence: evidence as CaseEvidence,
  prefilled: { listPrefilled: async () => [], listKeptValues: async () => [] },
  permits: {
    findOwnUntil: async ({ on }) => {
      asked.push(on);
      return '2026-11-05';
    },
    issue: () => Promise.reject(new Error('nobody issues here')),
  },
  places: {} as Places,
});

beforeEach(() => void asked.splice(0));

test.each([
  ['permit-2026-11-25', '2026-10-29'],
  ['permit-2026-11-24', '2026-05-03'],
])('under %s a renewal beside another permit looks from %s on', async (policyVersion, from) => {
  const answer = { answerId: 'answer-1', sha256: 'b'.repeat(64) };
  await activities.computeTerm({
    ...{ caseId: 'case-1', personId: 'person-1', formVersion: 1, policyVersion },
    ...{ filing: 'renewal', purpose: 'study', window: 'before-the-end' },
    ...{ filedOn: '2026-10-28', decidedOn: '2026-10-29' },
    daysTold: { 'permit-register': { answer, at: '2026-10-28T06:00:00.000Z' } },
  });
  expect(asked).toEqual([from]);
});

test('one that ended before the decision is seen, where the renewal begins before the decision', async () => {
  const term = await activities.computeTerm({
    ...{ caseId: 'case-1', personId: 'person-1', formVersion: 1, policyVersion: 'permit-2026-11-24' },
    ...{
      filing: 'renewal',
      purpose: 'study',
      filedOn: '2026-11-08',
      decidedOn: '2026-11-09',
      window: 'ten-days-after',
    },
  });
  expect(asked).toEqual(['2026-11-02']);
  expect(term).toMatchObject({ follows: '2026-11-05', validFrom: '2026-11-06' });
});
