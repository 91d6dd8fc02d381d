/** What every bare life stands on: events in a queue, flushed by one activity, and a timer that is set anew as often as a case's. */
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

export type Receipt = { seq: number; status: string };

export const { doNothing, writeRows } = proxyActivities<BareActivities>({
  startToCloseTimeout: '10 seconds',
});

/** `walk` is what happens by itself; `acts` are updates, `news` signals, each one event. */
export function beginBareLife(caseId: string, shape: BareShape) {
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

  return {
    add,
    reached: (wanted: number) => condition(() => seq >= wanted),
    hear(acts: readonly string[], news: readonly string[]): void {
      for (const name of acts) setHandler(defineUpdate<Receipt, [unknown]>(name), add);
      for (const name of news) setHandler(defineSignal<[unknown]>(name), (event) => void add(event));
    },
    /** Lives through `walk`, starts the export, and lives on for a year. */
    async live(walk: () => Promise<void>): Promise<void> {
      const over = condition(() => committed >= shape.events);
      await Promise.race([over, keepRecord(), Promise.all([keepTime(), walk()]).then(() => over)]);
      await condition(allHandlersFinished);
      const workflowId = `${caseId}.export.${workflowInfo().runId}.${shape.events}`;
      await startChild('bareExport', { workflowId, parentClosePolicy: 'ABANDON' });
      await condition(() => false, '365 days');
    },
  };
}
