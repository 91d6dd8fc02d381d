/** A casework that only remembers what it was asked, and answers as the test says. */
import type { ActAnswer, Casework } from '../../../api/casework';
import type { Database, Tx } from '../../../db/connect';

export interface Asked {
  verb: string;
  entry: Record<string, unknown>;
}

export function createFakeCasework(db: Database) {
  const asked: Asked[] = [];
  const refusedCallbacks: unknown[] = [];
  const state = {
    answer: { kind: 'done', number: 7, receipt: { seq: 3, status: 'awaiting-form' } } as ActAnswer,
    received: { number: 9, state: 'received' as const, replayed: false, duplicate: false } as Awaited<
      ReturnType<Casework['receiveAnswer']>
    >,
    trouble: undefined as Error | undefined,
    act: undefined as Partial<Awaited<ReturnType<Casework['findAct']>>>,
  };
  const remember = (verb: string, entry: object) => {
    asked.push({ verb, entry: entry as Record<string, unknown> });
    if (state.trouble !== undefined) throw state.trouble;
  };
  const toldIn = (data: unknown) =>
    typeof data === 'function' ? db.transaction(data as (tx: Tx) => Promise<unknown>) : data;
  const keep = async (alongside?: (tx: Tx) => Promise<void>) => {
    if (alongside !== undefined) await db.transaction((tx) => alongside(tx));
  };
  const casework = {
    async open(verb, entry) {
      remember(verb, { ...entry, data: await toldIn(entry.data) });
      await keep(entry.alongside);
      return { ...state.answer, caseId: entry.caseId };
    },
    async act(verb, entry) {
      remember(verb, { ...entry, data: await toldIn(entry.data) });
      await keep(entry.alongside);
      return state.answer;
    },
    async atDesk(verb, entry) {
      remember(verb, entry);
      return { number: 8, answer: await db.transaction((tx) => entry.work(tx)) };
    },
    async atHouse(verb, order) {
      remember(verb, order);
      return { number: 8, answer: await db.transaction((tx) => order.work(tx)) };
    },
    findAct: async (number: number) => (state.act?.number === number ? state.act : undefined),
    async receiveAnswer(entry) {
      remember('receiveAnswer', entry);
      return state.received;
    },
    async refuseCallback(entry) {
      refusedCallbacks.push(entry);
    },
    caseNow: async () => new Date().toISOString(),
  } as Pick<Casework, keyof Casework> as Casework;
  return { casework, asked, refusedCallbacks, state };
}
