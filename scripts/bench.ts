/** `npm run bench`: what the service costs beside bare programs. `-- --quick` only shows that it works, `-- reads` measures that part alone. */
import { loadavg } from 'node:os';
import { assembleCast } from './bench/cast';
import { permanentLife, permitLife } from './bench/life-kinds';
import { openGround } from './bench/ground';
import { keepFigures } from './bench/figures';
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
import { writeReport, type Measured } from './bench/report';
import { openScene, type Scene } from './bench/scene';
import type { Section } from './bench/section';

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

/** One part, with what else the machine had to do before it. */
async function measure(scene: Scene, part: string): Promise<Measured> {
  say(`measuring: ${part} …`);
  const startedAt = Date.now();
  const load = loadavg().map((value) => value.toFixed(1));
  const sections = (await parts[part]?.(scene)) ?? [];
  const minutes = Math.round((Date.now() - startedAt) / 60_000);
  const machine = await describeMachine(scene.owner);
  return {
    date: new Date(startedAt).toISOString().slice(0, 10),
    minutes,
    load: load.join(', '),
    machine,
    sections,
  };
}

function readWanted(words: readonly string[]): { quick: boolean; wanted: string[] } {
  const quick = words.includes('--quick');
  const wanted = words.filter((word) => word !== '--quick');
  const unknown = wanted.filter((word) => parts[word] === undefined);
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')} (${Object.keys(parts).join(', ')})`);
  return { quick, wanted: wanted.length === 0 ? Object.keys(parts) : wanted };
}

/** A part that fails takes nothing from the others, and is named at the end; whatever was measured in full is written at once. */
async function main(): Promise<void> {
  const { quick, wanted } = readWanted(process.argv.slice(2));
  say('starting PostgreSQL, Temporal and everybody who takes part …');
  const ground = await openGround(say);
  const cast = await assembleCast(ground);
  const scene = await openScene({ ground, cast, plan: quick ? quickPlan : wholePlan });
  const failed: string[] = [];
  for (const part of wanted) {
    try {
      const measured = await measure(scene, part);
      console.log(writeReport({ [part]: measured }));
      if (!quick) keepFigures(part, measured, Object.keys(parts));
    } catch (error) {
      console.error(error);
      failed.push(part);
    }
  }
  await scene.close();
  await cast.close();
  await ground.close();
  if (failed.length > 0) throw new Error(`failed: ${failed.join(', ')}`);
  say(quick ? 'a quick run: docs/benchmarks.md is left as it was' : 'written to docs/benchmarks.md');
}

main().catch((error: Error) => {
  console.error(error);
  process.exit(1);
});
