/** What differs, as an examination tells it. */
import { isTree, type Difference } from '../domain/differences';

export { differencesOf } from '../domain/differences';

/** Text that people wrote is never shown in a report, not even by its hash's neighbours. */
export function isAboutText({ pointer, left, right }: Difference): boolean {
  return (
    /\/(text|reason|remarks)(\/|$)/.test(pointer) ||
    [left, right].some((side) => isTree(side) && 'textId' in side)
  );
}
