/** How long an answer may be relied on: by agency, by the day of its receipt, to the end of the last day. */
import { expect, test } from '@jest/globals';
import { checks, type Check } from '../../domain/agencies';
import { answerValidity, isStillValid, validUntilOf } from '../../policy/answer-validity';

const received = '2026-06-01T10:00:00.000Z';

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
  expect(validUntilOf(check, received)).toBe(until);
});

test('the day of receipt is the law’s: late in the evening of UTC it is tomorrow', () => {
  expect(validUntilOf('bank', '2026-06-01T18:59:59.999Z')).toBe('2026-07-01T19:00:00.000Z');
  expect(validUntilOf('bank', '2026-06-01T19:00:00.000Z')).toBe('2026-07-02T19:00:00.000Z');
});

test('it counts on its last day and not after', () => {
  expect(isStillValid('bank', received, '2026-07-01T18:59:59.999Z')).toBe(true);
  expect(isStillValid('bank', received, '2026-07-01T19:00:00.000Z')).toBe(false);
});

test('the row in force on the day of receipt counts, not a later one', () => {
  const [first] = answerValidity;
  if (first === undefined) throw new Error('no row');
  const days = Object.fromEntries(checks.map((check) => [check, 5])) as Record<Check, number>;
  const later = { ...first, validFrom: '2026-06-10', days: { ...first.days, value: days } };
  const rows = [first, later];
  expect(validUntilOf('bank', '2026-06-09T10:00:00.000Z', rows)).toBe('2026-07-09T19:00:00.000Z');
  expect(validUntilOf('bank', '2026-06-10T10:00:00.000Z', rows)).toBe('2026-06-15T19:00:00.000Z');
});

test('every row is an assumption that says why', () => {
  for (const { days } of answerValidity)
    expect([days.confidence, days.source.length > 40]).toEqual(['assumption', true]);
});
