/** What Temporal's runtime and the workflows log goes where the worker's own lines go; SIGTERM and SIGINT stop it. */
import { DefaultLogger, Runtime, type LogEntry } from '@temporalio/worker';
import type { Logger } from 'pino';
import { traceOf } from '../trace';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
/** Of an entry's details only these are printed: none of them can hold a person's data. */
const printed = ['workflowId', 'workflowType', 'activityType', 'attempt', 'seq', 'taskQueue'] as const;

export function logThroughPino(logger: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', writeThrough(logger)),
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
    shutdownSignals: ['SIGTERM', 'SIGINT'],
  });
}

/** Of an error its trace alone. */
export function writeThrough(logger: Logger) {
  return ({ level, message, meta }: LogEntry): void => {
    const details = Object.fromEntries(
      printed.flatMap((key) => (meta?.[key] === undefined ? [] : [[key, meta[key]]])),
    );
    const error = meta?.['error'];
    const trouble = error === undefined ? {} : { trouble: traceOf(error) };
    logger[levels[level]]({ ...details, ...trouble }, message);
  };
}
