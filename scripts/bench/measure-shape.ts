/** One life of each side, looked at closely: what a case does, so that the bare one does as much. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { BareShape } from './bare-workflows';
import { actionRule, countHistory, type HistoryCount } from './count-history';
import { endLives, liveLife, type Side } from './live-life';
import type { Scene } from './scene';
import type { Section } from './section';
import { eventsOfLife, inventCaseIds, keepForms } from './synthetic-case';

/** An idle session of PostgreSQL tells its figures within ten seconds. */
const statisticsLagMs = 11_000;
/** Long enough for a case to start its export, and to settle again after it. */
const restMs = 2_000;
const mostEvents = 220;

export interface Shape {
  bare: BareShape;
  section: Section;
}

export async function measureShape(scene: Scene): Promise<Shape> {
  const { owner, ours } = scene;
  await scene.cast.orderAgencies({ silent: true });
  const [first = '', second = ''] = inventCaseIds(2);
  await keepForms(owner, [first, second]);
  await liveLife(ours, first);
  await endLives(ours, [first]);
  const rowsBefore = await rowsWritten(owner);
  await liveLife(ours, second);
  const rows = (await rowsWritten(owner)) - rowsBefore;
  const counted = await count(ours, second, 'appendEvents');
  const rowsBeside = rows - eventsOfLife;
  let bare = { timerChanges: counted.timersSet, rowsBeside, flushes: counted.flushes, events: eventsOfLife };
  const rough = await liveBare(scene, bare);
  bare = { ...bare, timerChanges: bare.timerChanges + counted.timersSet - rough.timersSet };
  const countedBare = await liveBare(scene, bare);
  return { bare, section: tell({ counted, countedBare, rows }) };
}

async function liveBare(scene: Scene, shape: BareShape): Promise<HistoryCount> {
  const [caseId = ''] = inventCaseIds(1);
  const side = scene.bareLike(shape);
  await liveLife(side, caseId);
  return count(side, caseId, 'writeRows');
}

/** Counts a life as far as the certificate and the export that follows it, then ends it. */
async function count(side: Side, caseId: string, flushActivity: string): Promise<HistoryCount> {
  const { client } = side;
  await sleep(restMs);
  const handle = client.workflow.getHandle(caseId);
  const { runId } = await handle.describe();
  const exporting = client.workflow.getHandle(`${caseId}.export.${runId}.${eventsOfLife}`);
  await exporting.result();
  const [own, child] = [await handle.fetchHistory(), await exporting.fetchHistory()];
  await endLives(side, [caseId]);
  return countHistory({ own, child, flushActivity });
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

function tell(seen: { counted: HistoryCount; countedBare: HistoryCount; rows: number }): Section {
  const { counted, countedBare, rows } = seen;
  const { events } = counted;
  const rowsBeside = Math.floor(((rows - eventsOfLife) * countedBare.flushes) / counted.flushes);
  const rowsOf = (kind: keyof HistoryCount) => [
    labels[kind],
    String(counted[kind]),
    String(countedBare[kind]),
  ];
  const kinds = Object.keys(labels) as (keyof HistoryCount)[];
  return {
    title: 'What one granted life is made of',
    verdicts: [
      {
        figure: 'history events of a whole life that ends in a certificate',
        aim: `≤ ${mostEvents}`,
        measured: `**${events}**`,
        met: events <= mostEvents,
      },
    ],
    tables: [
      {
        head: ['one life, driven alone', 'residencePermit', 'bare workflow'],
        rows: [
          ...kinds.map(rowsOf),
          ['rows written to the record and its projection', String(rows), String(eventsOfLife + rowsBeside)],
        ],
      },
    ],
    notes: [
      'A whole life: eight agencies, every document judged, an interview with its panel, a decision, the certificate and the ' +
        'export that follows it. It is counted there, since the case lives on for a year. The aim was set for a thin life of ' +
        'four agencies and no documents, and is held against the whole one.',
      'The counts come from real histories and from PostgreSQL’s own statistics; the bare workflow is shaped after them.',
      `How actions are counted: ${actionRule}`,
    ],
  };
}
