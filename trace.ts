/** What the log may know of an error: kinds, codes and places, never messages, which may quote what somebody sent. */
import { types } from 'node:util';

export interface Trace {
  name: string;
  code?: string;
  at: string[];
  cause?: Trace;
}

interface Log {
  warn: (details: object, line: string) => void;
}

const deepest = 5;

export function traceOf(error: unknown, depth = 0): Trace {
  if (!isError(error)) return { name: typeof error, at: [] };
  const { code } = error as Error & { code?: unknown };
  return {
    name: error.constructor.name,
    ...(typeof code === 'string' && { code }),
    at: framesOf(error),
    ...(error.cause !== undefined && depth < deepest && { cause: traceOf(error.cause, depth + 1) }),
  };
}

/** Says each trouble in a line of the log: its trace, and the ids that come with it. */
export function sayTrouble(log: Log, line: string) {
  return (error: unknown, ids: object = {}): void => log.warn({ trouble: traceOf(error), ...ids }, line);
}

/** Of whichever realm: an error of Node's core is no `instanceof Error` inside of another one. */
function isError(thrown: unknown): thrown is Error {
  return types.isNativeError(thrown) || thrown instanceof DOMException;
}

/** A stack begins with the message, of which any line could read like a place. */
function framesOf({ stack = '', message }: Error): string[] {
  const told = stack.indexOf(message);
  return stack
    .slice(told < 0 ? 0 : told + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 12);
}
