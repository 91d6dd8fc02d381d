/** `npm run bench`: what the service costs beside bare programs. `-- --quick` only shows that it works, `-- reads` is that part alone. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { assembleCast } from './bench/cast';
import { permanentLife, permitLife } from './bench/life-kinds';
import { openGround } from './bench/ground';
import { describeMachine } from './bench/machine';
import { measureAct } from './bench/measure-act';
import { measureClock } from './bench/measure-clock';
import { measureDue } from './bench/measure-due';
import { measureFilings } from './bench/measure-filings';
import { measureLives } from './bench/measure-lives';
import { measureMemory } from './bench/measure-memory';
import { measurePermits } from './bench/measure-permits';
import { measureProfile } from './bench/measure-profile';
import { measureReads } from './bench/measure-reads';
import { measureReplay } from './bench/measure-replay';
import { measureShape } from './bench/measure-shape';
import { measureSlack } from './bench/measure-slack';
import { quickPlan, wholePlan } from './bench/plan';
import { writeReport } from './bench/report';
import { openScene, type Scene } from './bench/scene';
import type { Section } from './bench/section';
import { findProjectRoot } from './servers/project-root';

const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)}  ${line}`);

type Part = (scene: Scene) => Promise<Section[]>;

const parts: Record<string, Part> = {
  lives: async (scene) => {
    const kind = permanentLife(scene);
    const { bare, section } = await measureShape(scene, kind);
    return [await measureLives(scene, kind, bare), section];
  },
  act: async (scene) => [await measureAct(scene)],
  reads: async (scene) => [await measureReads(scene)],
  replay: async (scene) => [await measureReplay(scene)],
  memory: async (scene) => [await measureMemory(scene)],
  profile: async (scene) => [await measureProfile(scene)],
  clock: (scene) => Promise.resolve([measureClock(scene)]),
  slack: async (scene) => [await measureSlack(scene)],
  due: async (scene) => [await measureDue(scene)],
  permits: async (scene) => {
    const { bare, section } = await measureShape(scene, permitLife(scene));
    return [await measurePermits(scene, bare), section];
  },
  filings: async (scene) => [await measureFilings(scene)],
};

/** A part that fails takes nothing from the others; it is named at the end, and the run is not a whole one. */
async function measure(scene: Scene, wanted: readonly string[]): Promise<Measured> {
  const sections: Section[] = [];
  const failed: string[] = [];
  for (const name of wanted) {
    say(`measuring: ${name} …`);
    try {
      sections.push(...((await parts[name]?.(scene)) ?? []));
    } catch (error) {
      console.error(error);
      failed.push(name);
    }
  }
  return { sections, failed };
}

interface Measured {
  sections: Section[];
  failed: string[];
}

function readWanted(words: readonly string[]): { quick: boolean; wanted: string[] } {
  const quick = words.includes('--quick');
  const wanted = words.filter((word) => word !== '--quick');
  const unknown = wanted.filter((word) => parts[word] === undefined);
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')} (${Object.keys(parts).join(', ')})`);
  return { quick, wanted: wanted.length === 0 ? Object.keys(parts) : wanted };
}

async function main(): Promise<void> {
  const { quick, wanted } = readWanted(process.argv.slice(2));
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');
  const startedAt = Date.now();
  say('starting PostgreSQL, Temporal and everybody who takes part …');
  const ground = await openGround(say);
  const cast = await assembleCast(ground);
  const scene = await openScene({ ground, cast, plan: quick ? quickPlan : wholePlan });
  const { sections, failed } = await measure(scene, wanted);
  const machine = await describeMachine(scene.owner);
  await scene.close();
  await cast.close();
  await ground.close();
  const minutes = Math.round((Date.now() - startedAt) / 60_000);
  const date = new Date(startedAt).toISOString().slice(0, 10);
  const report = writeReport({ machine, command: 'npm run bench', date, minutes, load }, sections);
  console.log(report);
  if (failed.length > 0)
    throw new Error(`failed: ${failed.join(', ')}; docs/benchmarks.md is left as it was`);
  const whole = !quick && wanted.length === Object.keys(parts).length;
  if (!whole) return say('not a whole run: docs/benchmarks.md is left as it was');
  const docs = join(findProjectRoot(), 'docs');
  mkdirSync(docs, { recursive: true });
  writeFileSync(join(docs, 'benchmarks.md'), report);
  say('written to docs/benchmarks.md');
}

main().catch((error: Error) => {
  console.error(error);
  process.exit(1);
});
