/** `audit timers`: nothing to say while due dates, ledgers and timers are one; names the case that was altered. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDeskWork } from '../support/at-work';
import { createApplicant } from '../support/applicant';
import { createDays, type Days } from '../support/days';
import { openHouse, type House } from '../support/house';
import { auditTimers } from '../support/program';

let house: House;
let days: Days;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
  days = createDays(house);
});
afterAll(async () => {
  await days.close();
  await house.close();
});

test('a due date that somebody altered in the table is found, and its case named', async () => {
  const elif = createApplicant(house.desk, 'elif');
  const waiting = await elif.open();
  await createDeskWork(house, days).officials.passDays(waiting, 10);
  const over = await elif.open();
  await elif.withdraw(over);
  const atWork = await createDeskWork(house, days).verified('timur');
  expect(await auditTimers(house)).toEqual({
    code: 0,
    out: 'CLEAN  2 cases that go on, 2 with a deadline\n',
    err: '',
  });

  const { rows } = await house.owner.query<{ was: Date; now: Date }>(
    `UPDATE cases SET clock_due_at = clock_due_at + interval '1 day' WHERE case_id = $1
     RETURNING clock_due_at - interval '1 day' AS was, clock_due_at AS now`,
    [atWork],
  );
  const [was, now] = [rows[0]?.was.toISOString(), rows[0]?.now.toISOString()];
  const found = await auditTimers(house);
  expect(found.code).toBe(1);
  expect(found.out).toBe(
    `DIVERGED  2 cases that go on, 2 with a deadline\n` +
      `  ${atWork}  due-date-differs: the ledger says ${was}, found ${now}\n`,
  );
});

test('a case whose workflow is gone is named: nobody would act on its deadline', async () => {
  const caseId = await createApplicant(house.desk, 'timur').open();
  await house.client.workflow.getHandle(caseId).terminate('by a mistake');
  const { code, out } = await auditTimers(house);
  expect(code).toBe(1);
  expect(out).toContain(caseId);
});
