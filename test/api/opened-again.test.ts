/** An application that was taken is its first answer on every later day, also where nobody may file any more. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAccounts, type Accounts } from './office/accounts';

const person = {
  surname: 'Sadyrkulov',
  givenName: 'Timur',
  bornOn: '1988-03-14',
  citizenship: 'KGZ',
  passportNumber: 'PE9100417',
};
let today = '2026-12-31';
let accounts: Accounts;
beforeAll(async () => {
  accounts = await openAccounts(() => today);
});
afterAll(() => accounts.close());

async function file(key: string) {
  return accounts.app.inject({
    method: 'POST',
    url: '/applications',
    headers: { ...(await accounts.acting('p-one', 'applicant')), 'idempotency-key': key },
    payload: { region: 'akmola', person },
  });
}

test('on the day after the pilot', async () => {
  const first = await file('sent-on-the-last-day');
  expect(first.statusCode).toBe(201);
  today = '2027-01-01';
  const again = await file('sent-on-the-last-day');
  expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
  const before = await accounts.count('intake');
  const late = await file('sent-on-the-next-day');
  expect([late.statusCode, late.json().code]).toEqual([422, 'pilot-over']);
  expect(await accounts.count('intake')).toBe(before);
});
