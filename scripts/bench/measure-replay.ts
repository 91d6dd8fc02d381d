/** How fast an auditor's replay goes: exported histories against the stored bundle. */
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Runtime, Worker, type ReplayWorkerOptions } from '@temporalio/worker';
import { connectDatabase } from '../../db/connect';
import { createHistoryStore } from '../../db/history-store';
import { permanentLife } from './life-kinds';
import { liveMany } from './live-many';
import type { Scene } from './scene';
import { spreadHead, spreadRow, type Section } from './section';
import { spreadOf } from './spread';

interface Exported {
  workflowId: string;
  json: string;
  events: number;
  bundleHash: string;
}

export async function measureReplay(scene: Scene): Promise<Section> {
  const { plan, ground, dataConverter } = scene;
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const { db, close } = connectDatabase(ground.environments.audit['DATABASE_URL'] ?? '', () => undefined);
  const store = createHistoryStore(db);
  const exported: Exported[] = [];
  for (const workflowId of await findExported(scene)) {
    const [found] = await store.findHistories(workflowId);
    if (!found?.intact) throw new Error(`the history of ${workflowId} is not as it was kept`);
    exported.push({
      workflowId,
      json: found.json,
      events: found.lastEventId,
      bundleHash: found.bundleHashes[0] ?? '',
    });
  }
  const code = await store.findBundle(exported[0]?.bundleHash ?? '');
  await close();
  if (code === undefined) throw new Error('the bundle was not kept');
  const options: ReplayWorkerOptions = { workflowBundle: { code }, dataConverter };
  const taken = await timeRounds(options, exported, plan.rounds);
  return tell(taken, exported);
}

/** Cases whose history is kept; where this run has lived no lives yet, some are lived first. */
async function findExported(scene: Scene): Promise<string[]> {
  const { plan, owner, ours, cast } = scene;
  const find = async () => {
    const { rows } = await owner.query<{ case_id: string }>(
      'SELECT case_id FROM history_exports ORDER BY exported_at LIMIT $1',
      [plan.replays],
    );
    return rows.map(({ case_id: caseId }) => caseId);
  };
  const found = await find();
  if (found.length > 0) return found;
  await cast.orderAgencies({ silent: true });
  await liveMany(scene, permanentLife(scene), { side: ours, atOnce: 10, lives: plan.replays });
  return find();
}

interface Taken {
  alone: number[];
  together: number[];
}

async function timeRounds(
  options: ReplayWorkerOptions,
  exported: Exported[],
  rounds: number,
): Promise<Taken> {
  const taken: Taken = { alone: [], together: [] };
  await replay(options, exported.slice(0, 1));
  for (let round = 0; round < rounds; round += 1) {
    taken.alone.push(await replay(options, exported.slice(round, round + 1)));
    taken.together.push(await replay(options, exported));
  }
  return taken;
}

/** Seconds, from the stored text to the verdict. */
async function replay(options: ReplayWorkerOptions, exported: Exported[]): Promise<number> {
  const startedAt = performance.now();
  const histories = exported.map(({ workflowId, json }) => ({ workflowId, history: parse(json) }));
  for await (const { error, workflowId } of Worker.runReplayHistories(options, histories)) {
    if (error !== undefined) throw new Error(`${workflowId} did not replay`, { cause: error });
  }
  return (performance.now() - startedAt) / 1000;
}

/** The text as it is kept: protobuf JSON, written once or twice over. */
function parse(json: string) {
  const value: unknown = JSON.parse(json);
  return historyFromJSON(typeof value === 'string' ? JSON.parse(value) : value);
}

function tell({ alone, together }: Taken, exported: Exported[]): Section {
  const events = exported.reduce((sum, history) => sum + history.events, 0);
  const perHistory = spreadOf(exported.map((history) => history.events));
  return {
    title: 'Replay',
    verdicts: [],
    tables: [
      {
        head: spreadHead,
        rows: [
          spreadRow('replay of many', 'events/s', spreadOf(together.map((seconds) => events / seconds))),
          spreadRow(
            'replay of many',
            'cases/s',
            spreadOf(together.map((seconds) => exported.length / seconds)),
          ),
          spreadRow(
            'one case, the replaying worker’s start included',
            'ms',
            spreadOf(alone.map((each) => each * 1000)),
          ),
          spreadRow('events of a history', '', perHistory),
        ],
      },
    ],
    notes: [
      `${exported.length} exported histories, ${events} events, parsed, decrypted and replayed by one worker against the ` +
        'bundle that wrote them, both from our own store.',
    ],
  };
}
