/** What the log may know of an error: kinds, codes and places, never messages, which may quote what somebody sent. */
export interface Trace {
  name: string;
  code?: string;
  at: string[];
  cause?: Trace;
}

const deepest = 5;

export function traceOf(error: unknown, depth = 0): Trace {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code } = error as Error & { code?: unknown };
  return {
    name: error.constructor.name,
    ...(typeof code === 'string' && { code }),
    at: framesOf(error),
    ...(error.cause !== undefined && depth < deepest && { cause: traceOf(error.cause, depth + 1) }),
  };
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 12);
}
