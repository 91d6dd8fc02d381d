/** Letters on their way: claimed with a lease, and every attempt written down, with the proof that a case waits for. */
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Language } from '../domain/languages';
import type { Notice } from '../domain/notices';
import type { Database, Tx } from './connect';
import { insertAttemptInTx, proveDelivery } from './desk/deliveries';
import { contacts, notices, outgoingMail } from './schema';

/** `tries` counts the one under way; without an address there is nowhere to send it. */
export interface Letter {
  notice: Notice;
  email: string | null;
  language: Language;
  tries: number;
}
export function createPostbox(db: Database) {
  async function find(caseId: string, seq: number): Promise<Letter[]> {
    const rows = await db
      .select({
        notice: notices,
        email: contacts.email,
        language: contacts.language,
        tries: outgoingMail.tries,
      })
      .from(outgoingMail)
      .innerJoin(notices, and(eq(notices.caseId, outgoingMail.caseId), eq(notices.seq, outgoingMail.seq)))
      .leftJoin(contacts, eq(contacts.caseId, outgoingMail.caseId))
      .where(and(eq(outgoingMail.caseId, caseId), eq(outgoingMail.seq, seq)));
    return rows.map(({ notice, language, ...row }) => ({
      ...row,
      notice: notice as Notice,
      language: language ?? 'kk',
    }));
  }

  return {
    /** Takes up to `limit` letters that are due and that nobody is carrying. */
    async claim(limit: number, leaseMs: number): Promise<Letter[]> {
      const { rows } = await db.execute<{ case_id: string; seq: number }>(sql`
        UPDATE outgoing_mail SET tries = tries + 1,
          lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
        WHERE (case_id, seq) IN (
          SELECT case_id, seq FROM outgoing_mail
          WHERE state = 'waiting' AND lease_until <= clock_timestamp()
          ORDER BY lease_until LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING case_id, seq`);
      return (await Promise.all(rows.map((row) => find(row.case_id, row.seq)))).flat();
    },

    /** The attempt, the end of the letter and the proof for the case in one transaction; the proof once by notice. */
    async keepDelivered({ notice }: Letter, code: string): Promise<void> {
      await proveDelivery(db, { ...notice, channel: 'email' }, async (tx) => {
        await insertAttemptInTx(tx, notice, { channel: 'email', outcome: 'delivered', code });
        await setMail(tx, notice, { state: 'sent' });
      });
    },

    /** The attempt, and when the next one is due; null gives the letter up. */
    async keepFailed({ notice }: Letter, code: string, againMs: number | null): Promise<void> {
      await db.transaction(async (tx) => {
        await insertAttemptInTx(tx, notice, { channel: 'email', outcome: 'failed', code });
        await setMail(
          tx,
          notice,
          againMs === null
            ? { state: 'given-up' }
            : { leaseUntil: sql`clock_timestamp() + ${againMs} * interval '1 millisecond'` },
        );
      });
    },
  };
}
export type Postbox = ReturnType<typeof createPostbox>;

async function setMail(
  tx: Tx,
  { caseId, seq }: Notice,
  change: { state: 'sent' | 'given-up' } | { leaseUntil: SQL },
): Promise<void> {
  await tx
    .update(outgoingMail)
    .set(change)
    .where(and(eq(outgoingMail.caseId, caseId), eq(outgoingMail.seq, seq)));
}
