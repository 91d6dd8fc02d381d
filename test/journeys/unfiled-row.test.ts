/** A row of an employer's file that our own fault leaves unfiled: it is told of, an operator hears, and it goes on. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AlarmList } from '../../api/schemas/alarms';
import { openHouse, type House } from '../support/house';
import { inDays } from '../support/permit-writes';
import { manyWorkers, workersFile } from '../support/workers-file';

const mark = 'UNFILEDMARK';
const lines: string[] = [];
let house: House;
beforeAll(async () => {
  house = await openHouse(undefined, { write: (line) => void lines.push(line) });
});
afterAll(() => house.close());

async function upload(): Promise<string> {
  const account = await house.desk.call('delegate', 'POST /employers', {
    body: { bin: '150340011878', name: 'An employer' },
  });
  const until = inDays(300);
  const worker = { surname: mark, contractUntil: until, workPermitUntil: until };
  const sent = await house.desk.call(
    'delegate',
    `POST /employers/${String(account.body['employerId'])}/bulk-filings`,
    { body: workersFile(manyWorkers(1, worker)), headers: { 'content-type': 'text/csv' } },
  );
  return String(sent.body['filingId']);
}

/** As if it had broken so often before, and its pause were over. */
const broke = (troubles: number) =>
  house.owner.query('UPDATE bulk_rows SET troubles = $1, lease_until = clock_timestamp()', [troubles]);

async function alarms() {
  const { body } = await house.desk.call<AlarmList>('dana', 'GET /admin/alarms');
  return body.alarms;
}

test('it is said in the log and to an operator, in ids alone, and filed once our fault is mended', async () => {
  const { desk, owner, database } = house;
  await owner.query(`REVOKE INSERT ON persons FROM "${database.name}_api"`);
  const filingId = await upload();
  const [alarm] = await desk.until(
    async () => {
      await broke(8);
      return alarms();
    },
    (raised) => raised.length > 0,
  );
  const { rows } = await owner.query<{ case_id: string; row: number }>('SELECT case_id, row FROM bulk_rows');
  const { case_id: caseId, row } = rows[0]!;
  expect(alarm).toMatchObject({ code: 'row-unfiled', caseId, detail: `row ${row} of ${filingId}` });
  const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(said).toContainEqual(expect.objectContaining({ level: 50, alarm: 'row-unfiled', caseId }));
  expect(said).toContainEqual(
    expect.objectContaining({
      ...{ level: 40, filingId, row, caseId },
      trouble: expect.objectContaining({ name: 'DrizzleQueryError' }),
    }),
  );
  expect(lines.join('')).not.toContain(mark);

  await owner.query(`GRANT INSERT ON persons TO "${database.name}_api"`);
  await broke(8);
  const registered = () => owner.query(`SELECT 1 FROM intake WHERE verb = 'openPermitApplication'`);
  await desk.until(registered, ({ rowCount }) => rowCount === 1);
});
