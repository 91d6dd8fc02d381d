/** Plays side by side what would wait one after the other. */

/** A promise for each, in their order; as many at a time as there are lanes, and what fails ends its lane. */
export function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<R>,
): Promise<R>[] {
  const begun: Promise<R>[] = [];
  for (const [index, item] of items.entries()) {
    const before = begun[index - lanes];
    const each = before === undefined ? work(item) : before.then(() => work(item));
    each.catch(() => undefined);
    begun.push(each);
  }
  return begun;
}
