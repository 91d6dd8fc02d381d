/** Nobody decides his own case: over HTTP, held against the rules, and where acts are stamped. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildApp } from '../../api/app';
import type { Role } from '../../domain/roles';
import { openAccounts, type Accounts } from './office/accounts';
import { heldAgainstRules, permitHolder, recordPermit } from './office/permits';

let accounts: Accounts;
/** The same office, whose acts are held against the rules. */
let ruled: Awaited<ReturnType<typeof buildApp>>;
let employerId: string;
beforeAll(async () => {
  accounts = await openAccounts();
  ruled = await buildApp({ ...accounts.deps, casework: heldAgainstRules(accounts) });
  employerId = await openAccount('o-boss', ['o-clerk', 'o-left']);
});
afterAll(async () => {
  await ruled?.close();
  await accounts.close();
});

/** With its delegates, of whom the last one leaves at once. */
async function openAccount(boss: string, [clerk, left]: [string, string]): Promise<string> {
  const post = async (url: string, payload?: object) =>
    accounts.app.inject({
      method: 'POST',
      url: `/employers${url}`,
      headers: await accounts.acting(boss, 'employer'),
      ...(payload && { payload }),
    });
  const account = (await post('', { bin: '150340011878', name: 'A builder' })).json().employerId;
  for (const subject of [clerk, left]) await post(`/${account}/delegates`, { subject });
  expect((await post(`/${account}/delegates/${left}/end`)).statusCode).toBe(200);
  return account;
}

const tokenOf = async (subject: string, roles: Role[]) => ({
  authorization: `Bearer ${await accounts.tokens.sign(subject, roles)}`,
});
async function act(app: typeof ruled, [subject, roles]: [string, Role[]], path: string, payload: object) {
  const headers = { ...(await tokenOf(subject, roles)), 'idempotency-key': randomUUID() };
  const reply = await app.inject({ method: 'POST', url: `/admin/cases/${path}`, headers, payload });
  return [reply.statusCode, reply.json().code];
}
const movesFor = async (caseId: string, subject: string, roles: Role[]) =>
  (await ruled.inject({ url: `/admin/cases/${caseId}`, headers: await tokenOf(subject, roles) })).json()
    .moves;

const toDecide = (more: { employerId?: string } = {}) => recordPermit(accounts, 'awaiting-decision', more);
const grant = { outcome: 'grant' };

describe('an applicant who is an officer too', () => {
  const ofBoth: Role[] = ['applicant', 'caseworker'];

  test('does not grant his own permit, and a colleague does', async () => {
    const caseId = await toDecide();
    const path = `${caseId}/officer-decision`;
    expect(await act(ruled, [permitHolder, ofBoth], path, grant)).toEqual([409, 'own-case']);
    expect(await act(ruled, ['a-colleague', ofBoth], path, grant)).toEqual([200, undefined]);
  });

  test('is not given his own case, and gives it to nobody', async () => {
    const path = `${await toDecide()}/assignment`;
    const colleague: [string, Role[]] = ['a-colleague', ['supervisor']];
    expect(await act(ruled, colleague, path, { assignee: permitHolder })).toEqual([409, 'own-case']);
    expect(await act(ruled, colleague, path, { assignee: 'another' })).toEqual([200, undefined]);
    expect(await act(ruled, [permitHolder, ['supervisor']], path, { assignee: 'another' })).toEqual([
      409,
      'own-case',
    ]);
  });

  test('is offered on its page what an applicant may, and nothing of the office', async () => {
    const caseId = await toDecide();
    expect(await movesFor(caseId, permitHolder, ofBoth)).toEqual(['withdrawApplication']);
    expect(await movesFor(caseId, 'a-colleague', ofBoth)).toContain('decideApplication');
  });
});

describe('a delegate who is an officer too', () => {
  test.each(['o-boss', 'o-clerk', 'o-left'])(
    'does not grant a permit that his account filed: %s',
    async (id) => {
      const path = `${await toDecide({ employerId })}/officer-decision`;
      const stamped = await accounts.count('intake');
      expect(await act(accounts.app, [id, ['caseworker']], path, grant)).toEqual([409, 'own-case']);
      expect(await accounts.count('intake')).toBe(stamped);
      expect(await act(accounts.app, ['a-colleague', ['caseworker']], path, grant)).toEqual([200, undefined]);
    },
  );

  test('is offered as much of it as he may do', async () => {
    const caseId = await toDecide({ employerId });
    const roles: Role[] = ['caseworker', 'employer'];
    expect(await movesFor(caseId, 'o-clerk', roles)).toEqual(['withdrawApplication']);
    expect(await movesFor(caseId, 'o-left', roles)).toEqual([]);
    const ofOffice = await movesFor(caseId, 'a-colleague', roles);
    expect(ofOffice).toContain('assignCase');
    expect(ofOffice).not.toContain('withdrawApplication');
  });
});
