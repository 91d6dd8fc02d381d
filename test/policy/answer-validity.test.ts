/** How long an answer may be relied on: by agency, to the end of its last day, under the policies that say so. */
import { expect, test } from '@jest/globals';
import { checks, type Check } from '../../domain/agencies';
import { validUntilOf } from '../../policy/answer-validity';
import { policies, policyOf } from '../../policy/policies';

const received = '2026-06-01T10:00:00.000Z';
const permit = policyOf('permit-2026-04-13');

/** Written out: whoever changes the policy changes it here too. */
test.each<[Check, string]>([
  ['berkut', '2026-07-01T19:00:00.000Z'],
  ['criminal-registry', '2026-08-30T19:00:00.000Z'],
  ['iin-registry', '2026-11-28T19:00:00.000Z'],
  ['fingerprint-registry', '2026-11-28T19:00:00.000Z'],
  ['security-service', '2026-08-30T19:00:00.000Z'],
  ['migration-register', '2026-07-01T19:00:00.000Z'],
  ['bank', '2026-07-01T19:00:00.000Z'],
  ['medical-registry', '2026-08-30T19:00:00.000Z'],
])('an answer of %s of 1 June counts until %s', (check, until) => {
  expect(validUntilOf(permit, check, received)).toBe(until);
});

test('the day of receipt is the law’s: late in the evening of UTC it is tomorrow', () => {
  expect(validUntilOf(permit, 'bank', '2026-06-01T18:59:59.999Z')).toBe('2026-07-01T19:00:00.000Z');
  expect(validUntilOf(permit, 'bank', '2026-06-01T19:00:00.000Z')).toBe('2026-07-02T19:00:00.000Z');
});

test('a case that was filed before the practice began keeps the answers that it has', () => {
  const ends = (version: string) => checks.map((check) => validUntilOf(policyOf(version), check, received));
  expect(new Set([...ends('2026-02-13'), ...ends('2026-04-13')])).toEqual(new Set([null]));
  expect(ends('2026-11-23')).toEqual(ends('permit-2026-04-13'));
  expect(ends('2026-11-23')).not.toContain(null);
});

test('it is an assumption that says why', () => {
  for (const { answerDays } of policies) {
    expect([answerDays.confidence, answerDays.source.length > 30]).toEqual(['assumption', true]);
  }
});
