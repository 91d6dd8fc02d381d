/** Places under an employer's limit where its register has told how many there are, and where it has not. */
import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createPermitActivities } from '../../activities/make-permit';
import { createCaseEvidence } from '../../db/case-evidence';
import { saveDraftInTx } from '../../db/desk/form-drafts';
import { createPermits } from '../../db/permits';
import { createPlaces } from '../../db/places';
import { createPrefilledReads } from '../../db/reads/prefilled';
import { openDatabase, type OwnDatabase } from '../db/own-database';
import { aPermitForm } from '../support/permit-forms';

let database: OwnDatabase;
let activities: ReturnType<typeof createPermitActivities>;
let caseId: string;
let bin: string;
const filedOn = '2026-05-12';

beforeAll(async () => {
  database = await openDatabase();
  const db = database.as('worker');
  activities = createPermitActivities({
    evidence: createCaseEvidence(db),
    prefilled: createPrefilledReads(db),
    permits: createPermits(db),
    places: createPlaces(db),
  });
});
afterAll(() => database.close());
beforeEach(async () => {
  caseId = `case-${randomUUID()}`;
  bin = `15034${randomInt(1_000_000, 9_999_999)}`;
  const form = aPermitForm('eaeu-work');
  const content = { ...form, employment: { ...form.employment, bin } };
  await database.as('api', 1).transaction((tx) => saveDraftInTx(tx, { caseId, basedOn: 0, content }));
});

/** Filed by the worker himself. */
const reserve = (byOfficer = false) =>
  activities.reservePlace({ caseId, formVersion: 1, filedOn, employerId: null, byOfficer });

const heldPlaces = async () => {
  const { rowCount } = await database.owner.query('SELECT 1 FROM employer_places WHERE case_id = $1', [
    caseId,
  ]);
  return rowCount;
};

/** `employer` is what the register told of him, `currentPermit` of the worker, on the day of the filing. */
const told = (employer: object | null, currentPermit: object | null = null) =>
  createCaseEvidence(database.as('worker')).keepAnswer({
    ...{
      agency: 'permit-register',
      caseId,
      answerId: randomUUID(),
      requestId: `${caseId}.permit-register.1`,
    },
    body: { question: { on: filedOn }, currentPermit, employer },
  });

test.each([
  ['has said nothing', undefined],
  ['was not asked about an employer', null],
])(
  'no place is reserved by rule while the register %s: that is no count, and not none',
  async (_, employer) => {
    if (employer !== undefined) await told(employer);
    expect(await reserve()).toBeNull();
    expect(await heldPlaces()).toBe(0);
  },
);

test('what the register counts is held against the limit', async () => {
  await told({ known: true, validPermits: 49 });
  expect(await reserve()).toMatchObject({ reserved: true, elsewhere: 49, taken: 0 });
  await told({ known: true, validPermits: 50 });
  expect(await reserve()).toMatchObject({ reserved: false, elsewhere: 50 });
});

test.each([
  ['that still lasts is among those that are counted', 50, '2026-05-12', { elsewhere: 49, reserved: true }],
  ['that ended before the register was asked is not', 50, '2026-05-11', { elsewhere: 50, reserved: false }],
  [
    'that the register does not count leaves none, and not less',
    0,
    '2026-05-12',
    { elsewhere: 0, reserved: true },
  ],
])('the permit of the worker himself %s', async (_, validPermits, validUntil, counted) => {
  await told({ known: true, validPermits }, { number: 'TRP-1', validUntil, employerBin: bin });
  expect(await reserve()).toMatchObject(counted);
});

test('a permit with another employer is not among those that are counted', async () => {
  const currentPermit = { number: 'TRP-1', validUntil: '2026-05-30', employerBin: '150340011878' };
  await told({ known: true, validPermits: 50 }, currentPermit);
  expect(await reserve()).toMatchObject({ elsewhere: 50, reserved: false });
});

test('an officer who has judged the silence grants by what is counted here', async () => {
  expect(await reserve(true)).toMatchObject({ reserved: true, taken: 0 });
  expect(await heldPlaces()).toBe(1);
});
