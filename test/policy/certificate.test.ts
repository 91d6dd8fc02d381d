/** The certificate: its number, and the year in which it holds. */
import { expect, test } from '@jest/globals';
import { certificateNumber, validityOf } from '../../policy/certificate';
import { permanentPolicies } from '../../policy/permanent-policies';

test.each([
  ['2026-05-16', '2027-05-16'],
  ['2028-02-29', '2029-02-28'],
  ['2027-02-28', '2028-02-28'],
  ['2026-12-31', '2027-12-31'],
])('decided on %s, it holds from that day until %s', (decidedOn, validUntil) => {
  for (const policy of permanentPolicies) {
    expect(validityOf(decidedOn, policy)).toEqual({ validFrom: decidedOn, validUntil });
  }
});

test.each([
  ['2026-05-16', 1, 'KZ-PR-2026-000001'],
  ['2026-12-31', 17, 'KZ-PR-2026-000017'],
  ['2027-01-01', 999_999, 'KZ-PR-2027-999999'],
  ['2027-01-01', 1_000_000, 'KZ-PR-2027-1000000'],
])('decided on %s with serial %i, its number is %s', (decidedOn, serial, number) => {
  expect(certificateNumber(decidedOn, serial)).toBe(number);
});
