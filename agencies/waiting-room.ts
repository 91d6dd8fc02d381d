/** Callers who are kept waiting for a reply until somebody calls them in, or they leave. */
import type { FastifyRequest } from 'fastify';

export function createWaitingRoom() {
  const waiting = new Map<string, Set<() => void>>();

  return {
    /** Resolves true when called in, false when the caller hung up (or the server did). */
    wait(requestId: string, { raw: { socket } }: FastifyRequest): Promise<boolean> {
      const callers = waiting.get(requestId) ?? new Set();
      waiting.set(requestId, callers);
      return new Promise((resolve) => {
        const leave = () => settle(false);
        const comeIn = () => settle(true);
        const settle = (called: boolean) => {
          socket.off('close', leave);
          callers.delete(comeIn);
          resolve(called);
        };
        callers.add(comeIn);
        socket.once('close', leave);
      });
    },
    /** Calls in everybody who waits for this request, and says how many they were. */
    callIn(requestId: string): number {
      const callers = [...(waiting.get(requestId) ?? [])];
      waiting.delete(requestId);
      for (const comeIn of callers) comeIn();
      return callers.length;
    },
  };
}

export type WaitingRoom = ReturnType<typeof createWaitingRoom>;
