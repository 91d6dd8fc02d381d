/** Lives that were recorded once still replay against today's code, and still tell the story of their record. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { compareChain } from '../../audit/compare-chain';
import { compareDeadlines } from '../../audit/compare-deadlines';
import { compareHistory } from '../../audit/compare-history';
import { compareRecord } from '../../audit/compare-record';
import { compareTodaysCode } from '../../audit/compare-replay';
import { runsOfExport, type CaseExport } from '../../audit/export';
import { tell } from '../../audit/fold-steps';
import { createHistoryOpener } from '../../audit/open-history';
import { eventOf } from '../../audit/recorded-events';
import { compiledFile, createReplayer } from '../../audit/replayer';
import { createEncryptionCodec } from '../../codec/encryption-codec';
import { readKeyring } from '../../codec/keyring';
import type { ChainedEvent } from '../../db/chain';
import { sha256Hex } from '../../db/hash';
import { listKeptLives, readKeptLife, testKeyFile } from './kept-lives';
import { lives, longLives } from './lives';

const openHistory = createHistoryOpener([createEncryptionCodec(readKeyring(testKeyFile))]);
const code = readFileSync(compiledFile('workflow-bundle.js'), 'utf8');
const today = { code, hash: sha256Hex(code) };
const withReplayer = createReplayer({ keysFile: testKeyFile, timeoutMs: 50_000 });

test('every life that can be recorded is kept', () => {
  expect(listKeptLives().sort()).toEqual([...Object.keys(lives), ...Object.keys(longLives)].sort());
});

const kept = listKeptLives().map((life) => ({ life, ...readKeptLife(life) }));
const openRuns = (exported: CaseExport) =>
  Promise.all(runsOfExport(exported.caseId, exported).runs.map(openHistory));

test("every kept life replays against today's code", async () => {
  const verdicts = await withReplayer(async (replay) => {
    const found: Record<string, unknown> = {};
    for (const { life, ...exported } of kept) {
      const question = { caseId: exported.caseId, runs: await openRuns(exported), replay };
      found[life] = (await compareTodaysCode(question, today)).findings;
    }
    return found;
  });
  expect(verdicts).toEqual(Object.fromEntries(kept.map(({ life }) => [life, []])));
});

describe.each(kept)('the life "$life"', ({ life: _, ...exported }) => {
  const { caseId } = exported;
  const rows = exported.events as ChainedEvent[];
  const told = tell(caseId, rows.map(eventOf));

  test('wrote the record that lies beside it', async () => {
    const runs = await openRuns(exported);
    expect(compareHistory(runs, null).findings).toEqual([]);
    expect(compareRecord(caseId, runs, rows.map(eventOf)).findings).toEqual([]);
    expect(compareChain(rows, undefined).findings).toEqual([]);
  });

  test('still makes sense event by event, with every deadline at its instant', () => {
    expect(told.fault).toBeUndefined();
    expect(told.file?.closedAt).not.toBeNull();
    expect(compareDeadlines(told, exported.exportedAt).findings).toEqual([]);
  });
});
