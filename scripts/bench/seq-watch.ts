/** Hears how far the record of each case has come, and lets a driver wait for a place in it. */
import { Client } from 'pg';
import { caseChanged } from '../../db/announcement';

/** Both sides announce `<case id> <seq>` on the same channel of PostgreSQL. */
export async function watchRecord(databaseUrl: string) {
  const reached = new Map<string, number>();
  const waiters = new Map<string, { seq: number; resolve: () => void }>();
  const client = new Client({ connectionString: databaseUrl });
  client.on('notification', ({ payload = '' }) => {
    const [caseId = '', seq = '0'] = payload.split(' ');
    reached.set(caseId, Math.max(Number(seq), reached.get(caseId) ?? 0));
    const waiter = waiters.get(caseId);
    if (waiter === undefined || waiter.seq > Number(seq)) return;
    waiters.delete(caseId);
    waiter.resolve();
  });
  await client.connect();
  await client.query(`LISTEN ${caseChanged}`);

  return {
    /** One waiter a case. */
    async until(caseId: string, seq: number, patienceMs = 60_000): Promise<void> {
      if ((reached.get(caseId) ?? 0) >= seq) return;
      const patience = { timer: undefined as NodeJS.Timeout | undefined };
      await new Promise<void>((resolve, reject) => {
        waiters.set(caseId, { seq, resolve });
        const complain = () =>
          reject(new Error(`${caseId} stands at ${reached.get(caseId) ?? 0}, not at ${seq}`));
        patience.timer = setTimeout(complain, patienceMs);
      }).finally(() => clearTimeout(patience.timer));
    },
    close: () => client.end(),
  };
}
export type RecordWatch = Awaited<ReturnType<typeof watchRecord>>;
