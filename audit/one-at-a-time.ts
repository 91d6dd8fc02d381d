/** Lets one piece of work through at a time; when too many wait, the next is turned away. */

/** Come again later: nothing was examined. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

export function createTurnstile(mostWaiting: number) {
  let last: Promise<unknown> = Promise.resolve();
  let inside = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside > mostWaiting) throw new TooManyWaiting('too many examinations are waiting');
    inside += 1;
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      inside -= 1;
    }
  };
}
