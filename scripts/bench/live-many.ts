/** Many lives of one kind at once, of one side or the other, timed; they are ended outside the measured time. */
import type { LifeKind } from './life-kinds';
import { endLives, type Side } from './live-life';
import { withCpu } from './proc';
import { workThrough } from './rounds';
import { pidsOf, type ProcessNames, type Scene } from './scene';
import { inventCaseIds } from './synthetic-case';

export type Load = { atOnce: number; lives: number };
export interface Round {
  perSecond: number;
  events: number;
  cores: Record<ProcessNames, number>;
  caseIds: string[];
}

/** Of each round so many histories are measured. */
export const sampled = 5;

export async function liveMany(
  scene: Scene,
  kind: LifeKind,
  { side, atOnce, lives }: Load & { side: Side },
): Promise<Round> {
  const caseIds = inventCaseIds(lives);
  if (side === kind.ours) await kind.keep(scene.owner, caseIds);
  const work = () => workThrough(caseIds, atOnce, (caseId) => kind.live(side, caseId));
  const { result: seconds, cores } = await withCpu(pidsOf(scene), work);
  const events = await eventsOf(scene, caseIds.slice(0, sampled));
  await endLives(side, caseIds);
  return { perSecond: lives / seconds, cores, events, caseIds };
}

/** The mean length of these histories. */
export async function eventsOf({ client }: Scene, caseIds: string[]): Promise<number> {
  const lengths = caseIds.map(
    async (caseId) => (await client.workflow.getHandle(caseId).describe()).historyLength,
  );
  return (await Promise.all(lengths)).reduce((sum, length) => sum + length, 0) / caseIds.length;
}
