/** Whose place is counted, and which papers are owed, where somebody with two contracts names the older one. */
import { expect, test } from '@jest/globals';
import { createPermitActivities } from '../../activities/make-permit';
import { people } from '../../agencies/people';
import type { CaseEvidence } from '../../db/case-evidence';
import type { Permits } from '../../db/permits';
import type { Places } from '../../db/places';
import type { Prefilled } from '../../db/reads/prefilled';
import { aPermitForm, anEmployer, anIndividual } from '../support/permit-forms';

const filled = (pointer: string, value: string): Prefilled => ({
  ...{ pointer, value, source: 'labour-contracts' },
  ...{ answerId: 'answer-1', receivedAt: '2026-05-04T05:00:01.000Z' },
});
const prefilled = [filled('/employment/bin', anIndividual), filled('/employment/contractNumber', 'SIDE-1')];
const evidence: Pick<CaseEvidence, 'getPerson' | 'getForm' | 'nowIn'> = {
  getPerson: async () => people.bekzod.person,
  getForm: async () => ({ content: aPermitForm('work-with-permit'), sha256: 'a'.repeat(64) }),
  nowIn: async () => '2026-05-12T06:00:00.000Z',
};
const counted: string[] = [];
const places: Pick<Places, 'findElsewhere' | 'reserve'> = {
  findElsewhere: async () => 0,
  reserve: async ({ bin, limit }) => {
    counted.push(bin);
    return { reserved: true, taken: 0, elsewhere: 0, limit };
  },
};
const activities = createPermitActivities({
  evidence: evidence as CaseEvidence,
  prefilled: { listPrefilled: async () => prefilled, listKeptValues: async () => prefilled },
  permits: {} as Permits,
  places: places as Places,
});
const filed = { caseId: 'case-1', formVersion: 1, filedOn: '2026-05-12', employerId: null };

test.each([
  ['permit-2026-11-25', anEmployer, true],
  ['permit-2026-11-24', anIndividual, false],
  [undefined, anIndividual, false],
])('under %s the place is %s’s, and the paper is owed: %s', async (version, bin, isOwed) => {
  const asked = { ...filed, ...(version !== undefined && { policyVersion: version }) };
  counted.length = 0;
  await activities.reservePlace(asked);
  expect(counted).toEqual([bin]);
  const { owed } = await activities.checkCompleteness({
    ...{ ...asked, personId: 'person-1', purpose: 'work-with-permit', filing: 'issue', handed: [] },
  });
  expect(owed.includes('employment-contract')).toBe(isOwed);
});
