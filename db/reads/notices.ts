/** Notices of a case with what became of them. */
import { and, asc, eq } from 'drizzle-orm';
import type { Notice } from '../../domain/notices';
import type { Database } from '../connect';
import { noticeDeliveries, notices } from '../schema';
import { isoInstant } from './cases';

export interface Delivery extends Pick<
  typeof noticeDeliveries.$inferSelect,
  'seq' | 'channel' | 'at' | 'outcome' | 'code'
> {}

/** Every attempt on every channel, the oldest first. */
export type SentNotice = Notice & { deliveries: Omit<Delivery, 'seq'>[] };

export function createNoticeReads(db: Database) {
  async function listNotices(caseId: string, seq?: number): Promise<SentNotice[]> {
    const one = <C extends typeof notices | typeof noticeDeliveries>({ caseId: id, seq: number }: C) =>
      and(eq(id, caseId), seq === undefined ? undefined : eq(number, seq));
    const [rows, attempts] = await Promise.all([
      db.select().from(notices).where(one(notices)).orderBy(asc(notices.seq)),
      db.select().from(noticeDeliveries).where(one(noticeDeliveries)).orderBy(asc(noticeDeliveries.id)),
    ]);
    return rows.map((row) => ({
      ...(row as Notice),
      at: isoInstant(row.at),
      dueBy: row.dueBy && isoInstant(row.dueBy),
      deliveries: attempts
        .filter((attempt) => attempt.seq === row.seq)
        .map(({ channel, at, outcome, code }) => ({ channel, at: isoInstant(at), outcome, code })),
    }));
  }

  return {
    /** In the order of their events. */
    listNotices: (caseId: string) => listNotices(caseId),
    findNotice: async (caseId: string, seq: number): Promise<SentNotice | undefined> =>
      (await listNotices(caseId, seq))[0],
  };
}
export type NoticeReads = ReturnType<typeof createNoticeReads>;
