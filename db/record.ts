/** The one writer of the legal record: events and their projection in one transaction, each event once. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { applyEvent } from '../domain/apply-event';
import { canonicalJson } from '../domain/canonical-json';
import type { CaseFile } from '../domain/case-file';
import type { CaseEvent } from '../domain/events';
import type { Notice } from '../domain/notices';
import { noticeOf } from '../policy/notices';
import { projectionOf } from '../policy/projection';
import { caseChanged } from './announcement';
import type { Database, Tx } from './connect';
import { chained, genesisHash } from './chain';
import { settlePlaceInTx } from './places';
import { keepNoticesInTx } from './record/keep-notices';
import { caseEvents, cases, tasks } from './schema';

/** Two stories about one case: never retried, always alarmed. */
export class RecordConflict extends Error {
  override readonly name = 'RecordConflict';
}

interface Head {
  seq: number;
  hash: string;
  file: CaseFile | null;
}

export function createRecord(db: Database) {
  return {
    /**
     * Appends events that follow each other in `seq`. Idempotent: the same event at the same seq, down to its cause and
     * data, is silence; anything else throws RecordConflict and nothing is written.
     */
    async appendEvents(caseId: string, events: readonly CaseEvent[]): Promise<void> {
      await db.transaction(async (tx) => {
        const { head, now } = await lockHead(tx, caseId);
        await insistOnSameStory(
          tx,
          caseId,
          events.filter(({ seq }) => seq <= head.seq),
        );
        const fresh = events.filter(({ seq }) => seq > head.seq);
        if (fresh.length === 0) return;
        const last = await insertEvents(tx, caseId, { head, now, fresh });
        await project(tx, last);
        await settlePlaceInTx(tx, last.file);
        await tx.execute(sql`select pg_notify(${caseChanged}, ${`${caseId} ${last.seq}`})`);
      });
    },
  };
}
export type CaseRecord = ReturnType<typeof createRecord>;

async function lockHead(tx: Tx, caseId: string): Promise<{ head: Head; now: string }> {
  const now = sql<string>`date_trunc('milliseconds', clock_timestamp())`;
  const [found] = await tx
    .select({ seq: cases.seq, hash: cases.headHash, file: cases.caseFile, now })
    .from(cases)
    .where(eq(cases.caseId, caseId))
    .for('update');
  if (found !== undefined) return { head: found, now: new Date(found.now).toISOString() };
  return { head: { seq: 0, hash: genesisHash, file: null }, now: new Date().toISOString() };
}

async function insistOnSameStory(tx: Tx, caseId: string, repeated: CaseEvent[]): Promise<void> {
  if (repeated.length === 0) return;
  const known = await tx
    .select()
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.caseId, caseId),
        inArray(
          caseEvents.seq,
          repeated.map(({ seq }) => seq),
        ),
      ),
    )
    .orderBy(asc(caseEvents.seq));
  for (const event of repeated) {
    const there = known.find((row) => row.seq === event.seq);
    if (there === undefined || !isSameEvent(there, event)) {
      const { seq, type, causeId } = event;
      throw new RecordConflict(
        `${caseId} ${seq}: ${there?.type} of ${there?.causeId} is there, not this ${type} of ${causeId}`,
      );
    }
  }
}

function isSameEvent(there: typeof caseEvents.$inferSelect, { actor, ...event }: CaseEvent): boolean {
  const { seq, type, effectiveAt, causeId, data, actorId, actorRole } = there;
  return (
    canonicalJson({ seq, type, effectiveAt, causeId, data, actorId, actorRole }) ===
    canonicalJson({ ...event, actorId: actor.id, actorRole: actor.role })
  );
}

async function insertEvents(
  tx: Tx,
  caseId: string,
  { head, now, fresh }: { head: Head; now: string; fresh: CaseEvent[] },
): Promise<{ seq: number; hash: string; file: CaseFile }> {
  let { hash, file } = head;
  const notices: Notice[] = [];
  const rows = fresh.map((event) => {
    if (event.seq !== (file?.seq ?? 0) + 1) {
      throw new RecordConflict(`${caseId}: event ${event.seq} does not follow ${file?.seq ?? 0}`);
    }
    const before = file;
    file = applyEvent(caseId, before, event);
    notices.push(...[noticeOf(event, before, file)].filter((notice) => notice !== undefined));
    const row = chained({ caseId, event, recordedAt: now, previousHash: hash });
    hash = row.hash;
    return row;
  });
  await tx.insert(caseEvents).values(rows);
  if (file === null) throw new RecordConflict(`${caseId}: no events`);
  await keepNoticesInTx(tx, notices, file);
  return { seq: file.seq, hash, file };
}

/** The read tables of a case, from its file alone. */
async function project(
  tx: Tx,
  { seq, hash, file }: { seq: number; hash: string; file: CaseFile },
): Promise<void> {
  const { row: columns, tasks: open } = projectionOf(file);
  const row = { seq, headHash: hash, ...columns, changedAt: sql`clock_timestamp()` };
  await tx
    .insert(cases)
    .values({ caseId: file.caseId, ...row })
    .onConflictDoUpdate({ target: cases.caseId, set: row });
  const { caseId } = file;
  const rows = open.map((task) => ({ caseId, ...task }));
  await tx.delete(tasks).where(eq(tasks.caseId, caseId));
  if (rows.length > 0) await tx.insert(tasks).values(rows);
}
