/** What Temporal's runtime and the workflows log goes where the worker's own lines go; SIGTERM and SIGINT stop it. */
import { DefaultLogger, Runtime, type LogEntry } from '@temporalio/worker';
import type { Logger } from 'pino';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
/** Of an entry's details only these are printed: none of them can hold a person's data. */
const printed = ['workflowId', 'workflowType', 'activityType', 'attempt', 'seq', 'taskQueue'] as const;

export function logThroughPino(logger: Logger): void {
  const write = ({ level, message, meta }: LogEntry) => {
    const details = Object.fromEntries(
      printed.flatMap((key) => (meta?.[key] === undefined ? [] : [[key, meta[key]]])),
    );
    const trouble = meta?.['error'] instanceof Error ? { trouble: meta['error'].name } : {};
    logger[levels[level]]({ ...details, ...trouble }, message);
  };
  Runtime.install({
    logger: new DefaultLogger('WARN', write),
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
    shutdownSignals: ['SIGTERM', 'SIGINT'],
  });
}
