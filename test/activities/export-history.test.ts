/** Keeping what Temporal would forget: only a run that is over, and once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createExportActivities, type FetchedHistory } from '../../activities/export-history';
import { createHistoryStore, type HistoryStore } from '../../db/history-store';
import { openDatabase, type OwnDatabase } from '../db/own-database';

let database: OwnDatabase;
let histories: HistoryStore;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
  histories = createHistoryStore(database.as('worker'));
});
afterAll(() => database.close());
beforeEach(() => {
  caseId = `case-${randomUUID()}`;
});

const history: FetchedHistory = {
  json: '{"events":[]}',
  lastEventId: 30,
  bundleHashes: ['aa'],
  isClosed: true,
};

function exportOf(fetched: Partial<FetchedHistory>, ended = true) {
  const fetchHistory = async () => ({ ...history, ...fetched });
  return createExportActivities({ histories, fetchHistory }).exportHistory({ caseId, runId: 'run-1', ended });
}

describe('the history of a case', () => {
  test('is kept when its run is over, once however often it is tried', async () => {
    await exportOf({});
    await exportOf({});
    expect(await histories.findHistories(caseId)).toEqual([
      { json: history.json, runId: 'run-1', lastEventId: 30, bundleHashes: ['aa'], intact: true },
    ]);
  });

  test('is not kept while its run is open, and is tried again', async () => {
    await expect(exportOf({ isClosed: false, lastEventId: 29 })).rejects.toThrow('still open');
    expect(await histories.findHistories(caseId)).toEqual([]);
    await exportOf({});
    expect(await histories.findHistories(caseId)).toMatchObject([{ lastEventId: 30 }]);
  });

  test('is kept as far as it has come when a decision falls, and whole in the end', async () => {
    await exportOf({ isClosed: false, lastEventId: 29 }, false);
    expect(await histories.findHistories(caseId)).toMatchObject([{ lastEventId: 29 }]);
    await exportOf({});
    const kept = await histories.findHistories(caseId);
    expect(kept.map(({ lastEventId }) => lastEventId).sort()).toEqual([29, 30]);
  });
});
