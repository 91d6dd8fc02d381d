/** Obtaining the Temporal server: every way a download can go wrong, from an archive on loopback. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { obtainTemporal } from '../../scripts/servers/obtain-temporal';
import { freePorts } from '../../scripts/servers/ports';
import { archiveName, temporalVersion } from '../../scripts/servers/temporal-version';

const programs = ['temporal-server', 'temporal-sql-tool'];
const program = (from: string) => `#!/bin/sh\necho "version ${temporalVersion} from ${from}"\n`;

describe('obtaining the Temporal server', () => {
  let folder: string;
  let archive: Buffer;
  let cacheFolder: string;
  let said: string[];
  const servers: Server[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ruqsat-obtain-'));
    for (const name of programs) writeFileSync(join(folder, name), program('release'), { mode: 0o755 });
    writeFileSync(
      join(folder, 'padding'),
      Buffer.alloc(300_000, createHash('sha512').update('noise').digest()),
    );
    execFileSync('tar', ['-czf', archiveName, ...programs, 'padding'], { cwd: folder });
    archive = readFileSync(join(folder, archiveName));
  });

  beforeEach(() => {
    cacheFolder = mkdtempSync(join(folder, 'cache-'));
    said = [];
  });

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v${temporalVersion}`;
  }

  function release(
    checksumOf: Buffer,
    sendArchive: RequestListener = (_, response) => response.end(archive),
  ) {
    const checksum = createHash('sha256').update(checksumOf).digest('hex');
    return serve((request, response) => {
      if (request.url?.endsWith('/checksums.txt')) return response.end(`${checksum}  ${archiveName}\n`);
      return sendArchive(request, response);
    });
  }

  function obtain(releaseUrl: string, goCommand = join(folder, 'no-go-here')) {
    const patience = { connectMs: 300, silenceMs: 300 };
    return obtainTemporal({ say: (line) => said.push(line), cacheFolder, releaseUrl, patience, goCommand });
  }

  const run = (file: string) => execFileSync(file, ['--version'], { encoding: 'utf8' });
  const leftovers = () => readdirSync(cacheFolder).filter((name) => /part|lock/.test(name));

  it('takes an archive whose checksum is right, and asks nobody the second time', async () => {
    const first = await obtain(await release(archive));
    expect(run(first.server)).toContain('from release');
    expect(run(first.sqlTool)).toContain('from release');
    expect(leftovers()).toEqual([]);
    expect(await obtain('http://127.0.0.1:1')).toEqual(first);
  });

  it('follows the release to the host that keeps its files', async () => {
    const files = await release(archive);
    const front = await serve((request, response) =>
      response.writeHead(302, { location: `${files}/${request.url?.split('/').pop()}` }).end(),
    );
    expect(run((await obtain(front)).server)).toContain('from release');
  });

  it('refuses an archive whose checksum is wrong', async () => {
    await expect(obtain(await release(Buffer.from('another file')))).rejects.toThrow(
      /is not what its release promised/,
    );
    expect(readdirSync(cacheFolder)).toEqual([]);
  });

  it('refuses a release that names no checksum for the archive', async () => {
    const url = await serve((_, response) => response.end('nothing here\n'));
    await expect(obtain(url)).rejects.toThrow(/names no checksum/);
  });

  it('refuses an archive that was cut off in the middle', async () => {
    const url = await release(archive, (_, response) => {
      response.writeHead(200, { 'content-length': archive.length });
      response.write(archive.subarray(0, archive.length / 2), () => response.destroy());
    });
    await expect(obtain(url)).rejects.toThrow(/broke off after \d+ of \d+ bytes/);
    expect(readdirSync(cacheFolder)).toEqual([]);
  });

  it('gives up on a host that takes the call and says nothing', async () => {
    const started = Date.now();
    await expect(obtain(await serve(() => undefined))).rejects.toThrow(/was silent for 0.3 s/);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('gives up on a host that falls silent in the middle', async () => {
    const url = await release(archive, (_, response) => {
      response.writeHead(200, { 'content-length': archive.length });
      response.write(archive.subarray(0, archive.length / 2));
    });
    await expect(obtain(url)).rejects.toThrow(/broke off/);
  });

  it('names every way out when the host refuses and there is no Go', async () => {
    const [port] = await freePorts(1);
    const failure = await obtain(`http://127.0.0.1:${port}`).then(
      () => '',
      (error: Error) => error.message,
    );
    for (const hint of [
      'ECONNREFUSED',
      'no-go-here',
      join(cacheFolder, archiveName),
      'Go 1.26',
      'TEMPORAL_ADDRESS',
    ]) {
      expect(failure).toContain(hint);
    }
  });

  it('takes an archive that somebody put into the cache by hand', async () => {
    writeFileSync(join(cacheFolder, archiveName), archive);
    expect(run((await obtain('http://127.0.0.1:1')).server)).toContain('from release');
  });

  it('compiles with Go when the host refuses', async () => {
    const go = join(folder, 'go');
    const lines = ['server', 'sql'].map((name) => `cp "$(dirname "$0")/compiled" "$GOBIN/${name}"`);
    writeFileSync(join(folder, 'compiled'), program('go'), { mode: 0o755 });
    writeFileSync(
      go,
      ['#!/bin/sh', 'echo "go: downloading example.com/module v1" >&2', ...lines, ''].join('\n'),
    );
    chmodSync(go, 0o755);
    const [port] = await freePorts(1);
    expect(run((await obtain(`http://127.0.0.1:${port}`, go)).server)).toContain('from go');
    expect(said.join('\n')).toContain('Compiling Temporal');
  });

  it('downloads once when two copies ask together', async () => {
    let downloads = 0;
    const url = await release(archive, (_, response) => {
      downloads += 1;
      setTimeout(() => response.end(archive), 100);
    });
    const [one, other] = await Promise.all([obtain(url), obtain(url)]);
    expect(one).toEqual(other);
    expect(downloads).toBe(1);
  });

  it('is not held up by the lock of a copy that died', async () => {
    mkdirSync(cacheFolder, { recursive: true });
    const url = await release(archive);
    const { server } = await obtain(url);
    const home = join(server, '..');
    rmSync(home, { recursive: true });
    writeFileSync(
      `${home}.lock`,
      JSON.stringify({ pid: process.pid, identity: 'an earlier process with this number' }),
    );
    await obtain(url);
    expect(existsSync(home)).toBe(true);
  });
});
