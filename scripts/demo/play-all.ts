/** Walks the lives side by side, and gives each back as its own promise, in the order in which they are told. */
import { inLanes } from './lanes';
import type { Life } from './life';

/** The longest begin first; a life that has to come `after` another waits for its end, however that was. */
export function playAll<R>(
  lives: readonly Life[],
  lanes: number,
  play: (life: Life) => Promise<R>,
): Promise<R>[] {
  const begun = new Map<Life, Promise<R>>();
  const order = [...lives].sort((a, b) => Number(b.long === true) - Number(a.long === true));
  const walked = inLanes(order, lanes, async (life) => {
    await Promise.resolve()
      .then(() => life.after && begun.get(life.after))
      .catch(() => undefined);
    return play(life);
  });
  walked.forEach((story, index) => {
    const life = order[index];
    if (life !== undefined) begun.set(life, story);
  });
  return lives.flatMap((life) => begun.get(life) ?? []);
}
