/** The register of permits follows the record: a permit that no longer stands has ended there too. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createPermits } from '../../db/permits';
import { createRecord } from '../../db/record';
import { permitLives, story, tell, type Told } from '../support/case-files';
import { openDatabase, type OwnDatabase } from './own-database';

let database: OwnDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const [validFrom, validUntil] = ['2026-05-06', '2027-05-05'];
const annulled = [
  tell('decision-proposed', { day: 30, data: { outcome: 'annul', hearing: true } }),
  tell('hearing-closed', { day: 35 }),
  tell('decision-approved', { day: 36, data: { outcome: 'annul' } }),
  tell('permit-annulled', { day: 36 }),
];
const reopened = [
  tell('reopening-proposed', { day: 40 }),
  tell('reopening-supported', { day: 41 }),
  tell('reopening-decided', { day: 42 }),
];
const refusedAgain = [
  tell('finding-judged', { day: 43, data: { check: 'criminal-registry' } }),
  tell('decision-approved', { day: 44, data: { outcome: 'refuse' } }),
  tell('application-refused', { day: 44 }),
];
const shortened = { effect: 'shortens', validUntil: '2026-12-01' } as const;
const never = { effect: 'never-begins', on: '2026-05-05', validUntil: '2026-05-05' } as const;

const standing = (caseId: string) => ({
  ...{ caseId, personId: 'nobody', on: validFrom, renews: null },
  termAfter: () => ({ validFrom, validUntil }),
  isEmpty: () => false,
});

test.each<[string, readonly Told[], [string, string]]>([
  ['that stands', [], [validFrom, validUntil]],
  ['that is shortened', [tell('change-reported', { day: 40, data: shortened })], [validFrom, '2026-12-01']],
  ['that never begins', [tell('change-reported', { day: 40, data: never })], ['2026-05-05', '2026-05-05']],
  ['that is annulled', annulled, [validFrom, '2026-06-09']],
  ['whose decision is looked at again', reopened, [validFrom, '2026-06-15']],
  ['that is refused then', [...reopened, ...refusedAgain], [validFrom, '2026-06-15']],
  [
    'whose annulment is set aside',
    [
      ...annulled,
      tell('complaint-filed', { day: 40, data: { against: 'annulment' } }),
      tell('complaint-decided', { day: 41, data: { outcome: 'satisfied' } }),
      tell('decision-set-aside', { day: 41, data: { returnTo: null } }),
    ],
    [validFrom, validUntil],
  ],
])('a permit %s lasts in the register as long as in the record', async (_, more, days) => {
  const caseId = randomUUID();
  const events = story([...permitLives.granted, ...more]);
  const record = createRecord(database.as('worker'));
  const before = permitLives.granting.length;
  await record.appendEvents(caseId, events.slice(0, before));
  await createPermits(database.as('worker')).issue(standing(caseId));
  for (const event of events.slice(before)) await record.appendEvents(caseId, [event]);
  const { rows } = await database.owner.query(
    'SELECT valid_from::text AS first, valid_until::text AS last FROM permits WHERE case_id = $1',
    [caseId],
  );
  expect(rows).toEqual([{ first: days[0], last: days[1] }]);
});

describe('of one person', () => {
  const identity = {
    bornOn: '1990-02-03',
    citizenship: 'UZB',
    passportNumber: 'FA9000001',
    iin: '900203300018',
  };
  const keep = async (unlike: object = {}) => {
    const [caseId, personId] = [randomUUID(), randomUUID()];
    await database.owner.query(
      'INSERT INTO persons (person_id, case_id, identity, sha256) VALUES ($1, $2, $3, $4)',
      [personId, caseId, { ...identity, ...unlike }, 'a'.repeat(64)],
    );
    return { caseId, personId };
  };
  const issueFor = (person: { caseId: string; personId: string }, until = '2026-10-31') =>
    createPermits(database.as('worker')).issue({
      ...{ ...person, on: '2026-05-06', renews: null },
      termAfter: (own) => ({ validFrom: own ?? '2026-05-06', validUntil: until, own }),
      isEmpty: (term) => term.validUntil < term.validFrom,
    });

  test('a second permit hears until when the first lasts, the first never of the second', async () => {
    const [first, second] = [await keep(), await keep({ passportNumber: 'FB7000009' })];
    expect((await issueFor(first)).term.own).toBeNull();
    expect((await issueFor(second, '2027-10-31')).term.own).toBe('2026-10-31');
    expect((await issueFor(first)).term.own).toBeNull();
    const { findOwnUntil } = createPermits(database.as('worker'));
    expect(await findOwnUntil({ ...(await keep()), on: '2027-10-31' })).toBe('2027-10-31');
    expect(await findOwnUntil({ ...(await keep()), on: '2027-11-01' })).toBeNull();
  });

  test('a second permit of which the first leaves no day gets no number, however often it is tried', async () => {
    const unlike = { passportNumber: 'FC8000004', iin: '900203300045' };
    const [first, second] = [await keep(unlike), await keep(unlike)];
    await issueFor(first);
    for (let tries = 0; tries < 2; tries += 1)
      expect(await issueFor(second, '2026-10-30')).toMatchObject({
        ...{ serial: null, term: { own: '2026-10-31' } },
      });
    const { rows } = await database.owner.query('SELECT 1 FROM permits WHERE case_id = $1', [second.caseId]);
    expect(rows).toEqual([]);
  });

  test('two permits at the same moment come one after the other', async () => {
    const unlike = { passportNumber: 'FC8000002', iin: '900203300029' };
    const both = [await keep(unlike), await keep(unlike)];
    const told = await Promise.all(both.map((person) => issueFor(person)));
    expect(told.map(({ term }) => term.own).sort()).toEqual(['2026-10-31', null]);
  });
});
