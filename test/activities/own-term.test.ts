/** From what day on another permit of the same person matters to the term of a renewal. */
import { expect, test } from '@jest/globals';
import { createPermitActivities } from '../../activities/make-permit';
import { people } from '../../agencies/people';
import type { CaseEvidence } from '../../db/case-evidence';
import type { Places } from '../../db/places';

const asked: string[] = [];
const content = {
  currentPermit: { number: 'TP-1', validUntil: '2026-11-01' },
  passport: { validUntil: '2030-01-01' },
};
const evidence: Pick<CaseEvidence, 'getPerson' | 'getForm'> = {
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
