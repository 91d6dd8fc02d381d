/** What the relay takes from the register: nothing that somebody is delivering, and each case in its order. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createIntake, type Incoming, type Intake, type IntakeEntry } from '../../db/intake';
import { agency, applicant, caseworker } from '../support/case-files';
import { openDatabase, type OwnDatabase } from './own-database';

const longMs = 60_000;
let database: OwnDatabase;
let intake: Intake;

beforeAll(async () => {
  database = await openDatabase();
  intake = createIntake(database.as('api', 8));
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.owner.query('TRUNCATE intake RESTART IDENTITY');
});

/** An entry whose lease is over at once, when nothing else is said. */
async function enter(caseId: string | null, unlike: Partial<Incoming> = {}): Promise<IntakeEntry> {
  const { entry } = await intake.register({
    caseId,
    verb: 'withdrawApplication',
    actor: applicant,
    idempotencyKey: randomUUID(),
    body: {},
    message: {},
    leaseMs: -1,
    ...unlike,
  });
  return entry;
}

async function claimed(limit = 100, leaseMs = longMs): Promise<number[]> {
  return (await intake.claim(limit, leaseMs)).map(({ number }) => number);
}

const news = { actor: agency('criminal-registry'), verb: 'receiveAgencyAnswer' };

describe('the relay', () => {
  test('takes what nobody delivers, the oldest first, and counts its tries', async () => {
    const first = await enter('case-a');
    const second = await enter('case-b', { actor: caseworker });
    expect(await claimed()).toEqual([first.number, second.number]);
    expect(await intake.findEntry(first.number)).toMatchObject({ tries: 1, state: 'received' });
  });

  test('takes nothing twice while its lease lasts', async () => {
    await enter('case-a');
    expect(await claimed()).toHaveLength(1);
    expect(await claimed()).toEqual([]);
  });

  test('takes it again when the lease is over', async () => {
    const { number } = await enter('case-a');
    expect(await claimed(100, -1)).toEqual([number]);
    expect(await claimed()).toEqual([number]);
    expect(await intake.findEntry(number)).toMatchObject({ tries: 2 });
  });

  test('takes only the oldest act of each case, and the next when that one is answered', async () => {
    const acts = [await enter('case-a'), await enter('case-a'), await enter('case-b')];
    expect(await claimed()).toEqual([acts[0]!.number, acts[2]!.number]);
    expect(await claimed()).toEqual([]);
    await intake.settle(acts[0]!.number, { state: 'refused', answer: { code: 'case-over' } });
    expect(await claimed()).toEqual([acts[1]!.number]);
  });

  test('takes nothing of a case whose oldest act is under lease', async () => {
    await enter('case-a', { leaseMs: longMs });
    await enter('case-a');
    expect(await claimed()).toEqual([]);
  });

  test('takes what agencies say without waiting for anybody’s act', async () => {
    await enter('case-a', { leaseMs: longMs });
    const answers = [await enter('case-a', news), await enter('case-a', news)];
    expect(await claimed()).toEqual(answers.map(({ number }) => number));
  });

  test('lets no act wait for what agencies say', async () => {
    await enter('case-a', { ...news, leaseMs: longMs });
    const act = await enter('case-a');
    expect(await claimed()).toEqual([act.number]);
  });

  test('takes what belongs to no case', async () => {
    const stray = await enter(null, news);
    expect(await claimed()).toEqual([stray.number]);
  });

  test('takes nothing that has its answer', async () => {
    for (const state of ['answered', 'refused', 'kept'] as const) {
      const { number } = await enter(`case-${state}`);
      await intake.settle(number, { state, answer: {} });
    }
    expect(await claimed()).toEqual([]);
  });

  test('takes no more than it asked for', async () => {
    const numbers: number[] = [];
    for (let index = 0; index < 5; index += 1) numbers.push((await enter(`case-${index}`)).number);
    expect(await claimed(2)).toEqual(numbers.slice(0, 2));
    expect(await claimed(2)).toEqual(numbers.slice(2, 4));
  });

  test('twice at the same moment never takes one entry twice, nor a case out of its order', async () => {
    for (let index = 0; index < 20; index += 1) await enter(`case-${index % 10}`);
    const taken = (await Promise.all([claimed(), claimed(), claimed(), claimed()])).flat();
    expect(new Set(taken).size).toBe(taken.length);
    const entries = await Promise.all(taken.map((number) => intake.findEntry(number)));
    expect(new Set(entries.map((entry) => entry?.caseId)).size).toBe(taken.length);
    expect(Math.max(...taken)).toBeLessThanOrEqual(10);
  });
});

describe('an entry', () => {
  test('that is given back can be taken after its pause', async () => {
    const { number } = await enter('case-a', { leaseMs: longMs });
    expect(await claimed()).toEqual([]);
    await intake.release(number, longMs);
    expect(await claimed()).toEqual([]);
    await intake.release(number, -1);
    expect(await claimed()).toEqual([number]);
  });

  test('that has its answer is not given back', async () => {
    const { number } = await enter('case-a');
    const settled = await intake.settle(number, { state: 'answered', answer: {} });
    await intake.release(number, longMs);
    expect(await intake.findEntry(number)).toEqual(settled);
  });

  test('is next when no earlier act of its case waits', async () => {
    const [first, second, other] = [await enter('case-a'), await enter('case-a'), await enter('case-b')];
    expect(await intake.isNext(first)).toBe(true);
    expect(await intake.isNext(second)).toBe(false);
    expect(await intake.isNext(other)).toBe(true);
    await intake.settle(first.number, { state: 'answered', answer: {} });
    expect(await intake.isNext(second)).toBe(true);
  });

  test('does not wait for what agencies said before it', async () => {
    await enter('case-a', news);
    expect(await intake.isNext(await enter('case-a'))).toBe(true);
  });
});
