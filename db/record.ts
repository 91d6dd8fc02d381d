/** The one writer of the legal record: events and their projection in one transaction, each event once. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import { applyEvent } from '../domain/apply-event';
import { canonicalJson } from '../domain/canonical-json';
import type { CaseEvent } from '../domain/events';
import type { Notice } from '../domain/notices';
import { noticeOf } from '../policy/notices';
import { chained } from './chain';
import type { Database } from './connect';
import { keepStory, readHead, type Head, type Story } from './record/keep-story';
import { caseEvents } from './schema';

/** Two stories about one case: never retried, always alarmed. */
export class RecordConflict extends Error {
  override readonly name = 'RecordConflict';
}

/** Whoever loses a race looks again; more often than this it is left to the next attempt. */
const mostRaces = 5;

export function createRecord(db: Database) {
  return {
    /**
     * Appends events that follow each other in `seq`, in one statement. Idempotent: the same event at the same seq, down
     * to its cause and data, is silence; anything else throws RecordConflict and nothing is written.
     */
    async appendEvents(caseId: string, events: readonly CaseEvent[]): Promise<void> {
      for (let race = 0; race < mostRaces; race += 1) {
        const head = await readHead(db, caseId);
        const repeated = events.filter(({ seq }) => seq <= head.seq);
        if (repeated.length > 0) await insistOnSameStory(db, caseId, repeated);
        const fresh = events.filter(({ seq }) => seq > head.seq);
        if (fresh.length === 0 || (await keepStory(db, head, storyOf(caseId, head, fresh)))) return;
      }
      throw new Error(`${caseId}: others write this record`);
    },
  };
}
export type CaseRecord = ReturnType<typeof createRecord>;

async function insistOnSameStory(db: Database, caseId: string, repeated: CaseEvent[]): Promise<void> {
  const known = await db
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

function storyOf(caseId: string, { seq, hash: headHash, file: known, now }: Head, fresh: CaseEvent[]): Story {
  let [hash, file] = [headHash, known];
  const notices: Notice[] = [];
  const rows = fresh.map((event) => {
    const last = file?.seq ?? 0;
    if (event.seq !== last + 1) {
      throw new RecordConflict(`${caseId}: event ${event.seq} does not follow ${last}`);
    }
    const before = file;
    file = applyEvent(caseId, before, event);
    notices.push(...[noticeOf(event, before, file)].filter((notice) => notice !== undefined));
    const row = chained({ caseId, event, recordedAt: now, previousHash: hash });
    hash = row.hash;
    return row;
  });
  if (file === null) throw new RecordConflict(`${caseId}: no events after ${seq}`);
  return { rows, notices, file, hash };
}
