/** First in, first out: every event of a case goes to the record through here, one flush at a time. */
import { condition } from '@temporalio/workflow';
import type { CaseEvent } from '../domain/events';

type Append = (events: CaseEvent[]) => Promise<void>;

export function createRecorder(append: Append, committedSeq: number) {
  const waiting: CaseEvent[] = [];
  let committed = committedSeq;
  let flushing = false;

  return {
    add(event: CaseEvent): void {
      waiting.push(event);
    },

    /** Resolves when everything up to and with `seq` is committed in PostgreSQL. */
    async committed(seq: number): Promise<void> {
      await condition(() => committed >= seq);
    },

    isIdle: () => waiting.length === 0 && !flushing,

    /** Flushes for as long as the case lives; never ends by itself. */
    async run(): Promise<never> {
      for (;;) {
        await condition(() => waiting.length > 0);
        const batch = waiting.splice(0);
        flushing = true;
        await append(batch);
        committed = batch.at(-1)?.seq ?? committed;
        flushing = false;
      }
    },
  };
}
