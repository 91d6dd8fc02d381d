/** Gaps in the register's pulse: outages of ours, as every case sees them. */
import type { House } from './house';

export function createGaps({ owner }: House) {
  return {
    /** Nobody could hand anything in for the last so many minutes. */
    async add(minutes: number): Promise<void> {
      await owner.query(
        `INSERT INTO outages (from_at, to_at) SELECT now() - $1 * interval '1 minute', now()`,
        [minutes],
      );
    },
    count: async (): Promise<number> => (await owner.query('SELECT 1 FROM outages')).rowCount ?? 0,
    /** A case that is moved ahead takes a gap with it, as if it had happened on its new day: once noted, it is forgotten. */
    async forget(): Promise<void> {
      await owner.query('DELETE FROM outages');
    },
  };
}
export type Gaps = ReturnType<typeof createGaps>;
