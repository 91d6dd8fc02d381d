/** The register of what came in: every act and every callback, stamped and numbered before anything happens to it. */
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../domain/actor';
import type { Database, Tx } from './connect';
import { hashOfJson } from './hash';
import { intake } from './schema';

export type IntakeEntry = typeof intake.$inferSelect;

export interface Incoming {
  caseId: string | null;
  verb: string;
  actor: Actor;
  idempotencyKey: string;
  /** What the caller sent; only its hash is kept here. */
  body: unknown;
  /**
   * What goes on to the workflow: ids, codes and hashes. A function is asked only for a new entry, in the transaction
   * that stamps it and after every act stamped before; what it throws refuses, and nothing is kept.
   */
  message: unknown;
  /** How long whoever registers has to deliver before the relay takes over. */
  leaseMs: number;
}

export interface Settlement {
  state: 'answered' | 'refused' | 'kept';
  answer: unknown;
}

/** The same key with another act: the first one stands, and this is not a repeat of it. */
export class IdempotencyKeyReused extends Error {
  override readonly name = 'IdempotencyKeyReused';
}

export function createIntake(db: Database) {
  /**
   * Stamps and stores an entry, once by (actor, idempotency key): a repeat finds the first. Stamps of one case are in
   * the order of their numbers. `alongside` runs in the same transaction, only for a new entry; when it returns a
   * settlement the entry is settled at once. Throws IdempotencyKeyReused.
   */
  async function register(
    incoming: Incoming,
    alongside: (tx: Tx, entry: IntakeEntry) => Promise<Settlement | void> = async () => undefined,
  ): Promise<{ entry: IntakeEntry; isNew: boolean }> {
    const { verb, idempotencyKey, body } = incoming;
    const bodySha256 = hashOfJson({ verb, body });
    return db.transaction(async (tx) => {
      if (incoming.caseId !== null) await lockCase(tx, incoming.caseId);
      const repeated = isLate(incoming.message) ? await findFirst(tx, incoming) : undefined;
      const entry = repeated === undefined ? await insertEntry(tx, incoming, bodySha256) : undefined;
      if (entry === undefined) {
        const first = repeated ?? (await findFirst(tx, incoming));
        if (first?.bodySha256 !== bodySha256) throw new IdempotencyKeyReused(idempotencyKey);
        return { entry: first, isNew: false };
      }
      const settlement = await alongside(tx, entry);
      if (!settlement) return { entry, isNew: true };
      return { entry: (await settleIn(tx, entry.number, settlement)) ?? entry, isNew: true };
    });
  }

  return {
    register,

    findEntry: (number: number) => db.query.intake.findFirst({ where: eq(intake.number, number) }),

    /** The answer of an entry, once: the first settlement stands and is returned. */
    async settle(number: number, settlement: Settlement): Promise<IntakeEntry | undefined> {
      const settled = await settleIn(db, number, settlement);
      return settled ?? (await db.query.intake.findFirst({ where: eq(intake.number, number) }));
    },

    /** Whether no earlier act of a person on this case is still without an answer. */
    async isNext({ caseId, number }: IntakeEntry): Promise<boolean> {
      const { rows } = await db.execute(sql`
        SELECT 1 FROM intake WHERE case_id = ${caseId} AND number < ${number} AND state = 'received'
          AND actor_role NOT IN ('agency', 'service') LIMIT 1`);
      return rows.length === 0;
    },

    /** Gives an entry back to the relay, to be tried again after so long. */
    async release(number: number, afterMs: number): Promise<void> {
      await db
        .update(intake)
        .set({ leaseUntil: sql`clock_timestamp() + ${afterMs} * interval '1 millisecond'` })
        .where(and(eq(intake.number, number), eq(intake.state, 'received')));
    },

    /** Takes up to `limit` entries that nobody is delivering, at most the oldest act of each case. */
    async claim(limit: number, leaseMs: number): Promise<IntakeEntry[]> {
      const { rows } = await db.execute<{ number: string }>(sql`
        UPDATE intake SET tries = tries + 1, lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
        WHERE number IN (
          SELECT number FROM intake i
          WHERE state = 'received' AND lease_until < clock_timestamp() AND (actor_role IN ('agency', 'service')
            OR NOT EXISTS (
            SELECT 1 FROM intake o WHERE o.case_id = i.case_id AND o.number < i.number AND o.state = 'received'
              AND o.actor_role NOT IN ('agency', 'service')))
          ORDER BY lease_until, number LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING number`);
      const numbers = rows.map(({ number }) => Number(number));
      return numbers.length === 0
        ? []
        : db.query.intake.findMany({
            where: (row, { inArray }) => inArray(row.number, numbers),
            orderBy: intake.number,
          });
    },
  };
}
export type Intake = ReturnType<typeof createIntake>;

/**
 * One at a time for a case: whoever holds it sees every act stamped before, and stamps after everyone who held it.
 * The look into the register before a deadline takes the same lock.
 */
export async function lockCase(tx: Tx, caseId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${caseId}, 0))`);
}

type LateMessage = (tx: Tx) => Promise<unknown>;

function isLate(message: unknown): message is LateMessage {
  return typeof message === 'function';
}

function findFirst(tx: Tx, { actor, idempotencyKey }: Incoming): Promise<IntakeEntry | undefined> {
  return tx.query.intake.findFirst({
    where: and(eq(intake.actorId, actor.id), eq(intake.idempotencyKey, idempotencyKey)),
  });
}

async function insertEntry(tx: Tx, incoming: Incoming, bodySha256: string): Promise<IntakeEntry | undefined> {
  const { caseId, verb, actor, idempotencyKey, leaseMs } = incoming;
  const message = isLate(incoming.message) ? await incoming.message(tx) : incoming.message;
  const { rows } = await tx.execute<{ at: string; offset_ms: string }>(sql`
    SELECT date_trunc('milliseconds', clock_timestamp()) AS at,
      coalesce((SELECT offset_ms FROM case_time WHERE case_id = ${caseId}), 0) AS offset_ms`);
  const receivedAt = new Date(rows[0]?.at ?? Number.NaN);
  const [entry] = await tx
    .insert(intake)
    .values({
      caseId,
      verb,
      actorId: actor.id,
      actorRole: actor.role,
      idempotencyKey,
      bodySha256,
      message,
      receivedAt: receivedAt.toISOString(),
      effectiveAt: new Date(receivedAt.getTime() + Number(rows[0]?.offset_ms)).toISOString(),
      state: 'received',
      leaseUntil: new Date(receivedAt.getTime() + leaseMs).toISOString(),
    })
    .onConflictDoNothing({ target: [intake.actorId, intake.idempotencyKey] })
    .returning();
  return entry;
}

async function settleIn(db: Database | Tx, number: number, { state, answer }: Settlement) {
  const [settled] = await db
    .update(intake)
    .set({ state, answer, settledAt: sql`clock_timestamp()` })
    .where(and(eq(intake.number, number), eq(intake.state, 'received')))
    .returning();
  return settled;
}
