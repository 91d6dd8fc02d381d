/** The filer: a row that breaks is told of, tried again ever more slowly, and a person hears of it. */
import { expect, test } from '@jest/globals';
import type { BulkSteps, StepOutcome } from '../../api/bulk-steps';
import { createBulkFiler } from '../../api/bulk-filer';
import type { RowToFile } from '../../db/desk/bulk-filings';

const aRow = (row: number, troubles = 0, tries = 1) =>
  ({ filingId: 'f', row, caseId: 'a', state: 'waiting', tries, troubles }) as RowToFile;
const breaks = () => Promise.reject(new Error('nobody foresaw this'));

/** What was heard until each of the rows was taken up once. */
async function heardOf(taken: RowToFile[], step: BulkSteps): Promise<unknown[][]> {
  const heard: unknown[][] = [];
  const filer = createBulkFiler({
    rows: {
      claim: async () => {
        if (taken.length === 0) filer.stop();
        return taken.splice(0);
      },
      release: async ({ row }, afterMs, troubles) => void heard.push(['released', row, afterMs, troubles]),
      settle: async ({ row }, { state }) => void heard.push(['settled', row, state]),
    },
    step,
    atOnce: 20,
    onTrouble: (error, row) => void heard.push(['trouble', row?.row, error.message]),
    onStuck: ({ row }) => void heard.push(['stuck', row]),
    pauseMs: 10,
  });
  await filer.run();
  return heard;
}

test('a row that breaks is told of, given back, and does not stop the others', async () => {
  const heard = await heardOf([aRow(2), aRow(3)], ({ row }) =>
    row === 2 ? breaks() : Promise.resolve<StepOutcome>({ state: 'submitted' }),
  );
  expect(heard).toContainEqual(['trouble', 2, 'nobody foresaw this']);
  expect(heard).toContainEqual(['released', 2, 20, 1]);
  expect(heard).toContainEqual(['settled', 3, 'submitted']);
});

test('the pause before it is tried again grows with its troubles, up to half an hour', async () => {
  const heard = await heardOf([aRow(2, 1), aRow(3, 11), aRow(4, 40)], breaks);
  expect(heard.filter(([what]) => what === 'released')).toEqual([
    ['released', 2, 40, 2],
    ['released', 3, 40_960, 12],
    ['released', 4, 1_800_000, 41],
  ]);
});

test('a person hears of a row that broke nine times in a row, and again each time that it breaks', async () => {
  const heard = await heardOf([aRow(2, 7), aRow(3, 8), aRow(4, 9)], breaks);
  expect(heard.filter(([what]) => what === 'stuck')).toEqual([
    ['stuck', 3],
    ['stuck', 4],
  ]);
  expect(heard.filter(([what]) => what === 'released')).toHaveLength(3);
});

test('a row for which the registers are waited is in no trouble, however often it is looked at', async () => {
  const heard = await heardOf([aRow(2, 8, 500)], async () => 'later');
  expect(heard).toEqual([['released', 2, 30_000, 0]]);
});

test('a row that breaks and cannot be given back is left to its lease, and told of twice', async () => {
  const told: string[] = [];
  const taken = [aRow(2)];
  const filer = createBulkFiler({
    rows: {
      claim: async () => {
        if (taken.length === 0) filer.stop();
        return taken.splice(0);
      },
      release: () => Promise.reject(new Error('PostgreSQL restarts')),
      settle: async () => undefined,
    },
    step: breaks,
    atOnce: 1,
    onTrouble: (error, row) => void told.push(`${row?.row}: ${error.message}`),
    onStuck: () => undefined,
    pauseMs: 1,
  });
  await filer.run();
  expect(told).toEqual(['2: nobody foresaw this', '2: PostgreSQL restarts']);
});
