/** `npm run token`: a token alone on stdout, or the way out on stderr. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startNeighbours } from '../../agencies/neighbours';
import { personas } from '../../agencies/personas';
import { freePorts } from '../../scripts/servers/ports';
import { findProjectRoot } from '../../scripts/servers/project-root';

interface Run {
  code: number;
  out: string;
  err: string;
}

describe('npm run token', () => {
  let dataDir: string;
  let identityUrl: string;
  let neighbours: FastifyInstance[];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ruqsat-token-'));
    const [port = 0] = await freePorts(1);
    identityUrl = `http://127.0.0.1:${port}`;
    const ports = { identity: port };
    neighbours = await startNeighbours({ dataDir, host: '127.0.0.1', seed: 1, issuer: undefined, ports });
  });
  afterAll(async () => {
    await Promise.all(neighbours.map((app) => app.close()));
    rmSync(dataDir, { recursive: true, force: true });
  });

  function run(args: string[], env: NodeJS.ProcessEnv = { IDENTITY_URL: identityUrl }): Promise<Run> {
    const program = join(findProjectRoot(), 'dist', 'scripts', 'token.js');
    return new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, err }),
      );
    });
  }

  it('prints the token of a persona and nothing else', async () => {
    const { code, out, err } = await run(['aigul']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeJwt(out.trim())).toMatchObject({
      sub: personas.get('aigul')?.subject,
      roles: ['caseworker'],
    });
  });

  it('gives it the lifetime that was asked for', async () => {
    const { exp = 0, iat = 0 } = decodeJwt((await run(['marat', '--lifetime', '90'])).out.trim());
    expect(exp - iat).toBe(90);
  });

  it.each([
    ['somebody nobody knows', ['nobody'], 'There is no persona "nobody"'],
    ['nobody in particular', [], 'Usage: npm run -s token'],
  ])('lists who there is when asked for %s', async (_, args, why) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(why);
    for (const [key, { about }] of personas) expect(err).toMatch(new RegExp(`^ +${key} .*${about}$`, 'm'));
  });

  it.each([[['aigul', '--lifetime', 'long']], [['aigul', '--lifetime', '0.5']], [['aigul', '--life', '1']]])(
    'refuses %s',
    async (args) => {
      const { code, out, err } = await run(args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('Usage');
    },
  );

  it('says how to start a stack when none runs', async () => {
    const { code, out, err } = await run(['aigul'], { RUQSAT_DATA_DIR: dataDir });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/No stack is ready on .*npm start/);
  });
});
