/** What the bench counts of deadlines: work, not what is remembered. */
import { expect, test } from '@jest/globals';
import { deadlinesFigure } from '../../scripts/bench/measure-clock';
import { aCaseFile } from '../support/case-files';

test('each call works the deadlines out anew', () => {
  const { checks, ...file } = aCaseFile({ status: 'verification' });
  let looks = 0;
  const watched = new Proxy(checks!, {
    get: (target, name) => {
      looks += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  const { once } = deadlinesFigure({ ...file, checks: watched });
  const found = once();
  const lookedAtFirst = looks;
  expect(once()).toBe(found);
  expect([found > 8, lookedAtFirst > 0, looks]).toEqual([true, true, 2 * lookedAtFirst]);
});
