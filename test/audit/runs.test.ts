/** Where the runs of a long life are found: in Temporal, in our own store, in part in each, or nowhere. */
import { expect, test } from '@jest/globals';
import { exportOf } from '../../audit/export';
import { hashOfHistory } from '../../audit/history-text';
import { createRunFinder } from '../../audit/runs';
import { readKeptLife } from '../replay/kept-lives';

const { caseId, runs } = readKeptLife('granted-in-many-runs');
const ids = runs.map(({ runId }) => runId);
const told = runs.map(({ history, ...run }) => ({ ...run, json: JSON.stringify(history), intact: true }));
type Told = (typeof told)[number];

function finder(inTemporal: Told[], inStore: Told[], latest = inTemporal.at(-1)?.runId) {
  return createRunFinder({
    temporal: {
      findLatestRunId: async () => latest,
      findRun: async (_, runId) => inTemporal.find((run) => run.runId === runId),
    },
    histories: { findHistories: async () => inStore },
  });
}

const found = async (find: ReturnType<typeof finder>) =>
  (await find(caseId)).runs.map(({ runId, source }) => `${ids.indexOf(runId)} ${source}`);

test('Temporal is walked from the last run to the first', async () => {
  expect(ids.length).toBeGreaterThan(3);
  expect(await found(finder(told, []))).toEqual(ids.map((_, index) => `${index} temporal`));
});

test('a store whose exports came in any order gives the same chain', async () => {
  const shuffled = [...told.slice(2), ...told.slice(0, 2)];
  expect(await found(finder([], shuffled))).toEqual(ids.map((_, index) => `${index} store`));
});

test('what Temporal has forgotten comes from the store, and the rest from Temporal', async () => {
  const recent = told.slice(-2);
  const sources = ids.map((_, index) => `${index} ${index < ids.length - 2 ? 'store' : 'temporal'}`);
  expect(await found(finder(recent, told))).toEqual(sources);
});

test('a run that is nowhere is named, and an export says which', async () => {
  const last = told.slice(-1);
  const missing = ids.at(-2);
  const find = finder(last, []);
  expect(await found(find)).toEqual([`${ids.length - 2} missing`, `${ids.length - 1} temporal`]);
  const exported = exportOf(caseId, { found: await find(caseId), rows: [] }, '2026-05-04T00:00:00.000Z');
  expect(exported.missingRuns).toEqual([missing]);
  expect(exported.runs.map(({ runId }) => runId)).toEqual(ids.slice(-1));
});

test('a kept run that cannot be read any more is left out of an export, and named in it', async () => {
  const damaged = told.map((run) => ({ ...run, json: '' }));
  const exported = exportOf(caseId, { found: await finder([], damaged)(caseId), rows: [] }, 'now');
  expect(exported.runs).toEqual([]);
  expect(exported.missingRuns).toHaveLength(1);
});

test('a Temporal that cannot be asked is asked once, and the store answers', async () => {
  let asked = 0;
  const away = async () => {
    asked += 1;
    throw new Error('14 UNAVAILABLE');
  };
  const find = createRunFinder({
    temporal: { findLatestRunId: away, findRun: away },
    histories: { findHistories: async () => told },
  });
  const answer = await find(caseId);
  expect(answer.trouble).toBe('14 UNAVAILABLE');
  expect(answer.runs.map(({ source }) => source)).toEqual(ids.map(() => 'store'));
  expect(asked).toBe(1);
});

test('the hash of a history does not hang on the order of its members', () => {
  expect(hashOfHistory('{"a":1,"b":[{"c":2,"d":3}]}')).toBe(
    hashOfHistory('{ "b": [{"d":3,"c":2}], "a": 1 }'),
  );
  expect(hashOfHistory('no json')).toMatch(/^[0-9a-f]{64}$/);
});
