/** The words of the command line: what an auditor asks for, and what it is answered. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { findCaseId } from '../domain/case-id';
import type { Audit } from './audit';
import { printTimers } from './check-timers';
import { examineClocks, printClocks } from './clock-file';
import { printPart, printReport } from './print-report';
import type { Verdict } from './verdict';

export const usage = `Usage:
  audit export <case id> [--out file]
  audit replay <case id> [--history file] [--code bundle] [--certificate file] [--json]
  audit chain  <case id> [--json]
  audit clock  <file> [--json]
  audit timers [--json]
Exit codes: 0 clean, 1 diverged, 2 not comparable, 64 not understood, 70 failed.
`;

/** What was typed cannot be carried out. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

const exitCodes: Record<Verdict, number> = { clean: 0, diverged: 1, 'not-comparable': 2 };

const options = {
  out: { type: 'string' },
  history: { type: 'string' },
  code: { type: 'string' },
  certificate: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const caseVerbs = ['export', 'replay', 'chain'] as const;

export function readCommand(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [verb, spokenId = '', ...rest] = positionals;
    if (verb === 'timers') return readTimersCommand(positionals.slice(1), values);
    if (verb === 'clock') return readClockCommand(spokenId, rest, values);
    const caseId = findCaseId(spokenId);
    if (caseId === undefined)
      throw new Error(`${spokenId === '' ? 'a case id is missing' : 'that is no case id'}`);
    refuseMore(rest);
    const known = caseVerbs.find((each) => each === verb);
    if (known !== undefined) return { verb: known, caseId, ...values };
    throw new Error(`there is no "${verb}"`);
  } catch (error) {
    throw new NotUnderstood((error as Error).message);
  }
}
export type Command = ReturnType<typeof readCommand>;
export type ClockCommand = Extract<Command, { verb: 'clock' }>;
export type TimersCommand = Extract<Command, { verb: 'timers' }>;
export type CaseCommand = Exclude<Command, ClockCommand | TimersCommand>;

function readClockCommand(file: string, rest: string[], { json }: { json: boolean }) {
  if (file === '') throw new Error('a file is missing');
  refuseMore(rest);
  return { verb: 'clock' as const, file, json };
}

function readTimersCommand(rest: string[], { json }: { json: boolean }) {
  refuseMore(rest);
  return { verb: 'timers' as const, json };
}

function refuseMore(rest: string[]): void {
  if (rest.length > 0) throw new Error(`too much: ${rest.join(' ')}`);
}

/** Examines a certificate of clocks: of all commands the one that needs nothing but its file. */
export async function examineClockFile({ file, json }: ClockCommand) {
  const examined = examineClocks(await readJson(file));
  const { verdict, findings } = examined;
  const print = json ? `${JSON.stringify({ verdict, findings })}\n` : printClocks(examined);
  return { print, code: exitCodes[verdict] };
}

/** Returns what to print and the exit code. Throws NotUnderstood for a case that nobody knows. */
export async function carryOut(audit: Audit, command: CaseCommand | TimersCommand) {
  if (command.verb === 'timers') {
    const report = await audit.checkTimers();
    const print = command.json ? `${JSON.stringify(report)}\n` : printTimers(report);
    return { print, code: exitCodes[report.findings.length === 0 ? 'clean' : 'diverged'] };
  }
  const { verb, caseId, ...asked } = command;
  if (verb === 'export') {
    const text = JSON.stringify(known(caseId, await audit.exportHistory(caseId)));
    if (asked.out === undefined) return { print: `${text}\n`, code: 0 };
    await writeFile(asked.out, text, { mode: 0o600 });
    return { print: `${asked.out} holds the history of ${caseId}\n`, code: 0 };
  }
  if (verb === 'chain') {
    const part = known(caseId, await audit.verifyChain(caseId));
    return {
      print: asked.json ? `${JSON.stringify(part)}\n` : `${printPart(part)}\n`,
      code: exitCodes[part.verdict],
    };
  }
  const [given, certificate] = await Promise.all([asked.history, asked.certificate].map(readIfAny));
  const report = known(caseId, await audit.replayHistory(caseId, given, certificate));
  const print = asked.json ? `${JSON.stringify(report)}\n` : printReport(report);
  return { print, code: exitCodes[report.verdict] };
}

const readIfAny = async (path: string | undefined) => (path === undefined ? undefined : readJson(path));

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new NotUnderstood(error.message);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new NotUnderstood(`${path} is not JSON`);
  }
}

function known<T>(caseId: string, found: T | undefined): T {
  if (found === undefined) throw new NotUnderstood(`there is no case ${caseId}`);
  return found;
}
