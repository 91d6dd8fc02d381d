/** The auditor's two doors: the program in a terminal, and the API. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readCommand } from '../../audit/command';
import type { CaseExport } from '../../audit/export';
import type { Report } from '../../audit/examine';
import { compiledFile } from '../../audit/replayer';
import { openAuditedHouse, partIn, type AuditedHouse } from './case-under-audit';
import { forgeScore } from './forged-export';

let audited: AuditedHouse;
let caseId: string;
beforeAll(async () => {
  audited = await openAuditedHouse();
  caseId = audited.caseId;
});
afterAll(() => audited?.close());

interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

function audit(args: string[], other: Record<string, string> = {}): Promise<Said> {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, PAYLOAD_KEYS_FILE } = audited.house.urls;
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: audited.house.database.urlOf('audit'),
    ...{ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, PAYLOAD_KEYS_FILE, ...other },
  };
  const program = [compiledFile('audit/cli.js'), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env, maxBuffer: 2 ** 24 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

const call = <T>(line: string, body?: unknown, persona = 'marat') =>
  audited.house.desk.call<T>(persona, line, body === undefined ? {} : { body });

test('the program prints a clean report and exits with 0', async () => {
  const { code, stdout } = await audit(['replay', caseId.toLowerCase().replaceAll('-', ' ')]);
  expect(stdout).toMatch(new RegExp(`^Case ${caseId}, examined`));
  expect(stdout.match(/^ ✓ /gm)).toHaveLength(11);
  expect(stdout).toContain('CLEAN: everything that was compared agrees.');
  expect(code).toBe(0);
});

test('an export is written to a file, and a forged one is told in words with exit code 1', async () => {
  const path = audited.fileWith('export.json', '');
  expect(await audit(['export', caseId, '--out', path])).toMatchObject({ code: 0 });
  const exported = JSON.parse(readFileSync(path, 'utf8')) as CaseExport;
  expect(exported).toMatchObject({ formatVersion: 1, caseId, missingRuns: [] });
  await forgeScore(exported, audited.keys(), (score) => {
    score.rows[0]!.points = 119;
  });
  const forged = audited.fileWith('forged.json', JSON.stringify(exported));
  const { code, stdout } = await audit(['replay', caseId, '--history', forged]);
  expect(stdout).toContain('✗ Criterion solvency, points: 119 in the history, 80 when computed again.');
  expect(stdout).toContain('✓ Own code');
  expect(code).toBe(1);
});

test('a missing key is exit code 2, for machines too', async () => {
  const keysFile = audited.fileWith('keys', `k9:${randomBytes(32).toString('base64')}\n`);
  const { code, stdout } = await audit(['replay', caseId, '--json'], { PAYLOAD_KEYS_FILE: keysFile });
  expect((JSON.parse(stdout) as Report).verdict).toBe('not-comparable');
  expect(code).toBe(2);
});

test('the store answers when Temporal is away, and the report says so', async () => {
  const { code, stdout } = await audit(['replay', caseId], { TEMPORAL_ADDRESS: '127.0.0.1:9' });
  expect(stdout).toMatch(/Temporal could not be asked .* only our own store was read/);
  expect(stdout).toContain('from store');
  expect(code).toBe(0);
});

test('the chain is verified by itself', async () => {
  expect(await audit(['chain', caseId])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^ ✓ Chain +\d+ events\n$/),
  });
});

test('what is not understood is told with the usage and exit code 64', async () => {
  const { code, stderr } = await audit(['chain', '0000-0000-0000']);
  expect(code).toBe(64);
  expect(stderr).toMatch(/^there is no case 0000-0000-0000\nUsage:/);
});

test.each([
  ['nothing', [], 'a case id is missing'],
  ['no case id', ['replay'], 'a case id is missing'],
  ['a mistyped case id', ['replay', '7Q4M-2XHD-9F3X'], 'that is no case id'],
  ['an unknown verb', ['shred', '0000-0000-0000'], 'there is no "shred"'],
  ['an unknown option', ['replay', '0000-0000-0000', '--quiet'], "Unknown option '--quiet'"],
  ['too many words', ['chain', '0000-0000-0000', 'now'], 'too much: now'],
])('%s is no command', (_, args, message) => {
  expect(() => readCommand(args)).toThrow(message);
});

test('the API gives an export, and examines it when it is handed back', async () => {
  const { status, body } = await call<CaseExport>(`GET /audit/cases/${caseId}/history`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ formatVersion: 1, caseId, missingRuns: [] });
  const replayed = await call<Report>(`POST /audit/cases/${caseId}/replay`, { history: body });
  expect(replayed).toMatchObject({ status: 200, body: { verdict: 'clean' } });
  await forgeScore(body, audited.keys(), (score) => {
    score.rows[3]!.points = 120;
  });
  const forged = await call<Report>(`POST /audit/cases/${caseId}/replay`, { history: body });
  expect(forged.body.verdict).toBe('diverged');
  expect(partIn(forged.body, 'score').findings[0]).toMatchObject({ recorded: 120, expected: 90 });
});

test('the API replays what is there when nothing is handed in, and verifies the chain', async () => {
  const replayed = await call<Report>(`POST /audit/cases/${caseId}/replay`);
  expect(replayed).toMatchObject({ status: 200, body: { caseId, verdict: 'clean' } });
  expect(replayed.body.parts).toHaveLength(11);
  expect(await call(`GET /audit/cases/${caseId}/chain`)).toMatchObject({
    status: 200,
    body: { part: 'chain', verdict: 'clean' },
  });
});

test('whoever is no auditor is refused, an unknown case is not found, a strange document is named', async () => {
  for (const persona of ['timur', 'aigul', 'saule', 'dana']) {
    const refused = await call(`POST /audit/cases/${caseId}/replay`, {}, persona);
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  }
  expect(await call('GET /audit/cases/0000-0000-0000/history')).toMatchObject({ status: 404 });
  const { body: exported } = await call<CaseExport>(`GET /audit/cases/${caseId}/history`);
  const foreign = { history: { ...exported, caseId: '0000-0000-0000' } };
  expect(await call(`POST /audit/cases/${caseId}/replay`, foreign)).toMatchObject({
    status: 422,
    body: { code: 'invalid-input', errors: [{ pointer: '/history', code: 'not-an-export' }] },
  });
  const strange = await call(`POST /audit/cases/${caseId}/replay`, { history: { formatVersion: 9 } });
  expect(strange).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
});

test('a history beyond five megabytes is refused', async () => {
  const reply = await call(`POST /audit/cases/${caseId}/replay`, { history: 'x'.repeat(5 * 1024 * 1024) });
  expect(reply).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
});

test('of many auditors at once one is served after the other, and those beyond the queue are asked to come back', async () => {
  const replies = await Promise.all(
    Array.from({ length: 8 }, () => call(`POST /audit/cases/${caseId}/replay`)),
  );
  const statuses = replies.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 200, 200, 200, 200, 503, 503, 503]);
  const turnedAway = replies.find(({ status }) => status === 503);
  expect(Number(turnedAway?.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('each proof that was taken is noted with who took it', async () => {
  const notes = () =>
    audited.house.owner.query<{ audit: string; actor_id: string }>(
      `SELECT DISTINCT audit, actor_id FROM access_log WHERE case_id = $1 AND status = 200 ORDER BY audit`,
      [caseId],
    );
  const { rows } = await audited.house.desk.until(notes, (found) => found.rows.length >= 3);
  expect(rows.map(({ audit: name }) => name)).toEqual(
    expect.arrayContaining(['chain-verified', 'history-exported', 'history-replayed']),
  );
});
