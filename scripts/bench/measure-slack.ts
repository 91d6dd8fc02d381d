/** The first page of the open cases by slack, in a table as full as a whole country's. */
import { connectDatabase } from '../../db/connect';
import { createSlackList } from '../../db/reads/slack';
import { clearTable, crowdTable } from './crowd-table';
import { openLife } from './live-life';
import type { Scene } from './scene';
import { atMost, spreadHead, spreadRow, type Section } from './section';
import { num, quantile, spreadOf } from './spread';
import { inventCaseIds } from './synthetic-case';

const limit = 50;
const mostMs = 50;
const supervisor = 'saule';
const region = 'abai';

interface Taken {
  name: string;
  /** Milliseconds of each reading, by round. */
  rounds: number[][];
}

export async function measureSlack(scene: Scene): Promise<Section> {
  const { plan, owner, ours, desk, ground } = scene;
  const [template = ''] = inventCaseIds(1);
  await openLife(ours, template);
  const bytes = await crowdTable(owner, template, plan.slack.rows);
  const { db, close } = connectDatabase(ground.environments.api['DATABASE_URL'] ?? '', () => undefined);
  const list = createSlackList(db);
  const line = `GET /admin/cases/by-slack?limit=${limit}`;
  const readings: Record<string, () => Promise<unknown>> = {
    'SQL, all regions': () => list({ after: null, limit: limit + 1 }),
    'SQL, one region': () => list({ after: null, limit: limit + 1, region }),
    'the route, all regions': () => desk.call(supervisor, line),
    'the route, one region': () => desk.call(supervisor, `${line}&region=${region}`),
  };
  const taken: Taken[] = [];
  for (const [name, read] of Object.entries(readings)) taken.push(await time(name, read, plan));
  await close();
  await clearTable(owner);
  return tell(scene, taken, bytes);
}

async function time(name: string, read: () => Promise<unknown>, plan: Scene['plan']): Promise<Taken> {
  const rounds: number[][] = [];
  for (let round = 0; round <= plan.rounds; round += 1) {
    const each: number[] = [];
    while (each.length < plan.slack.reads) {
      const startedAt = performance.now();
      await read();
      each.push(performance.now() - startedAt);
    }
    rounds.push(each.sort((a, b) => a - b));
  }
  return { name, rounds: rounds.slice(1) };
}

function tell({ plan }: Scene, taken: Taken[], bytes: number): Section {
  const at = ({ rounds }: Taken, share: number) => spreadOf(rounds.map((each) => quantile(each, share)));
  const rows = plan.slack.rows.toLocaleString('en-GB');
  return {
    title: 'Which case can wait least',
    verdicts: taken
      .filter(({ name }) => name.endsWith('all regions'))
      .map((each) =>
        atMost(mostMs, `first page by slack of ${rows} cases, ${each.name}, p99 in ms`, at(each, 0.99)),
      ),
    tables: [
      {
        head: spreadHead,
        rows: taken.flatMap((each) => [
          spreadRow(`${each.name}, p50 of a round`, 'ms', at(each, 0.5)),
          spreadRow(`${each.name}, p99 of a round`, 'ms', at(each, 0.99)),
        ]),
      },
    ],
    notes: [
      `${rows} rows in \`cases\`, copies of one open case (${num(bytes / 2 ** 20)} MiB with indexes); of each four one is closed, of ` +
        `the others one in five stands still. Pages of ${limit}, ${plan.slack.reads} readings a round, one after the other. One region ` +
        'is filtered while the same index is walked.',
    ],
  };
}
