/** The permits of a person that we issued, as a renewal hears of them: numbers, days, and what became of each. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createCaseEvidence } from '../../db/case-evidence';
import { createPermits } from '../../db/permits';
import { createRecord } from '../../db/record';
import { persons } from '../../db/schema';
import { permitLives, story, tell, type Told } from '../support/case-files';
import { openDatabase, type OwnDatabase } from './own-database';

let database: OwnDatabase;
let passportNumber: string;
let asking: string;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  passportNumber = `FA${randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`;
  asking = await keep();
});

const specimen = { surname: 'Specimen', givenName: 'Worker', bornOn: '1989-04-17', citizenship: 'UZB' };

async function keep(unlike: { passportNumber?: string } = {}): Promise<string> {
  const id = randomUUID();
  const identity = { ...specimen, passportNumber, ...unlike };
  await database.as('api', 1).insert(persons).values({ personId: id, caseId: id, identity, sha256: 'x' });
  return id;
}

/** With its row in the register of permits, made between the grant and the number. */
async function issued(life: readonly Told[], unlike: { passportNumber?: string } = {}): Promise<string> {
  const caseId = await keep(unlike);
  const events = story([...permitLives.granted, ...life]);
  const record = createRecord(database.as('worker', 1));
  const before = permitLives.granting.length;
  await record.appendEvents(caseId, events.slice(0, before));
  await createPermits(database.as('worker', 1)).issue({
    ...{ caseId, personId: caseId, on: '2026-05-06', renews: 'TP-1' },
    termAfter: () => ({ validFrom: '2026-05-06', validUntil: '2027-05-05' }),
    isEmpty: () => false,
  });
  for (const event of events.slice(before)) await record.appendEvents(caseId, [event]);
  return caseId;
}

const list = () => createCaseEvidence(database.as('worker', 1)).listOwnPermits(asking);
const shortened = { effect: 'shortens', validUntil: '2026-12-01' } as const;
const never = { effect: 'never-begins', on: '2026-05-05', validUntil: '2026-05-05' } as const;
const annulled = [
  tell('decision-proposed', { day: 30, data: { outcome: 'annul', hearing: true } }),
  tell('hearing-closed', { day: 35 }),
  tell('decision-approved', { day: 36, data: { outcome: 'annul' } }),
  tell('permit-annulled', { day: 36 }),
];

test.each<[string, readonly Told[], object]>([
  ['stands', [], { standing: 'stands', validUntil: '2027-05-05' }],
  [
    'was shortened',
    [tell('change-reported', { day: 40, data: shortened })],
    { standing: 'shortened', validUntil: '2026-12-01' },
  ],
  ['was annulled', annulled, { standing: 'annulled', validUntil: '2026-06-09' }],
])('one that %s is told with its number and its last day', async (_, more, expected) => {
  const reference = await issued(more);
  expect(await list()).toEqual([
    {
      ...{ reference, number: 'KZ-TRP-2026-000001', renews: 'TP-1' },
      ...{ validFrom: '2026-05-06', ...expected },
    },
  ]);
});

test('one that never began is none, and neither is another person’s', async () => {
  await issued([tell('change-reported', { day: 40, data: never })]);
  await issued([], { passportNumber: 'FA000000001' });
  expect(await list()).toEqual([]);
});

test('one of which the decision fell counts as annulled under its number, with its days until then', async () => {
  const reference = await issued([
    tell('reopening-proposed', { day: 40 }),
    tell('reopening-supported', { day: 41 }),
    tell('reopening-decided', { day: 42, data: { heldFrom: '2026-05-06' } }),
  ]);
  expect(await list()).toMatchObject([
    { reference, number: expect.stringMatching(/^\S+$/), standing: 'annulled', validUntil: '2026-06-15' },
  ]);
});
