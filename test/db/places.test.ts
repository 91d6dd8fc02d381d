/** Places of an employer hold while many ask at once, and are given back by the record. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomInt, randomUUID } from 'node:crypto';
import { createEmployerReads } from '../../db/reads/employers';
import { createPlaces } from '../../db/places';
import { createRecord } from '../../db/record';
import { employers, persons } from '../../db/schema';
import type { CaseEvent } from '../../domain/events';
import { waitUntil } from '../../scripts/servers/wait-until';
import { permitLives, story, tell, type Told } from '../support/case-files';
import { openDatabase, type OwnDatabase } from './own-database';

let database: OwnDatabase;
let employerId: string;
let bin: string;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  employerId = randomUUID();
  bin = String(randomInt(100_000_000_000, 999_999_999_999));
  await database
    .as('api', 1)
    .insert(employers)
    .values({ employerId, bin, name: 'A builder', isIndividual: false });
});

const on = '2026-05-12';
const asked = (caseId: string) => ({ caseId, employerId, bin, elsewhere: 40, limit: 50, on });
const taken = () => createEmployerReads(database.as('api', 1)).countPlaces(employerId, on);

test('of twenty cases that ask at once for the last three places, by several workers, three get one', async () => {
  const first = createPlaces(database.as('worker', 5));
  const pools = [first, ...Array.from({ length: 3 }, () => createPlaces(database.as('worker', 5)))];
  for (let n = 0; n < 7; n += 1) await first.reserve(asked(`${employerId}-before-${n}`));

  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => pools[n % 4]?.reserve(asked(`${employerId}-${n}`))),
  );
  expect(answers.filter((answer) => answer?.reserved)).toHaveLength(3);
  expect(await taken()).toEqual({ taken: 10, reserved: 10 });
});

test('a case that asks again keeps its place and takes no second one', async () => {
  const places = createPlaces(database.as('worker'));
  const replies = await Promise.all(
    Array.from({ length: 6 }, () => places.reserve(asked(`${employerId}-a`))),
  );
  expect(replies.every(({ reserved }) => reserved)).toBe(true);
  expect(await taken()).toEqual({ taken: 1, reserved: 1 });
});

test('an employer who is not known here has no place', async () => {
  const places = createPlaces(database.as('worker'));
  await expect(places.getBin('nobody')).rejects.toThrow('not known here');
});

describe('the limit holds whoever files', () => {
  const byHimself = (caseId: string) => ({ ...asked(caseId), employerId: null, elsewhere: 49 });
  const byAccount = (caseId: string) => ({ ...asked(caseId), elsewhere: 49 });

  test('of two workers of one employer, one of whom files himself, one takes the last place', async () => {
    const places = createPlaces(database.as('worker', 5));
    const answers = await Promise.all([
      places.reserve(byHimself(`${employerId}-himself`)),
      places.reserve(byAccount(`${employerId}-by-account`)),
    ]);
    expect(answers.map(({ reserved }) => reserved).sort()).toEqual([false, true]);
    expect(await taken()).toEqual({ taken: 1, reserved: 1 });
  });

  test('also for an employer who has no account here', async () => {
    const places = createPlaces(database.as('worker'));
    const stranger = String(randomInt(100_000_000_000, 999_999_999_999));
    const first = await places.reserve({ ...byHimself(`${stranger}-a`), bin: stranger });
    const second = await places.reserve({ ...byHimself(`${stranger}-b`), bin: stranger });
    expect([first.reserved, second.reserved]).toEqual([true, false]);
  });

  test.each<[string, boolean, number]>([
    ['a case of a person who files himself gives its place back when it is over', true, 0],
    ['a case that takes no place says nothing of one', false, 1],
  ])('%s', async (_, takesPlace, left) => {
    const caseId = `${employerId}-case`;
    const events = story([
      ...permitLives['awaiting-decision'],
      tell('application-withdrawn', { day: 2 }),
    ]).map((event) =>
      event.type === 'completeness-checked' ? { ...event, data: { ...event.data, takesPlace } } : event,
    );
    const record = createRecord(database.as('worker'));
    await record.appendEvents(caseId, events.slice(0, -1));
    await createPlaces(database.as('worker')).reserve(byHimself(caseId));
    expect(await taken()).toEqual({ taken: 1, reserved: 1 });
    await record.appendEvents(caseId, events.slice(-1));
    expect(await taken()).toEqual({ taken: left, reserved: left });
  });
});

test('a place is held against a newer count of the register, and given back where none is left', async () => {
  const places = createPlaces(database.as('worker'));
  const caseId = `${employerId}-a`;
  expect(await places.reserve({ ...asked(caseId), elsewhere: 0 })).toMatchObject({ reserved: true });
  expect(await places.reserve({ ...asked(caseId), elsewhere: 60 })).toMatchObject({ reserved: false });
  expect(await taken()).toEqual({ taken: 0, reserved: 0 });
});

test('a worker who has a new passport since is known by his IIN, and his old place is no other man’s', async () => {
  const places = createPlaces(database.as('worker'));
  const worker = {
    ...{ surname: 'Specimen', givenName: 'Worker', bornOn: '1989-04-17', citizenship: 'UZB' },
    iin: String(randomInt(100_000_000_000, 999_999_999_999)),
  };
  for (const passportNumber of ['FA0000001', 'FA0000002']) {
    const caseId = `${employerId}-${passportNumber}`;
    const identity = { ...worker, passportNumber };
    await database.as('api', 1).insert(persons).values({ personId: caseId, caseId, identity, sha256: 'x' });
    const reply = await places.reserve({ ...asked(caseId), elsewhere: 49 });
    expect(reply).toMatchObject({ taken: 0, reserved: true });
  }
  expect(await taken()).toEqual({ taken: 1, reserved: 1 });
  const held = `UPDATE employer_places SET held_until = '2027-01-31' WHERE case_id = $1`;
  await database.owner.query(held, [`${employerId}-FA0000001`]);
  expect(await taken()).toEqual({ taken: 1, reserved: 0 });
});

describe('the record of a case gives its place back', () => {
  const undecided = [...permitLives['awaiting-decision'], tell('place-reserved', { day: 1 })];
  const after = (life: readonly Told[]) => life.slice(permitLives['awaiting-decision'].length);
  const ends: [string, readonly Told[], { taken: number; reserved: number }][] = [
    ['when it is refused', after(permitLives.refused), { taken: 0, reserved: 0 }],
    ['when it is withdrawn', [tell('application-withdrawn', { day: 2 })], { taken: 0, reserved: 0 }],
    ['but not when it is granted', after(permitLives.granted), { taken: 1, reserved: 0 }],
  ];

  test.each(ends)('%s', async (_, end, left) => {
    const caseId = `${employerId}-case`;
    const events = ofEmployer(story([...undecided, ...end]));
    const record = createRecord(database.as('worker'));
    const before = undecided.length;
    await record.appendEvents(caseId, events.slice(0, before));
    await createPlaces(database.as('worker')).reserve(asked(caseId));
    expect(await taken()).toEqual({ taken: 1, reserved: 1 });
    await record.appendEvents(caseId, events.slice(before));
    expect(await taken()).toEqual(left);
  });

  test('when the permit that held it has ended', async () => {
    const caseId = `${employerId}-case`;
    const events = ofEmployer(
      story([...undecided, ...after(permitLives.granted), tell('certificate-expired', { day: 500 })]),
    );
    const record = createRecord(database.as('worker'));
    await record.appendEvents(caseId, events.slice(0, -1));
    await createPlaces(database.as('worker')).reserve(asked(caseId));
    await record.appendEvents(caseId, events.slice(-1));
    expect(await taken()).toEqual({ taken: 0, reserved: 0 });
  });
});

describe('a case that is over keeps no place', () => {
  const undecided = permitLives['awaiting-decision'];
  const end = tell('application-withdrawn', { day: 2 });

  /** One acts, then the other, each as far as he comes while somebody else writes the same place and thinks better of it. */
  async function whileHeld(caseId: string, acts: (() => Promise<unknown>)[]): Promise<void> {
    const holder = await database.owner.connect();
    await holder.query('BEGIN');
    await holder.query('INSERT INTO employer_places (case_id, employer_id) VALUES ($1, $2)', [
      caseId,
      employerId,
    ]);
    const acting: Promise<unknown>[] = [];
    let undone = 0;
    for (const act of acts) {
      undone += 1;
      acting.push(act().finally(() => (undone -= 1)));
      await waitUntil(async () => (await waiting()) === undone, { what: 'an act', timeoutMs: 4_000 });
    }
    await holder.query('ROLLBACK');
    holder.release();
    await Promise.all(acting);
  }

  async function waiting(): Promise<number> {
    const { rowCount } = await database.owner.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rowCount ?? 0;
  }

  test.each(['the place is asked for first', 'the end is recorded first'])('when %s', async (order) => {
    const caseId = `${employerId}-case`;
    const events = ofEmployer(story([...undecided, end]));
    const record = createRecord(database.as('worker'));
    const places = createPlaces(database.as('worker'));
    await record.appendEvents(caseId, events.slice(0, -1));
    const acts = [() => places.reserve(asked(caseId)), () => record.appendEvents(caseId, events.slice(-1))];
    await whileHeld(caseId, order.startsWith('the place') ? acts : acts.reverse());
    expect(await taken()).toEqual({ taken: 0, reserved: 0 });
  });

  test('when it asks after its end', async () => {
    const caseId = `${employerId}-case`;
    const record = createRecord(database.as('worker'));
    await record.appendEvents(caseId, ofEmployer(story([...undecided, end])));
    const reply = await createPlaces(database.as('worker')).reserve(asked(caseId));
    expect(reply).toMatchObject({ reserved: false });
    expect(await taken()).toEqual({ taken: 0, reserved: 0 });
  });
});

/** The same story, filed by the account. */
function ofEmployer(events: CaseEvent[]): CaseEvent[] {
  return events.map((event) =>
    event.type === 'application-opened'
      ? {
          ...event,
          data: {
            ...event.data,
            applicantId: employerId,
            permit: { filing: 'issue', purpose: 'eaeu-work', employerId },
          },
        }
      : event,
  );
}
