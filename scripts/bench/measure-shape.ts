/** One life of each side, looked at closely: what a case does, so that the bare one does as much. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { BareShape } from './bare-workflows';
import { actionRule, countHistory, type HistoryCount } from './count-history';
import type { LifeKind } from './life-kinds';
import { endLives, type Side } from './live-life';
import type { Scene } from './scene';
import type { Section } from './section';
import { inventCaseIds } from './synthetic-case';

/** An idle session of PostgreSQL tells its figures within ten seconds. */
const statisticsLagMs = 11_000;
/** Long enough for a case to start its export, and to settle again after it. */
const restMs = 2_000;

export interface Shape {
  bare: BareShape;
  section: Section;
}

export async function measureShape(scene: Scene, kind: LifeKind): Promise<Shape> {
  const { owner } = scene;
  const { ours, live, keep, events } = kind;
  await scene.cast.orderAgencies({ silent: true });
  const [first = '', second = ''] = inventCaseIds(2);
  await keep(owner, [first, second]);
  await live(ours, first);
  await endLives(ours, [first]);
  const rowsBefore = await rowsWritten(owner);
  await live(ours, second);
  const rows = (await rowsWritten(owner)) - rowsBefore;
  const counted = await count(kind, ours, second);
  const rowsBeside = rows - events;
  let bare = { timerChanges: counted.timersSet, rowsBeside, flushes: counted.flushes, events };
  const rough = await liveBare(kind, bare);
  bare = { ...bare, timerChanges: bare.timerChanges + counted.timersSet - rough.timersSet };
  const countedBare = await liveBare(kind, bare);
  return { bare, section: tell(kind, { counted, countedBare, rows }) };
}

async function liveBare(kind: LifeKind, shape: BareShape): Promise<HistoryCount> {
  const [caseId = ''] = inventCaseIds(1);
  const side = kind.bareLike(shape);
  await kind.live(side, caseId);
  return count(kind, side, caseId);
}

/** Counts a life as far as the export that follows its decision, then ends it. */
async function count({ ours, events }: LifeKind, side: Side, caseId: string): Promise<HistoryCount> {
  const { client } = side;
  await sleep(restMs);
  const handle = client.workflow.getHandle(caseId);
  const { runId } = await handle.describe();
  const exporting = client.workflow.getHandle(`${caseId}.export.${runId}.${events}`);
  await exporting.result();
  const [own, child] = [await handle.fetchHistory(), await exporting.fetchHistory()];
  await endLives(side, [caseId]);
  return countHistory({ own, child, flushActivity: side === ours ? 'appendEvents' : 'writeRows' });
}

/** Rows inserted into or changed in the record and its projection so far. */
async function rowsWritten(owner: Pool): Promise<number> {
  await sleep(statisticsLagMs);
  const { rows } = await owner.query<{ written: string }>(
    `SELECT sum(n_tup_ins + n_tup_upd) AS written FROM pg_stat_user_tables
     WHERE relname IN ('case_events', 'cases', 'tasks')`,
  );
  return Number(rows[0]?.written);
}

const labels: Record<keyof HistoryCount, string> = {
  events: 'events in the history',
  workflowTasks: 'workflow tasks',
  updates: 'updates',
  signals: 'signals',
  activities: 'activities scheduled, record flushes among them',
  attempts: 'activity attempts',
  flushes: 'record flushes',
  timersSet: 'timers set',
  timersCancelled: 'timers cancelled',
  timersFired: 'timers fired',
  children: 'child workflows',
  searchAttributes: 'search attribute upserts',
  childAttempts: 'activity attempts of the child',
  actions: 'billable actions',
};

interface Seen {
  counted: HistoryCount;
  countedBare: HistoryCount;
  rows: number;
}

function tell(kind: LifeKind, { counted, countedBare, rows }: Seen): Section {
  const { name, mostEvents, title, about } = kind;
  const { events } = counted;
  const rowsBeside = Math.floor(((rows - kind.events) * countedBare.flushes) / counted.flushes);
  const rowsOf = (kind: keyof HistoryCount) => [
    labels[kind],
    String(counted[kind]),
    String(countedBare[kind]),
  ];
  const counts = Object.keys(labels) as (keyof HistoryCount)[];
  return {
    title,
    verdicts: mostEvents === null ? [] : [aimed(events, mostEvents)],
    tables: [
      {
        head: ['one life, driven alone', name, 'bare workflow'],
        rows: [
          ...counts.map(rowsOf),
          ['rows written to the record and its projection', String(rows), String(kind.events + rowsBeside)],
        ],
      },
    ],
    notes: [
      about,
      'The counts come from real histories and from PostgreSQL’s own statistics; the bare workflow is shaped after them.',
      `How actions are counted: ${actionRule}`,
    ],
  };
}

function aimed(events: number, mostEvents: number): Section['verdicts'][number] {
  return {
    figure: 'history events of a whole life that ends in a certificate',
    aim: `≤ ${mostEvents}`,
    measured: `**${events}**`,
    met: events <= mostEvents,
  };
}
