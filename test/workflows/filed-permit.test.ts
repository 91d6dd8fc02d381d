/** What a permit's workflow tells of a filing to those who act on it. */
import { expect, test } from '@jest/globals';
import { filedIn, placedIn } from '../../workflows/filed-permit';
import { aPermitFile } from '../support/permit-files';

test('whose place is counted is read by the rules of the case, as everything that was filed', () => {
  const file = { ...aPermitFile('awaiting-decision'), policyVersion: 'permit-2026-11-25' };
  expect(filedIn(file).policyVersion).toBe('permit-2026-11-25');
  expect(placedIn(file)).toMatchObject({ policyVersion: 'permit-2026-11-25', employerId: null });
});
