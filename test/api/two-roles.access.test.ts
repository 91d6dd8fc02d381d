/** Who holds two roles acts in the one to which the case or the filing belongs, whichever his token names first. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import type { Role } from '../../domain/roles';
import { openAccounts, type Accounts } from './office/accounts';
import { holder, permitHolder, recordPermit } from './office/permits';

let accounts: Accounts;
let employerId: string;
let own: string;
let ofAccount: string;
beforeAll(async () => {
  accounts = await openAccounts();
  const opening = { method: 'POST', url: '/employers', payload: { bin: '150340011878', name: 'A builder' } };
  employerId = (await as(['employer'], opening as InjectOptions)).json().employerId;
  own = await recordPermit(accounts, 'granted');
  ofAccount = await recordPermit(accounts, 'granted', { employerId });
});
afterAll(() => accounts.close());

/** `permitHolder` is the delegate of the account too. */
async function as(roles: Role[], options: InjectOptions, subject = permitHolder) {
  const authorization = `Bearer ${await accounts.tokens.sign(subject, roles)}`;
  const headers = { authorization, 'idempotency-key': randomUUID() };
  return accounts.app.inject({ ...options, headers });
}
const roleStamped = () => accounts.delivered.at(-1)?.actorRole;
const change = { change: 'contract-ended', on: '2026-05-11' };
const report = (caseId: string): InjectOptions => ({
  method: 'POST',
  url: `/applications/${caseId}/changes`,
  payload: change,
});

const orders: [Role, Role][] = [
  ['employer', 'applicant'],
  ['applicant', 'employer'],
];

describe.each(orders)('an applicant who is a delegate too (%s, %s)', (...roles) => {
  test('reads his own case and his account’s', async () => {
    for (const caseId of [own, ofAccount]) {
      for (const path of ['', '/form', '/notices', '/clock']) {
        const reply = await as(roles, { url: `/applications/${caseId}${path}` });
        expect([path, reply.statusCode]).toEqual([path, 200]);
      }
    }
  });

  test('acts in each as what he is to it', async () => {
    expect((await as(roles, report(own))).statusCode).toBe(200);
    expect(roleStamped()).toBe('applicant');
    expect((await as(roles, report(ofAccount))).statusCode).toBe(200);
    expect(roleStamped()).toBe('employer');
  });

  test('finds nobody else’s, and none that is not there', async () => {
    const strange = async (url: string) => (await as(roles, { url }, 'a-stranger')).statusCode;
    for (const caseId of [own, ofAccount, '7Q4M-2XHD-9F3T', 'x'])
      expect(await strange(`/applications/${caseId}`)).toBe(404);
  });

  test('files for the account that he names, and for himself where he names none', async () => {
    const filed = { filing: 'issue', purpose: 'work-with-permit', region: 'abai', person: holder };
    const file = (more: object): InjectOptions => ({
      method: 'POST',
      url: '/applications/permits',
      payload: { ...filed, ...more },
    });
    expect((await as(roles, file({ employerId }))).statusCode).toBe(201);
    expect(accounts.delivered.at(-1)).toMatchObject({
      actorRole: 'employer',
      message: { applicantId: employerId },
    });
    expect((await as(roles, file({}))).statusCode).toBe(201);
    expect(accounts.delivered.at(-1)).toMatchObject({
      actorRole: 'applicant',
      message: { applicantId: permitHolder },
    });
    expect((await as(roles, file({ employerId: randomUUID() }))).statusCode).toBe(404);
  });
});

test.each([[['caseworker', 'applicant', 'employer']], [['employer', 'applicant', 'caseworker']]] as [
  Role[],
][])(
  'an officer reports of his own permit as its holder, of his account’s as its delegate, of others’ as an officer: %s',
  async (roles) => {
    const stamped = async (caseId: string) => {
      expect((await as(roles, report(caseId))).statusCode).toBe(200);
      return roleStamped();
    };
    expect(await stamped(own)).toBe('applicant');
    expect(await stamped(ofAccount)).toBe('employer');
    expect(await stamped(await recordPermit(accounts, 'granted', { employerId: 'another-account' }))).toBe(
      'caseworker',
    );
  },
);
