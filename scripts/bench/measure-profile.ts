/** What limits it: where the worker and the API spend their own time under load, by V8's CPU profile. */
import autocannon from 'autocannon';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { monotonicNow, summariseProfiles } from './cpu-profile';
import { liveLifeOverHttp } from './live-life-over-http';
import { endLives, liveLife } from './live-life';
import { workThrough } from './rounds';
import type { Scene } from './scene';
import type { Section, Table } from './section';
import { num } from './spread';
import { inventCaseIds, keepForms } from './synthetic-case';

const shown = 12;

export async function measureProfile(scene: Scene): Promise<Section> {
  const { lives, seconds } = scene.plan.profile;
  const worker = await profile(scene, 'worker', () => livesAtTheWorker(scene, lives));
  const api = await profile(scene, 'api', () => readsAtTheApi(scene, seconds));
  return {
    title: 'Where the time goes',
    verdicts: [],
    tables: [
      ...tablesOf('the worker, living lives', worker),
      ...tablesOf('the API, answering getApplication', api),
    ],
    notes: [
      'Self time of V8’s CPU profile (`--cpu-prof`), all JavaScript threads of the process together, start-up and waiting left out. The ' +
        'part of the Temporal SDK that is written in Rust runs on threads of its own and is not in these figures.',
    ],
  };
}

async function profile(scene: Scene, name: 'worker' | 'api', load: () => Promise<void>) {
  const folder = join(scene.ground.dataDir, `profile-${name}`);
  mkdirSync(folder);
  await scene.cast.restart(name, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  await warmUp[name](scene);
  const from = monotonicNow();
  await load();
  const until = monotonicNow();
  await scene.cast.restart(name);
  return summariseProfiles(folder, { from, until });
}

const warmUp = {
  worker: (scene: Scene) => livesAtTheWorker(scene, 10),
  api: (scene: Scene) => readsAtTheApi(scene, 2),
};

async function livesAtTheWorker({ cast, owner, ours }: Scene, lives: number): Promise<void> {
  await cast.orderAgencies({ silent: true });
  const caseIds = inventCaseIds(lives);
  await keepForms(owner, caseIds);
  await workThrough(caseIds, 10, (caseId) => liveLife(ours, caseId));
  await endLives(ours, caseIds);
}

async function readsAtTheApi({ plan, cast, desk, ground }: Scene, seconds: number): Promise<void> {
  await cast.orderAgencies({ lateMs: 0 });
  const caseId = await liveLifeOverHttp(desk);
  await autocannon({
    url: `${ground.addresses.apiUrl}/applications/${caseId}`,
    headers: { authorization: `Bearer ${await desk.tokenOf('guest')}` },
    connections: plan.reads.connections,
    duration: seconds,
  });
}

function tablesOf(what: string, summary: ReturnType<typeof summariseProfiles>): Table[] {
  const { byPlace, byFunction, totalMs, threads } = summary;
  const share = (ms: number) => `${num((100 * ms) / totalMs)} %`;
  const rows = (list: typeof byPlace) => list.slice(0, shown).map(({ where, ms }) => [where, share(ms)]);
  return [
    {
      head: [`${what}: by package (${num(totalMs / 1000)} s in ${threads} threads)`, 'self time'],
      rows: rows(byPlace),
    },
    { head: [`${what}: by function`, 'self time'], rows: rows(byFunction) },
  ];
}
