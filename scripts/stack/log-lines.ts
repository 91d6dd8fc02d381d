/** Prints each process's lines under its name, readable for people, and keeps them in one file per process. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { prettyFactory } from 'pino-pretty';

const colours = {
  stack: 97,
  postgres: 34,
  temporal: 35,
  agencies: 33,
  worker: 36,
  api: 32,
  migrate: 34,
} as const;

export type SpeakerName = keyof typeof colours;

const width = Math.max(...Object.keys(colours).map((name) => name.length));

/** Servers that are not ours say much that concerns nobody: only these lines of theirs reach the screen. */
const worthShowing: Partial<Record<SpeakerName, RegExp>> = {
  postgres: /^.{0,60}\b(FATAL|PANIC):(?!.* the database system is )/,
  temporal: /"level":"(fatal|panic)"/,
};

export function createLogLines(folder: string, out: NodeJS.WriteStream) {
  mkdirSync(folder, { recursive: true });
  // A terminal that was closed must not keep us from stopping everything in order.
  out.on('error', () => undefined);
  const colourful = process.env['NO_COLOR'] ? false : out.isTTY || Boolean(process.env['FORCE_COLOR']);
  const pretty = prettyFactory({
    colorize: colourful,
    singleLine: true,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname,name,logging-call-at',
  });
  const print = (name: SpeakerName, text: string) => {
    const label = name.padEnd(width);
    const prefix = colourful ? `\u001b[${colours[name]}m${label}\u001b[0m` : label;
    for (const line of text.trimEnd().split('\n')) out.write(`${prefix} │ ${line}\n`);
  };
  return (name: SpeakerName) => {
    const file = createWriteStream(join(folder, `${name}.log`), { mode: 0o600 });
    const filter = worthShowing[name];
    return (line: string) => {
      file.write(`${line}\n`);
      if (filter && !filter.test(line)) return;
      print(name, line.startsWith('{') ? (pretty(line) ?? line) : line);
    };
  };
}

export type LogLines = ReturnType<typeof createLogLines>;
