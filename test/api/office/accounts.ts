/** The office with the real casework over the real register, and a delivery that answers at once. */
import { sql } from 'drizzle-orm';
import { buildApp } from '../../../api/app';
import { createCasework } from '../../../api/casework';
import { whyNotActInTx } from '../../../db/desk/employers';
import { createIntake, type IntakeEntry } from '../../../db/intake';
import { openOffice } from './office';

/** Call `close` in `afterAll`. */
export async function openAccounts(filingDate = () => '2026-05-12') {
  const office = await openOffice({ filingDate });
  const { db } = office.deps;
  const delivered: IntakeEntry[] = [];
  const casework = createCasework({
    intake: createIntake(db),
    deliver: async (entry: IntakeEntry) => {
      delivered.push(entry);
      return { state: 'answered', answer: { seq: 1, status: 'fetching' } };
    },
    whyNotAct: whyNotActInTx,
    budgetMs: 5_000,
  } as unknown as Parameters<typeof createCasework>[0]);
  const app = await buildApp({ ...office.deps, casework });
  return {
    ...office,
    app,
    delivered,
    async count(table: string): Promise<number> {
      const { rows } = await db.execute<{ n: number }>(
        sql`SELECT count(*)::int AS n FROM ${sql.identifier(table)}`,
      );
      return rows[0]?.n ?? 0;
    },
    close: async () => {
      await app.close();
      await office.close();
    },
  };
}
export type Accounts = Awaited<ReturnType<typeof openAccounts>>;
