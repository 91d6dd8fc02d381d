/** Who read whose file: noted after the answer has gone, many rows at a time. */
import { sql } from 'drizzle-orm';
import type { Database } from './connect';
import { accessLog } from './schema';

export interface Reading {
  at: string;
  actorId: string;
  actorRole: string;
  audit: string;
  caseId: string | null;
  /** The account that the address names. */
  employerId: string | null;
  status: number;
}

const pauseMs = 250;
const mostAtOnce = 500;
const mostKept = 50_000;

/**
 * `note` never waits and never throws; rows are written within a quarter of a second and tried again until they are.
 * `onTrouble` hears of every failure, and of readings lost because PostgreSQL was away too long. `close` writes the
 * rest.
 */
export function createAccessLog(db: Database, onTrouble: (error: unknown) => void) {
  let waiting: Reading[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const rows = waiting.slice(0, mostAtOnce);
      await db.insert(accessLog).values(rows.map(rowOf));
      waiting = waiting.slice(rows.length);
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write).catch(onTrouble);
    return writing;
  }

  function later(): void {
    timer ??= setTimeout(() => void flush().then(() => waiting.length > 0 && later()), pauseMs);
  }

  return {
    note(reading: Reading): void {
      if (waiting.length >= mostKept) {
        onTrouble(new Error('a reading could not be noted'));
        return;
      }
      waiting.push(reading);
      later();
    },
    async close(): Promise<void> {
      await flush();
      clearTimeout(timer);
    },
  };
}

/** Of a case that a delegate read, the account is the one that filed it. */
function rowOf(reading: Reading) {
  const { actorRole, caseId, employerId } = reading;
  if (actorRole !== 'employer' || caseId === null) return reading;
  const filedBy = sql`(SELECT employer_id FROM cases WHERE case_id = ${caseId})`;
  return { ...reading, employerId: employerId ?? filedBy };
}
