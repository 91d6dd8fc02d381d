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

function exportOf(fetched: Partial<FetchedHistory>) {
  const fetchHistory = async () => ({ ...history, ...fetched });
  return createExportActivities({ histories, fetchHistory }).exportHistory({ caseId, runId: 'run-1' });
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
});
