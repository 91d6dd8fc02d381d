/** Gives this very process to the program that was asked for, so that signals reach it and nothing stands between. */
import { existsSync } from 'node:fs';
import { Module } from 'node:module';
import { exit, stderr } from 'node:process';
import { inRoot } from './paths.mjs';

const programs = {
  start: inRoot('dist', 'scripts', 'stack.js'),
  test: inRoot('node_modules', 'jest', 'bin', 'jest.js'),
  token: inRoot('dist', 'scripts', 'token.js'),
  demo: inRoot('dist', 'scripts', 'demo.js'),
  bench: inRoot('dist', 'scripts', 'bench.js'),
  audit: inRoot('dist', 'scripts', 'audit.js'),
  calendar: inRoot('dist', 'scripts', 'calendar.js'),
};

export async function handOver(what, rest) {
  if (what === 'build') return;
  const program = programs[what];
  if (program === undefined || !existsSync(program)) {
    stderr.write(`There is no "${what}" here. Known: build, ${Object.keys(programs).join(', ')}.\n`);
    exit(1);
  }
  process.argv = [process.execPath, program, ...rest];
  Module.runMain();
}
