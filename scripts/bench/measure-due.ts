/** Many deadlines at one instant: how late each is on the record, and how fast they drain, against bare timers. */
import { bareTaskQueue } from './bare-task-queue';
import { openDueCases } from './due-cases';
import { workThrough } from './rounds';
import type { Scene } from './scene';
import type { Section } from './section';
import { num, quantile } from './spread';
import { inventCaseIds } from './synthetic-case';

const atOnce = 20;
/** Started before the others, and far from due, to learn how long a start takes. */
const tried = 100;
const patienceMs = 60 * 60 * 1000;

/** Milliseconds from the instant at which each was due to the row that says so, in ascending order. */
type Lateness = number[];

/** The bare side comes first: ours goes on with its exports when every event is recorded. */
export async function measureDue(scene: Scene): Promise<Section> {
  const bareIds = inventCaseIds(scene.plan.due.cases);
  await startBare(scene, bareIds);
  await drained(scene, bareIds, 1);
  const bare = await latenessOf(scene, lateBareRows, bareIds);
  const caseIds = inventCaseIds(scene.plan.due.cases);
  await openDueCases(scene, caseIds);
  await drained(scene, caseIds, 2);
  return tell(await latenessOf(scene, lateDeadlines, caseIds), bare);
}

async function startBare({ bareClient }: Scene, caseIds: readonly string[]): Promise<void> {
  const startAll = (ids: readonly string[], dueMs: number) =>
    workThrough(ids, atOnce, (workflowId) =>
      bareClient.workflow.start('bareDue', {
        workflowId,
        taskQueue: bareTaskQueue,
        args: [workflowId, dueMs],
      }),
    );
  const seconds = await startAll(inventCaseIds(tried), Date.now() + patienceMs);
  const dueMs = Date.now() + 30_000 + 2_000 * seconds * (caseIds.length / tried);
  await startAll(caseIds, dueMs);
  if (Date.now() > dueMs - 1_000) throw new Error('the first bare timers fired before the last was set');
}

async function drained({ ours }: Scene, caseIds: readonly string[], seq: number): Promise<void> {
  await Promise.all(caseIds.map((caseId) => ours.watch.until(caseId, seq, patienceMs)));
}

/** An event is effective when it was due; the case is ahead of the wall clock by its offset. */
const lateDeadlines = `
  SELECT extract(epoch FROM recorded_at - effective_at) * 1000 + offset_ms AS late
  FROM case_events JOIN case_time USING (case_id) WHERE type = 'turn-lapsed' AND case_id = ANY($1)`;
const lateBareRows = `
  SELECT extract(epoch FROM written_at) * 1000 - (event->>'dueAt')::numeric AS late
  FROM bare_rows WHERE case_id = ANY($1)`;

async function latenessOf({ owner }: Scene, text: string, caseIds: readonly string[]): Promise<Lateness> {
  const { rows } = await owner.query<{ late: string }>(text, [caseIds]);
  if (rows.length !== caseIds.length) throw new Error(`${rows.length} of ${caseIds.length} fell due`);
  return rows.map(({ late }) => Number(late)).sort((a, b) => a - b);
}

function tell(ours: Lateness, bare: Lateness): Section {
  const at = (share: number) => [ours, bare].map((late) => quantile(late, share));
  const rates = [ours, bare].map((late) => (1000 * late.length) / (late.at(-1) ?? 0));
  const row = (figure: string, unit: string, [one = 0, other = 0]: number[]) => [
    figure,
    unit,
    num(one),
    num(other),
    num(one / other),
  ];
  return {
    title: 'Many deadlines at one instant',
    verdicts: [],
    tables: [
      {
        head: [`${ours.length} at once`, 'unit', 'turns that lapse', 'bare timers', 'ratio'],
        rows: [
          row('recorded after the instant, p50', 'ms', at(0.5)),
          row('recorded after the instant, p99', 'ms', at(0.99)),
          row('recorded after the instant, the last', 'ms', at(1)),
          row('drained', 'cases/s', rates),
        ],
      },
    ],
    notes: [
      'Every term of the law ends at midnight of UTC+5, so that all of a day are due at one instant. The cases were opened so many ' +
        'days ago that their first turn lapses at the next midnight; the time of each was then moved up to shortly before it, and ' +
        'none is skipped from there on. A lapsing turn asks the register for acts on their way and for outages, records the event ' +
        'and starts the export of the history: four regular activities, one of them in a child. The bare side is a timer and one ' +
        'regular activity that inserts one row; it comes first, since exports of ours go on when the last event is recorded. A ' +
        'case’s own time is known to the length of one request: ours may seem later by that.',
    ],
  };
}
