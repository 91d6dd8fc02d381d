/** The auditor's program on a machine that has nothing: a certificate of clocks is examined from its file alone. */
import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledFile } from '../../audit/replayer';
import { aLawfulCertificate } from '../policy/clock/certificates';

const run = (file: string, args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '' };
    execFile(process.execPath, [compiledFile(file), ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });

test.each(['audit/cli.js', 'scripts/audit.js'])(
  '%s needs no database, no Temporal, no settings and no running stack for a certificate',
  async (program) => {
    const folder = mkdtempSync(join(tmpdir(), 'clocks-'));
    try {
      const file = join(folder, 'certificate.json');
      writeFileSync(file, JSON.stringify(aLawfulCertificate()));
      const clean = await run(program, ['clock', file]);
      expect(clean).toMatchObject({ code: 0, stderr: '' });
      expect(clean.stdout).toMatch(/^CLEAN: /m);
      writeFileSync(file, JSON.stringify({ ...aLawfulCertificate(), seq: 18 }));
      expect(await run(program, ['clock', file])).toMatchObject({ code: 1 });
      expect(await run(program, ['clock', join(folder, 'missing.json')])).toMatchObject({
        code: 64,
        stderr: expect.stringMatching(/Usage:/),
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
