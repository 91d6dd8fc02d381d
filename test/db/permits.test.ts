/** The register of permits follows the record: a permit that no longer stands has ended there too. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
  await createPermits(database.as('worker')).issue({ caseId, validFrom, validUntil, renews: null });
  for (const event of events.slice(before)) await record.appendEvents(caseId, [event]);
  const { rows } = await database.owner.query(
    'SELECT valid_from::text AS first, valid_until::text AS last FROM permits WHERE case_id = $1',
    [caseId],
  );
  expect(rows).toEqual([{ first: days[0], last: days[1] }]);
});
