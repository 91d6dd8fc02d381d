/** Waiting for news on behalf of a caller: ends with news, with time, with the caller, or with the service. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Changes } from '../db/changes';

export const longestWaitSeconds = 60;

/** The N of `Prefer: wait=N`, at most a minute; 0 when nothing of the kind is asked for. */
export function waitSecondsOf(prefer: string | undefined): number {
  const asked = /(?:^|[\s,;])wait\s*=\s*"?(\d{1,9})/i.exec(prefer ?? '')?.[1];
  return Math.min(Number(asked ?? 0), longestWaitSeconds);
}

/** Builds `waitWhile(...)`; when the service closes, all who wait are let go at once. */
export function createLongPoll(app: FastifyInstance, changes: Pick<Changes, 'waitForChange'>) {
  const waiting = new Map<AbortController, FastifyReply>();
  app.addHook('preClose', async () => {
    for (const [controller, reply] of waiting) {
      reply.header('connection', 'close');
      controller.abort();
    }
  });

  /** Looks until `isNews`, the end of the time or the caller's leaving; answers what it saw last. */
  return async <T>(poll: {
    reply: FastifyReply;
    caseId: string;
    seconds: number;
    look: () => Promise<T>;
    isNews: (seen: T) => boolean;
  }): Promise<T> => {
    const { reply, caseId, seconds, look, isNews } = poll;
    const controller = new AbortController();
    const { signal } = controller;
    const leave = () => controller.abort();
    reply.raw.once('close', leave);
    waiting.set(controller, reply);
    const endsAt = performance.now() + seconds * 1000;
    try {
      for (;;) {
        const round = new AbortController();
        const end = () => round.abort();
        signal.addEventListener('abort', end, { once: true });
        const change = changes.waitForChange(
          caseId,
          Math.max(0, Math.ceil(endsAt - performance.now())),
          round.signal,
        );
        try {
          const seen = await look();
          if (isNews(seen) || signal.aborted || performance.now() >= endsAt) return seen;
          await change;
        } finally {
          round.abort();
          signal.removeEventListener('abort', end);
        }
      }
    } finally {
      waiting.delete(controller);
      reply.raw.off('close', leave);
    }
  };
}
