/** What an operator typed: which calendar, and how fast. */
import { parseArgs } from 'node:util';

export const usage = `Usage:
  npm run calendar -- adopt <version> [--per-second 5]
What is left is found again by a second run. Exit codes: 0 done, 64 not understood, 70 failed, 75 run it again later.
`;

/** What was typed cannot be carried out. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

const options = { 'per-second': { type: 'string', default: '5' } } as const;

/** Throws NotUnderstood. */
export function readCommand(args: string[]): { version: string; perSecond: number } {
  const { values, positionals } = parse(args);
  const [verb, version, ...rest] = positionals;
  if (verb !== 'adopt' || version === undefined || rest.length > 0) {
    throw new NotUnderstood('say which calendar is adopted');
  }
  const perSecond = Number(values['per-second']);
  if (!(perSecond > 0 && perSecond <= 1000)) {
    throw new NotUnderstood('so many cases a second cannot be: give a number above 0, at most 1000');
  }
  return { version, perSecond };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new NotUnderstood((error as Error).message);
  }
}
