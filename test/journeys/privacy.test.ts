/** A person's data stays in PostgreSQL: no mark of it in Temporal's databases, in any log or in any error. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { createApplicant } from '../support/applicant';
import { aForm } from '../support/forms';
import { openHouse, type House } from '../support/house';
import { createOfficials } from '../support/officials';
import type { WorkerProcess } from '../support/worker-process';

const mark = 'ZQXMARK';
const marked = {
  surname: `${mark}SURNAME`,
  givenName: `${mark}GIVEN`,
  bornOn: '1977-08-19',
  citizenship: 'KGZ',
  passportNumber: `${mark}7`,
};

let house: House;
let worker: WorkerProcess;
const apiLines: string[] = [];
beforeAll(async () => {
  house = await openHouse(undefined, { write: (line: string) => apiLines.push(line) });
  worker = await house.startWorker({ env: { LOG_LEVEL: 'debug' } });
});
afterAll(async () => {
  await house.close();
});

/** Every column of a database, text or bytes, that holds what is sought. */
async function tracesIn(database: string, sought = mark): Promise<string[]> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  const { rows: columns } = await client.query<{ t: string; c: string; type: string }>(
    `SELECT table_name AS t, column_name AS c, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('bytea', 'text', 'character varying', 'jsonb')`,
  );
  const found: string[] = [];
  for (const { t, c, type } of columns) {
    const text = type === 'bytea' ? `encode("${c}", 'escape')` : `"${c}"::text`;
    const { rowCount } = await client.query(
      `SELECT 1 FROM "${t}" WHERE ${text} LIKE '%' || $1 || '%' LIMIT 1`,
      [sought],
    );
    if (rowCount !== 0) found.push(`${t}.${c}`);
  }
  await client.end();
  return found;
}

test('a marked person, form, document and reason leave no mark outside the tables of the cases', async () => {
  const { desk, owner } = house;
  const guest = createApplicant(desk, 'timur');
  const opened = await desk.call('timur', 'POST /applications', {
    body: { region: 'ulytau', person: marked },
  });
  const caseId = String(opened.body['caseId']);
  await guest.passTest(caseId);
  const { personal } = aForm();
  const form = aForm({
    personal: { address: { ...personal.address, street: `${mark}ADDRESS` } },
    employment: { profession: `${mark}PROFESSION` },
  });
  await guest.fillForm(caseId, form);
  await guest.submitForm(caseId);
  await guest.reach(caseId, 'awaiting-judgement');
  const officials = createOfficials(desk);
  await officials.judgeDocuments(caseId);
  await officials.interview(caseId);
  const text = `${mark}REASON`;
  const grounds = [{ ground: 'false-data', evidence: 'form' }];
  const proposed = await desk.call('aigul', `POST /admin/cases/${caseId}/proposal`, {
    body: { outcome: 'refuse', grounds, text },
  });
  expect(proposed.status).toBe(200);
  await desk.call('timur', `POST /applications/${caseId}/withdrawal`, {
    body: { reason: `${mark}WITHDRAWN` },
  });

  const { rows } = await owner.query(`SELECT 1 FROM persons WHERE identity::text LIKE '%' || $1 || '%'`, [
    mark,
  ]);
  expect(rows).toHaveLength(1);
  expect(await tracesIn('temporal', caseId)).not.toEqual([]);
  expect(await tracesIn('temporal')).toEqual([]);
  expect(await tracesIn('temporal_visibility')).toEqual([]);
  expect(worker.output()).toContain('the worker is taking cases');
  expect(worker.output()).not.toContain(mark);
  expect(apiLines.join('')).not.toContain(mark);
});

test('an error while a marked person is written repeats nothing of him', async () => {
  const { desk, owner, database } = house;
  await owner.query(`REVOKE INSERT ON persons FROM "${database.name}_api"`);
  const failed = await desk.call('timur', 'POST /applications', {
    body: { region: 'ulytau', person: marked },
    key: randomUUID(),
  });
  await owner.query(`GRANT INSERT ON persons TO "${database.name}_api"`);
  expect(failed).toMatchObject({ status: 500, body: { code: 'service-trouble' } });
  expect(JSON.stringify(failed.body)).not.toContain(mark);
  expect(apiLines.join('')).toContain('trouble');
  expect(apiLines.join('')).not.toContain(mark);
});

test('an activity that fails over a marked person repeats nothing of him', async () => {
  const pool = new Pool({ connectionString: house.database.ownerUrl, max: 1 });
  const guest = createApplicant(house.desk, 'timur');
  const opened = await house.desk.call('timur', 'POST /applications', {
    body: { region: 'ulytau', person: marked },
  });
  const caseId = String(opened.body['caseId']);
  await pool.query(`REVOKE SELECT ON persons FROM "${house.database.name}_worker"`);
  await guest.bookTest(caseId);
  await house.desk.until(
    () => house.client.workflow.getHandle(caseId).describe(),
    ({ raw }) => (raw.pendingActivities ?? []).some(({ attempt }) => (attempt ?? 0) > 1),
  );
  expect(await tracesIn('temporal')).toEqual([]);
  await pool.query(`GRANT SELECT ON persons TO "${house.database.name}_worker"`);
  await guest.reach(caseId, 'awaiting-form', 40_000);
  await pool.end();
  expect(worker.output()).toContain('Activity failed');
  expect(worker.output()).not.toContain(mark);
});
