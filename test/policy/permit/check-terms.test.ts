/** Every agency that a permit may ask has a term within which it is chased and given up. */
import { expect, test } from '@jest/globals';
import { citizenshipGroups, filings, permitPurposes } from '../../../domain/permit';
import { permitPolicies } from '../../../policy/permit/policies';
import { checksOf } from '../../../policy/permit/purposes';

test.each(permitPurposes)('no agency that is asked for %s goes without a term', (purpose) => {
  const asked = filings.flatMap((filing) =>
    citizenshipGroups.flatMap((group) => checksOf(purpose, filing, group)),
  );
  for (const { checks } of permitPolicies) {
    expect(Object.keys(checks.value)).toEqual(expect.arrayContaining([...new Set(asked)]));
  }
});
