/** A logger of a process of ours, and the lines it printed. */
import pino from 'pino';

export function aLog() {
  const lines: string[] = [];
  return { logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }), lines };
}
