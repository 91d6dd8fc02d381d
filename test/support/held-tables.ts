/** A table that nobody can use for a while, so that whoever needs it is caught in the middle. */
import type { House } from './house';

export interface HeldTable {
  /** Resolves when somebody waits for the table. */
  someoneWaits(): Promise<void>;
  /** Also after PostgreSQL was restarted, which lets everybody go. */
  release(): Promise<void>;
}

export async function holdTable({ owner, desk }: House, table: string): Promise<HeldTable> {
  const holder = await owner.connect();
  holder.on('error', () => undefined);
  await holder.query('BEGIN');
  await holder.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return {
    async someoneWaits() {
      const waiting = () =>
        owner.query('SELECT 1 FROM pg_locks WHERE relation = $1::regclass AND NOT granted', [table]);
      await desk.until(waiting, ({ rowCount }) => rowCount !== 0, 60_000);
    },
    async release() {
      const lost = await holder.query('ROLLBACK').then(
        () => false,
        () => true,
      );
      holder.release(lost);
    },
  };
}
