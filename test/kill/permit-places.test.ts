/** The worker dies over the last place of an employer: it is taken once, and a refused filing gives it back once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { employers } from '../../agencies/employers';
import type { PersonKey } from '../../agencies/people';
import { createDeaths } from '../support/deaths';
import { openHouse, type House } from '../support/house';
import { createPermitApplicant } from '../support/permit-applicant';
import { createPermitDesk, type PermitDesk } from '../support/permit-desk';
import { working } from '../support/permit-writes';
import { expectOneStory } from '../support/truth';

const { bin, validPermits } = employers.builder;
const limit = 50;
let house: House;
let desk: PermitDesk;
let employerId: string;
beforeAll(async () => {
  house = await openHouse();
  desk = createPermitDesk(house);
  employerId = await accountWithOnePlaceLeft();
}, 180_000);
afterAll(() => house.close());

async function accountWithOnePlaceLeft(): Promise<string> {
  const body = { bin, name: 'A builder' };
  const opened = await house.desk.call('delegate', 'POST /employers', { body });
  const account = String(opened.body['employerId']);
  await house.owner.query(
    `INSERT INTO employer_places (case_id, employer_id, bin)
     SELECT $1 || '-' || n, $1, $3 FROM generate_series(1, $2) AS n`,
    [account, limit - validPermits - 1, bin],
  );
  return account;
}

interface Place {
  reservedAt: Date;
  held: boolean;
  releasedAt: Date | null;
}

async function placeOf(caseId: string): Promise<Place[]> {
  const { rows } = await house.owner.query<Place>(
    `SELECT reserved_at AS "reservedAt", held_until IS NOT NULL AS held, released_at AS "releasedAt"
     FROM employer_places WHERE case_id = $1`,
    [caseId],
  );
  return rows;
}

const fileFor = (persona: PersonKey) =>
  createPermitApplicant(house.desk, persona, employerId).file(working('KGZ'));

async function judged(caseId: string): Promise<void> {
  await desk.reach(caseId, 'awaiting-judgement');
  await desk.officials.judgeDocuments(caseId);
  await desk.toldAtLeast(caseId, 'decision-proposed');
}

/** The outcomes of asking for a place, as the record has them. */
async function toldOfPlaces(caseId: string): Promise<string[]> {
  const told = [
    ...(await desk.told(caseId, 'place-reserved')),
    ...(await desk.told(caseId, 'place-refused')),
  ];
  return told.map(({ type }) => type);
}

test('who is refused gives the last place back once; the next worker takes it once, whatever dies', async () => {
  const { asking, dyingAfter, foundAgain } = createDeaths(house);
  const first = await house.startWorker();
  const refused = await fileFor('saltanat');
  await judged(refused);
  await first.stop();
  const refusing = await dyingAfter('application-refused');
  const refuse = asking('aigul', `POST /admin/cases/${refused}/officer-decision`, {
    body: {
      outcome: 'refuse',
      grounds: [{ ground: 'false-data', evidence: 'form' }],
      text: 'the contract was ended',
    },
    key: 'refused-once',
  });
  await refuse();
  await refusing.ended;
  const given = await placeOf(refused);
  expect(given).toMatchObject([{ held: false, releasedAt: expect.any(Date) }]);

  const reserving = await dyingAfter('reservePlace');
  await foundAgain(refused, refuse);
  const granted = await fileFor('timur');
  await reserving.ended;
  const taken = await placeOf(granted);
  expect(taken).toMatchObject([{ held: false, releasedAt: null }]);
  expect(await toldOfPlaces(granted)).toEqual([]);

  const noting = await dyingAfter('place-reserved');
  const toldNow = () => toldOfPlaces(granted);
  const told = await house.desk.until(toldNow, ({ length }) => length > 0, 60_000);
  expect(told).toEqual(['place-reserved']);
  await noting.ended;
  const granting = await dyingAfter('reservePlace');
  await judged(granted);
  const decide = asking('aigul', `POST /admin/cases/${granted}/officer-decision`, {
    body: { outcome: 'grant', text: 'all is in order' },
    key: 'granted-once',
  });
  await decide();
  await granting.ended;
  expect(await desk.told(granted, 'decision-approved')).toEqual([]);

  await house.startWorker();
  await foundAgain(granted, decide);
  await desk.reach(granted, 'granted');
  expect(await toldOfPlaces(granted)).toEqual(['place-reserved']);
  expect(await placeOf(granted)).toEqual([{ ...taken[0], held: true }]);
  expect(await placeOf(refused)).toEqual(given);
  const account = await house.desk.call('delegate', `GET /employers/${employerId}`);
  const all = limit - validPermits;
  expect(account.body).toMatchObject({ places: { taken: all, reserved: all - 1 } });
  expect(await desk.told(refused, 'application-refused')).toHaveLength(1);
  expect(await desk.told(granted, 'decision-approved')).toHaveLength(1);
  expect(await desk.permitsOf(granted)).toHaveLength(1);
  for (const caseId of [refused, granted]) await expectOneStory(house, caseId);
}, 240_000);
