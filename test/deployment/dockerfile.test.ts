/** The image, held to what can be known of it without building it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readText, root } from './compose-file';

const instructions = readText('Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const stages = instructions.flatMap((line, index) => (line.startsWith('FROM ') ? [index] : []));
const lastStage = instructions.slice(stages.at(-1));
const allowed = readText('.dockerignore')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1).replace(/\/$/, ''));

describe('the Dockerfile', () => {
  test('builds every stage on one version of Node, or on an earlier stage', () => {
    const names = instructions.flatMap((line) => / AS (\S+)$/.exec(line)?.[1] ?? []);
    const bases = stages.map((index) => instructions[index]?.split(' ')[1] ?? '');
    expect(new Set(bases.filter((base) => !names.includes(base)))).toEqual(
      new Set(['node:20-bookworm-slim']),
    );
  });

  test('compiles as the build of the checkout does', () => {
    const build = readText('scripts/set-up/build.mjs');
    expect(build).toContain('tsconfig.build.json');
    expect(instructions.join('\n')).toMatch(/tsc -p tsconfig\.build\.json && node dist\/worker\/bundle\.js/);
  });

  test('ends as a user who is not root', () => {
    expect(lastStage.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    expect(lastStage.slice(lastStage.indexOf('USER node')).some((line) => line.startsWith('RUN '))).toBe(
      false,
    );
  });

  test('copies only what is there and what .dockerignore lets through', () => {
    const copied = instructions
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1))
      .filter((path) => path !== '.');
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(copied.filter((path) => !allowed.includes(path.split('/')[0] ?? ''))).toEqual([]);
  });

  test('is let have nothing that is not there', () => {
    expect(allowed.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('is given every folder that a process of ours is made of', () => {
    const sources = [
      'activities',
      'agencies',
      'api',
      'audit',
      'clients',
      'codec',
      'config.ts',
      'db',
      'domain',
    ];
    const more = ['policy', 'scripts', 'trace.ts', 'worker', 'workflows'];
    expect([...sources, ...more].filter((source) => !allowed.includes(source))).toEqual([]);
  });
});
