/** Values that fill a form in, against the record: those of the named answer count, all others are told of and left aside. */
import { expect, test } from '@jest/globals';
import { comparePrefilled } from '../../audit/compare-prefilled';
import { people } from '../../agencies/people';
import { subjectFrom } from '../../domain/answer-shape';
import { anEvent } from '../support/case-files';

const source = 'insurance-register' as const;
const whom = subjectFrom(people.bekzod.person);
const receivedAt = '2026-05-04T05:00:01.000Z';

/** An answer that names this policy, and what was kept of it. */
function answered(answerId: string, number: string) {
  const policies = [{ number, from: '2026-01-01', until: '2026-12-31', covers: 'medical' }];
  const said = { requestId: 'r-1', answerId, asked: whom, subject: whom, question: {}, policies };
  const from = { source, answerId, receivedAt };
  return {
    body: { agency: source, answerId, sha256: 'b'.repeat(64), body: said },
    values: [
      { ...from, pointer: '/insurance/policyNumber', value: number },
      { ...from, pointer: '/insurance/validUntil', value: '2026-12-31' },
    ],
  };
}

const first = answered('answer-1', 'MS-1');
const second = answered('answer-2', 'MS-2');
const kept = {
  prefilled: [...first.values, ...second.values],
  bodies: [first.body, second.body],
};
const named = anEvent('state-data-fetched', {
  data: { source, answer: { answerId: 'answer-1', sha256: 'b'.repeat(64) } },
});

test('the values of the answer that an event names count', () => {
  const told = comparePrefilled([named], { prefilled: first.values, bodies: [first.body] });
  expect(told).toEqual({ counted: first.values, findings: [], notes: [] });
});

test('those of another answer are told of, and do not count', () => {
  const told = comparePrefilled([named], kept);
  expect(told).toMatchObject({ counted: first.values, findings: [] });
  expect(told.notes).toEqual([expect.stringMatching(/insurance-register .* nothing of it counts/)]);
});

test('nothing counts of a register that the record calls silent', () => {
  const silent = { source, result: 'no-answer' as const, pointers: [], answer: null };
  const told = comparePrefilled([anEvent('state-data-fetched', { data: silent })], kept);
  expect(told).toMatchObject({ counted: [], findings: [] });
  expect(told.notes).toHaveLength(1);
});

test('a value that the named answer does not give is found, although another answer gives it', () => {
  const altered = { ...first.values[0]!, value: 'MS-2' };
  const { findings } = comparePrefilled([named], { ...kept, prefilled: [altered, ...second.values] });
  expect(findings.map(({ words }) => words)).toEqual([
    'The prefilled value /insurance/policyNumber is not what insurance-register answered.',
    'The value /insurance/validUntil that insurance-register answered is not kept.',
  ]);
});
