/** The register: what comes in is stamped, numbered and kept once, and answered once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { createCaseTime } from '../../db/case-time';
import type { Database } from '../../db/connect';
import {
  IdempotencyKeyReused,
  createIntake,
  type Incoming,
  type Intake,
  type IntakeEntry,
} from '../../db/intake';
import { caseTexts } from '../../db/schema';
import { applicant, caseworker } from '../support/case-files';
import { openDatabase, type OwnDatabase } from './own-database';

let database: OwnDatabase;
let db: Database;
let intake: Intake;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
  db = database.as('api', 10);
  intake = createIntake(db);
});
afterAll(() => database.close());
beforeEach(() => {
  caseId = `case-${randomUUID()}`;
});

function anAct(unlike: Partial<Incoming> = {}): Incoming {
  return {
    caseId,
    verb: 'withdrawApplication',
    actor: applicant,
    idempotencyKey: randomUUID(),
    body: { reason: 'moving' },
    message: { reason: null },
    leaseMs: 60_000,
    ...unlike,
  };
}

async function countOf(key: string): Promise<number> {
  const { rows } = await db.execute(sql`SELECT 1 FROM intake WHERE idempotency_key = ${key}`);
  return rows.length;
}

describe('an act', () => {
  test('is kept with its stamp and its number, and waits for an answer', async () => {
    const before = Date.now();
    const act = anAct();
    const { entry, isNew } = await intake.register(act);
    expect(isNew).toBe(true);
    expect(entry).toMatchObject({
      number: expect.any(Number),
      caseId,
      verb: 'withdrawApplication',
      actorId: applicant.id,
      actorRole: 'applicant',
      message: { reason: null },
      state: 'received',
      answer: null,
      settledAt: null,
      tries: 0,
    });
    expect(entry.effectiveAt).toBe(entry.receivedAt);
    expect(Math.abs(Date.parse(entry.receivedAt) - before)).toBeLessThan(5_000);
    expect(Date.parse(entry.leaseUntil) - Date.parse(entry.receivedAt)).toBe(60_000);
    expect(await intake.findEntry(entry.number)).toEqual(entry);
  });

  test('is kept by the hash of its body, not by the body', async () => {
    const { entry } = await intake.register(anAct({ body: { reason: 'Sadyrkulov' } }));
    expect(entry.bodySha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(entry)).not.toContain('Sadyrkulov');
  });

  test('of a case that lives ahead counts in the case’s own time', async () => {
    await createCaseTime(db).move(caseId, 86_400_000);
    const { entry } = await intake.register(anAct());
    expect(Date.parse(entry.effectiveAt) - Date.parse(entry.receivedAt)).toBe(86_400_000);
  });
});

describe('the same key', () => {
  test('twice finds the first entry, whatever has become of it', async () => {
    const act = anAct();
    const first = await intake.register(act);
    expect(await intake.register(act)).toEqual({ entry: first.entry, isNew: false });
    const settled = await intake.settle(first.entry.number, { state: 'answered', answer: { seq: 4 } });
    expect(await intake.register(act)).toEqual({ entry: settled, isNew: false });
    expect(await countOf(act.idempotencyKey)).toBe(1);
  });

  test('with the members of the body in another order is the same act', async () => {
    const act = anAct({ body: { a: 1, b: { c: 2, d: 3 } } });
    const { entry } = await intake.register(act);
    expect(await intake.register({ ...act, body: { b: { d: 3, c: 2 }, a: 1 } })).toEqual({
      entry,
      isNew: false,
    });
  });

  test.each<[string, Partial<Incoming>]>([
    ['another body', { body: { reason: 'staying' } }],
    ['no body', { body: null }],
    ['another verb', { verb: 'submitForm' }],
  ])('with %s is refused, and the first one stands', async (_, unlike) => {
    const act = anAct();
    const { entry } = await intake.register(act);
    await expect(intake.register({ ...act, ...unlike })).rejects.toBeInstanceOf(IdempotencyKeyReused);
    expect(await intake.findEntry(entry.number)).toEqual(entry);
    expect(await countOf(act.idempotencyKey)).toBe(1);
  });

  test('of another person is another act', async () => {
    const act = anAct();
    const mine = await intake.register(act);
    const theirs = await intake.register({ ...act, actor: caseworker });
    expect(theirs.isNew).toBe(true);
    expect(theirs.entry.number).not.toBe(mine.entry.number);
  });

  test('from many at the same moment is one row, new to one of them', async () => {
    const act = anAct();
    const all = await Promise.all(Array.from({ length: 8 }, () => intake.register(act)));
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(all.map(({ entry }) => entry.number)).size).toBe(1);
    expect(await countOf(act.idempotencyKey)).toBe(1);
  });

  test('from two at the same moment for two new cases is one case', async () => {
    const act = anAct({ verb: 'openApplication' });
    const all = await Promise.all([intake.register(act), intake.register({ ...act, caseId: `${caseId}-b` })]);
    expect(new Set(all.map(({ entry }) => entry.caseId)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  test('with another body at the same moment is one act and one refusal', async () => {
    const act = anAct();
    const all = await Promise.allSettled([intake.register(act), intake.register({ ...act, body: 'other' })]);
    expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = all.find((one) => one.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(IdempotencyKeyReused);
  });
});

describe('what goes alongside', () => {
  const textOf = (textId: string) => ({ textId, caseId, body: 'a text', sha256: 'f'.repeat(64) });
  const isThere = async (textId: string) =>
    (await db.execute(sql`SELECT 1 FROM case_texts WHERE text_id = ${textId}`)).rows.length === 1;

  test('is kept with the entry, once', async () => {
    const act = anAct();
    const textId = randomUUID();
    let runs = 0;
    const keep = async (tx: Parameters<NonNullable<Parameters<Intake['register']>[1]>>[0]) => {
      runs += 1;
      await tx.insert(caseTexts).values(textOf(textId));
    };
    await intake.register(act, keep);
    await intake.register(act, keep);
    expect(runs).toBe(1);
    expect(await isThere(textId)).toBe(true);
  });

  test('can settle the entry at once', async () => {
    const { entry } = await intake.register(anAct(), async () => ({
      state: 'answered',
      answer: { version: 1 },
    }));
    expect(entry).toMatchObject({ state: 'answered', answer: { version: 1 }, settledAt: expect.any(String) });
  });

  test('that fails keeps nothing, and the key is free', async () => {
    const act = anAct();
    const textId = randomUUID();
    const failing = intake.register(act, async (tx) => {
      await tx.insert(caseTexts).values(textOf(textId));
      throw new Error('refused at the desk');
    });
    await expect(failing).rejects.toThrow('refused at the desk');
    expect(await isThere(textId)).toBe(false);
    expect((await intake.register({ ...act, body: 'another' })).isNew).toBe(true);
  });
});

describe('stamps', () => {
  test('of one case are in the order of their numbers, however many come at once', async () => {
    const entries: IntakeEntry[] = [];
    for (let wave = 0; wave < 5; wave += 1) {
      const all = await Promise.all(Array.from({ length: 10 }, () => intake.register(anAct())));
      entries.push(...all.map(({ entry }) => entry));
    }
    const stamps = entries.sort((a, b) => a.number - b.number).map(({ receivedAt }) => receivedAt);
    expect(new Set(entries.map(({ number }) => number)).size).toBe(50);
    expect(stamps).toEqual([...stamps].sort());
  });
});

describe('an answer', () => {
  test('is given once: the first one stands', async () => {
    const { entry } = await intake.register(anAct());
    const first = await intake.settle(entry.number, { state: 'answered', answer: { seq: 7 } });
    expect(first).toMatchObject({ state: 'answered', answer: { seq: 7 }, settledAt: expect.any(String) });
    expect(await intake.settle(entry.number, { state: 'refused', answer: { code: 'case-over' } })).toEqual(
      first,
    );
    expect(await intake.findEntry(entry.number)).toEqual(first);
  });

  test('from two at the same moment is one answer, and both hear it', async () => {
    const { entry } = await intake.register(anAct());
    const [one, other] = await Promise.all([
      intake.settle(entry.number, { state: 'answered', answer: { seq: 7 } }),
      intake.settle(entry.number, { state: 'refused', answer: { code: 'case-over' } }),
    ]);
    expect(one).toEqual(other);
    expect(await intake.findEntry(entry.number)).toEqual(one);
  });

  test('to a number that was never given is nothing', async () => {
    expect(await intake.settle(999_999_999, { state: 'kept', answer: {} })).toBeUndefined();
    expect(await intake.findEntry(999_999_999)).toBeUndefined();
  });
});
