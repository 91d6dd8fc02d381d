/** Workers that die at the worst moment, and what was asked of the service around it. */
import { expect } from '@jest/globals';
import type { Call, Reply } from './desk';
import type { House } from './house';
import { everyActAnswered, recordedEvents } from './truth';
import type { WorkerProcess } from './worker-process';

/** An act that can be asked for again: its number is in the answer. */
export type Ask = () => Promise<Reply>;

export function createDeaths(house: House) {
  let last: WorkerProcess | undefined;

  const steps = {
    /** A worker that is killed once this event is committed, or this activity's work done, and before its task is completed. */
    async dyingAfter(what: string, env: Record<string, string> = {}): Promise<WorkerProcess> {
      const program = 'test/support/processes/dying-worker.js';
      last = await house.startWorker({ program, env: { ...env, DIE_AFTER: what } });
      return last;
    },

    /** The act over which the worker dies and another that comes before the next worker: both are kept with a number. */
    async askAcross(act: Ask, other: Ask): Promise<void> {
      const first = act();
      await last?.ended;
      const second = await other();
      expect([(await first).status, second.status]).toEqual([202, 202]);
    },

    /** Every act has its answer, and asking again finds it under its number. */
    async foundAgain(caseId: string, act: Ask): Promise<Reply> {
      await everyActAnswered(house, caseId);
      const found = await act();
      expect(found).toMatchObject({ status: 200, body: { number: expect.any(Number) } });
      expect((await act()).body).toEqual(found.body);
      return found;
    },

    /** An act that is asked for under one key, however often. */
    asking:
      (persona: string, line: string, call: Call & { key: string }): Ask =>
      () =>
        house.desk.call(persona, line, call),

    async typesFrom(caseId: string, first: string): Promise<string[]> {
      const types = (await recordedEvents(house, caseId)).map(({ type }) => type);
      return types.slice(types.indexOf(first as (typeof types)[number]));
    },
  };
  return steps;
}
