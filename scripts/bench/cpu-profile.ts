/** Reads what `node --cpu-prof` wrote, and says where the time went. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Profile {
  /** Microseconds of the machine's monotonic clock. */
  startTime: number;
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

export interface Hot {
  where: string;
  ms: number;
}

/** Microseconds of the machine's monotonic clock, as V8 reads it. */
export const monotonicNow = () => Number(process.hrtime.bigint() / 1000n);

/** All threads of a process taken together, waiting left out. `byFunction` and `byPlace` come the hottest first. */
export function summariseProfiles(folder: string, { from, until }: { from: number; until: number }) {
  const byFunction = new Map<string, number>();
  const byPlace = new Map<string, number>();
  const files = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
  for (const file of files) {
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile;
    const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
    let at = profile.startTime;
    profile.samples.forEach((id, index) => {
      at += profile.timeDeltas[index] ?? 0;
      if (at < from || at > until) return;
      const frame = nodes.get(id);
      if (frame === undefined || idle.has(frame.functionName)) return;
      const ms = (profile.timeDeltas[index] ?? 0) / 1000;
      const place = placeOf(frame);
      const name = `${frame.functionName || '(anonymous)'} — ${place}`;
      byFunction.set(name, (byFunction.get(name) ?? 0) + ms);
      byPlace.set(place, (byPlace.get(place) ?? 0) + ms);
    });
  }
  const totalMs = [...byPlace.values()].reduce((sum, ms) => sum + ms, 0);
  return { threads: files.length, totalMs, byFunction: hottest(byFunction), byPlace: hottest(byPlace) };
}

const idle = new Set(['(idle)', '(program)', '(root)']);

/** A package, a folder of ours, or Node itself; never a path of this machine. */
function placeOf({ functionName, url }: Profile['nodes'][number]['callFrame']): string {
  if (functionName === '(garbage collector)') return 'garbage collection';
  const packaged = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (packaged !== undefined) return packaged;
  const own = /\/dist\/([a-z]+)\//.exec(url)?.[1];
  if (own !== undefined) return `our ${own}/`;
  if (/workflow-bundle/.test(url)) return 'the workflow bundle';
  if (url.startsWith('node:')) return url.split('/')[0] ?? url;
  return url === '' ? 'native code' : 'other';
}

function hottest(times: Map<string, number>): Hot[] {
  return [...times].map(([where, ms]) => ({ where, ms })).sort((a, b) => b.ms - a.ms);
}
