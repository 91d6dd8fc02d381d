/** Attempts to deliver a notice, and the proof of one, which a case hears of through the register. */
import { sql } from 'drizzle-orm';
import { theService } from '../../domain/actor';
import type { DeliveryChannel, DeliveryOutcome } from '../../domain/delivery';
import { startsLimit, type Notice } from '../../domain/notices';
import type { Database, Tx } from '../connect';
import { createIntake } from '../intake';
import { contacts } from '../schema';

type Proved = Pick<Notice, 'caseId' | 'seq' | 'kind'> & { channel: DeliveryChannel };

/** Stamped with the case's own time; opening in the account is kept once. */
export async function insertAttemptInTx(
  tx: Tx,
  { caseId, seq }: Pick<Notice, 'caseId' | 'seq'>,
  { channel, outcome, code }: { channel: DeliveryChannel; outcome: DeliveryOutcome; code: string },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO notice_deliveries (case_id, seq, channel, at, outcome, code)
    SELECT ${caseId}, ${seq}, ${channel}, date_trunc('milliseconds', clock_timestamp()) + coalesce(
      (SELECT offset_ms FROM case_time WHERE case_id = ${caseId}), 0) * interval '1 millisecond', ${outcome}, ${code}
    ON CONFLICT DO NOTHING`);
}

/** Keeps what `keep` writes and, where a time limit hangs on the notice, enters the proof in the register: the first. */
export async function proveDelivery(
  db: Database,
  { caseId, seq, kind, channel }: Proved,
  keep: (tx: Tx) => Promise<void>,
): Promise<void> {
  if (!startsLimit(kind)) return db.transaction(keep);
  const { isNew } = await createIntake(db).register(
    {
      caseId,
      verb: 'receiveDelivery',
      actor: theService,
      idempotencyKey: `notice:${caseId}.${seq}`,
      body: { noticeSeq: seq },
      message: { noticeSeq: seq, kind, channel },
      leaseMs: 0,
    },
    keep,
  );
  if (!isNew) await db.transaction(keep);
}

/** The applicant has opened a notice in his account; once, however often he reads it. */
export async function keepOpened(
  db: Database,
  notice: Pick<Notice, 'caseId' | 'seq' | 'kind'>,
): Promise<void> {
  const opened = { channel: 'account', outcome: 'delivered', code: 'opened' } as const;
  await proveDelivery(db, { ...notice, channel: 'account' }, (tx) => insertAttemptInTx(tx, notice, opened));
}

/** Where a person wants notices: kept with the application that brought it. */
export async function keepContactInTx(tx: Tx, contact: typeof contacts.$inferInsert): Promise<void> {
  await tx.insert(contacts).values(contact);
}
