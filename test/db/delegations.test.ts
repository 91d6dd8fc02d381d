/** A delegation is asked where an act is stamped, and an act and the end of its delegation come one after the other. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDelegateInTx, endDelegateInTx, whyNotActInTx, openAccountInTx } from '../../db/desk/employers';
import { createRecord } from '../../db/record';
import type { Actor } from '../../domain/actor';
import { permitLives, story } from '../support/case-files';
import { openDatabase, type OwnDatabase } from './own-database';

const caseId = 'of-an-employer';
const clerk: Actor = { id: 'e-clerk', role: 'employer' };

let database: OwnDatabase;
let employerId: string;
beforeAll(async () => {
  database = await openDatabase();
  employerId = await database.as('api', 1).transaction(async (tx) => {
    const account = { bin: '150340011878', name: 'A builder', openedBy: 'e-boss' };
    const opened = (await openAccountInTx(tx, account)) ?? '';
    await addDelegateInTx(tx, { employerId: opened, subject: clerk.id, addedBy: 'e-boss' });
    return opened;
  });
  const permit = { filing: 'issue', purpose: 'eaeu-work', employerId } as const;
  const events = story(permitLives['awaiting-form']).map((event) =>
    event.type === 'application-opened'
      ? { ...event, data: { ...event.data, applicantId: employerId, permit } }
      : event,
  );
  await createRecord(database.as('worker')).appendEvents(caseId, events);
});
afterAll(() => database.close());

const whyNotAct = (actor: Actor) =>
  database.as('api', 1).transaction((tx) => whyNotActInTx(tx, caseId, actor));
const end = () =>
  database
    .as('api', 1)
    .transaction((tx) => endDelegateInTx(tx, { employerId, subject: clerk.id, endedBy: 'e-boss' }));

test('a delegate may act in a case of his account, and nobody else who signs in as one', async () => {
  expect(await whyNotAct(clerk)).toBeUndefined();
  expect(await whyNotAct({ id: 'e-stranger', role: 'employer' })).toBe('not-found');
});

test('a delegation does not end while an act of its delegate is being stamped, and is over after it', async () => {
  const order: string[] = [];
  let ending: Promise<unknown> = Promise.resolve();
  await database.as('api', 1).transaction(async (tx) => {
    expect(await whyNotActInTx(tx, caseId, clerk)).toBeUndefined();
    ending = end().then(() => order.push('ended'));
    const waits = () => database.owner.query(`SELECT 1 FROM pg_locks WHERE NOT granted`);
    while ((await waits()).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    order.push('stamped');
  });
  await ending;
  expect(order).toEqual(['stamped', 'ended']);
  expect(await whyNotAct(clerk)).toBe('not-found');
});

test('an officer who acts or acted for the account does not act in its cases, and any other does', async () => {
  for (const role of ['caseworker', 'supervisor'] as const) {
    expect(await whyNotAct({ id: 'e-boss', role })).toBe('own-case');
    expect(await whyNotAct({ id: clerk.id, role })).toBe('own-case');
    expect(await whyNotAct({ id: 'an-officer', role })).toBeUndefined();
  }
});
