/** The bare side: workflows that do as much as a case does, and know nothing of the law. */
import {
  allHandlersFinished,
  condition,
  defineSignal,
  defineUpdate,
  proxyActivities,
  setHandler,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import type { BareActivities, BareRow } from './bare-activities';

export { bareDue } from './bare-due';

/** What a case was seen to do, so that the bare one does as much. */
export interface BareShape {
  /** At how many of its events the timer is set anew. */
  timerChanges: number;
  /** Rows that it writes beside its events, spread over the flushes. */
  rowsBeside: number;
  flushes: number;
  /** From the opening to the certificate. */
  events: number;
}

type Receipt = { seq: number; status: string };

const { doNothing, writeRows } = proxyActivities<BareActivities>({ startToCloseTimeout: '10 seconds' });

const acts = [
  'openApplication',
  'bookLanguageTest',
  'submitForm',
  'assignCase',
  'judgeDocuments',
  'scheduleInterview',
  'recordInterview',
  'proposeDecision',
  'approveDecision',
];
const news = ['receiveTestResult', 'receiveAgencyAnswer'];
const answeredAtOnce = ['berkut', 'iin', 'fingerprints', 'migration', 'health'];
const answeredLater = ['criminal', 'security', 'bank'];

/** The same acts, news, activities, flushes and timers in the same order as a case that gets its certificate and lives on. */
export async function bareLife(caseId: string, shape: BareShape): Promise<void> {
  const waiting: BareRow[] = [];
  let seq = 0;
  let committed = 0;
  let timerChanges = 0;
  let flushes = 0;

  async function add(event: unknown): Promise<Receipt> {
    seq += 1;
    const own = seq;
    waiting.push({ seq, event });
    if (timerChanges < shape.timerChanges) timerChanges += 1;
    await condition(() => committed >= own);
    return { seq: own, status: 'on the way' };
  }
  const reached = (wanted: number) => condition(() => seq >= wanted);

  async function keepRecord(): Promise<never> {
    for (;;) {
      await condition(() => waiting.length > 0);
      const rows = waiting.splice(0);
      const share = (flush: number) => Math.floor((flush * shape.rowsBeside) / shape.flushes);
      const rowsBeside = share(flushes + 1) - share(flushes);
      flushes += 1;
      await writeRows({ caseId, rows, rowsBeside });
      committed = rows.at(-1)?.seq ?? committed;
    }
  }

  async function keepTime(): Promise<void> {
    while (seq < shape.events) {
      const known = timerChanges;
      await condition(() => timerChanges > known || seq >= shape.events, '30 days');
    }
  }

  async function walk(): Promise<void> {
    await reached(2);
    await doNothing('book');
    await reached(4);
    const score = await doNothing('score');
    await add(score);
    const asked = answeredAtOnce.map(async (check) => void (await add(await doNothing(check))));
    await Promise.all([...asked, ...answeredLater.map(doNothing)]);
    await reached(shape.events - 1);
    await add(await doNothing('certificate'));
  }

  for (const name of acts) setHandler(defineUpdate<Receipt, [unknown]>(name), add);
  for (const name of news) setHandler(defineSignal<[unknown]>(name), (event) => void add(event));
  const over = condition(() => committed >= shape.events);
  await Promise.race([over, keepRecord(), Promise.all([keepTime(), walk()]).then(() => over)]);
  await condition(allHandlersFinished);
  const workflowId = `${caseId}.export.${workflowInfo().runId}.${shape.events}`;
  await startChild(bareExport, { workflowId, parentClosePolicy: 'ABANDON' });
  await condition(() => false, '365 days');
}

export async function bareExport(): Promise<void> {
  await doNothing('export');
}

/** An update with one regular activity in its handler, as often as anybody asks. */
export async function bareCase(caseId: string): Promise<void> {
  let seq = 0;
  setHandler(defineUpdate<Receipt, [unknown]>('act'), async (event) => {
    seq += 1;
    const own = seq;
    await writeRows({ caseId, rows: [{ seq: own, event }], rowsBeside: 0 });
    return { seq: own, status: 'done' };
  });
  let ended = false;
  setHandler(defineSignal('end'), () => {
    ended = true;
  });
  await condition(() => ended);
}
