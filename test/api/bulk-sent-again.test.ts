/** A file of workers that was taken is its first filing on every later day, whatever has become too late meanwhile. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { manyWorkers, workersFile } from '../support/workers-file';
import { openAccounts, type Accounts } from './office/accounts';

const lastDay = '2026-05-12';
const nextMorning = '2026-05-13';
let today: string;
let accounts: Accounts;
let url: string;
beforeAll(async () => {
  accounts = await openAccounts(() => today);
  const opened = await accounts.app.inject({
    method: 'POST',
    url: '/employers',
    headers: await accounts.acting('e-one', 'employer'),
    payload: { bin: '150340011878', name: 'A builder' },
  });
  url = `/employers/${opened.json().employerId}/bulk-filings`;
});
afterAll(() => accounts.close());
beforeEach(() => {
  today = lastDay;
});

/** Ten days after the end of their permits. */
const renewals = manyWorkers(6, {
  filing: 'renewal',
  currentPermitNumber: 'TRP-1',
  currentPermitUntil: '2026-05-02',
});

async function send(payload: Buffer, key: string, subject = 'e-one') {
  const acting = await accounts.acting(subject, 'employer');
  const headers = { ...acting, 'content-type': 'text/csv', 'idempotency-key': key };
  return accounts.app.inject({ method: 'POST', url, payload, headers });
}
const filings = () => accounts.count('bulk_filings');

test('by the same key, and by another', async () => {
  const file = workersFile(renewals.slice(0, 2));
  const first = await send(file, 'upload-one');
  expect(first.json()).toMatchObject({ accepted: 2, faulty: 0 });
  today = nextMorning;
  const again = await send(file, 'upload-one');
  expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
  const { filingId, accepted, faulty } = first.json();
  const other = await send(file, 'upload-two');
  expect([other.statusCode, other.json()]).toMatchObject([201, { filingId, accepted, faulty, faults: [] }]);
  expect(await filings()).toBe(1);
});

test('with the faults that its rows had then, and no others', async () => {
  const [good = {}, wrong = {}] = renewals.slice(2);
  const file = workersFile([good, { ...wrong, region: 'atlantis' }]);
  const first = await send(file, 'upload-three');
  expect(first.json()).toMatchObject({ accepted: 1, faulty: 1 });
  today = nextMorning;
  const { number: _, ...told } = (await send(file, 'upload-four')).json();
  expect(first.json()).toMatchObject(told);
});

test('but another file is held against the day on which it comes, and nothing of it is kept', async () => {
  const before = await filings();
  today = nextMorning;
  const reply = await send(workersFile(renewals.slice(4)), 'upload-five');
  expect([reply.statusCode, reply.json().code]).toEqual([422, 'bulk-rows-faulty']);
  expect(reply.json().errors[0].code).toBe('filing-window-closed');
  expect(await filings()).toBe(before);
});

test('and is not there for a stranger', async () => {
  const file = workersFile(renewals.slice(0, 2));
  expect((await send(file, 'upload-six', 'e-stranger')).statusCode).toBe(404);
});
