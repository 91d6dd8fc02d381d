/** A stay that Berkut says is not registered: an auditor reads the kept answer as the service did. */
import { expect, test } from '@jest/globals';
import { compareFindings } from '../../audit/compare-findings';
import { hashOfJson } from '../../db/hash';
import type { CaseEvent } from '../../domain/events';
import { fileOf, permitAsked, permitOpened, story, tell, type Told } from '../support/case-files';

const check = 'berkut';
const requestId = `${fileOf(permitAsked).caseId}.${check}.1`;
const body = {
  ...{ requestId, answerId: 'answer-1', overstayDays: 0, entryBan: false, registeredOn: null },
  crossings: [{ direction: 'entry', at: '2026-03-02T06:40:00.000Z', checkpoint: 'Qordai' }],
};
const answer = { answerId: body.answerId, sha256: hashOfJson(body) };

function findingsOf(policyVersion: string, codes: string[]) {
  const [opened] = permitOpened;
  const permit = { filing: 'issue', purpose: 'study', employerId: null };
  const asked = permitAsked.map((told) =>
    told === opened ? ({ ...told, data: { ...told.data, policyVersion, permit } } as Told) : told,
  );
  const result = codes.length > 0 ? 'unclear' : 'clear';
  const data = { check, requestId, result, codes, answer } as const;
  const events = story([...asked, tell('check-answered', { day: 1, data })]) as CaseEvent[];
  const { seq } = events.at(-1)!;
  const kept = { agency: check, ...answer, body } as const;
  return compareFindings(events, [kept]).findings.filter((each) => each.seq === seq);
}

test.each([
  ['permit-2026-11-24', ['not-registered']],
  ['permit-2026-11-23', []],
])('under %s is %j, and clean', (policyVersion, codes) => {
  expect(findingsOf(policyVersion, codes)).toEqual([]);
});

test.each([
  ['permit-2026-11-24', []],
  ['permit-2026-11-23', ['not-registered']],
])('under %s is not %j', (policyVersion, codes) => {
  expect(findingsOf(policyVersion, codes)).toMatchObject([{ verdict: 'diverged' }, { verdict: 'diverged' }]);
});
