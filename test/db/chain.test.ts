/** The chain of the record: whole as it was written, and broken at the first row that anybody touched. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asc, eq } from 'drizzle-orm';
import { findBreak, genesisHash, type ChainedEvent } from '../../db/chain';
import type { Database } from '../../db/connect';
import { hashOfJson } from '../../db/hash';
import { createRecord } from '../../db/record';
import { caseEvents, cases } from '../../db/schema';
import { livesTo, story } from '../support/case-files';
import { openDatabase, type OwnDatabase } from './own-database';

let database: OwnDatabase;
let db: Database;
let count = 0;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
  db = database.as('audit');
});
afterAll(() => database.close());

/** A granted life, each batch written by itself. */
beforeEach(async () => {
  caseId = `case-${(count += 1)}`;
  const record = createRecord(database.as('worker', 1));
  const events = story(livesTo.granted);
  await record.appendEvents(caseId, events.slice(0, 4));
  await record.appendEvents(caseId, events.slice(4, 5));
  await record.appendEvents(caseId, events.slice(5));
});

async function rows(): Promise<ChainedEvent[]> {
  const found = await db
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.seq));
  return found as ChainedEvent[];
}

/** The owner of the database, who can do what no process can. */
async function tamper(statement: string): Promise<void> {
  await database.owner.query('DELETE FROM notices WHERE case_id = $1', [caseId]);
  const { rowCount } = await database.owner.query(statement, [caseId]);
  expect(rowCount).toBeGreaterThan(0);
}

describe('a record that nobody touched', () => {
  test('is whole, read again from PostgreSQL', async () => {
    const found = await rows();
    expect(found).toHaveLength(livesTo.granted.length);
    expect(findBreak(found)).toBeUndefined();
  });

  test('begins with nothing and links each event to the one before it', async () => {
    const found = await rows();
    expect(found[0]?.previousHash).toBe(genesisHash);
    for (const [index, row] of found.entries()) {
      if (index > 0) expect(row.previousHash).toBe(found[index - 1]?.hash);
      expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('ends with the hash that the case names as its head', async () => {
    const [row] = await db.select().from(cases).where(eq(cases.caseId, caseId));
    expect(row?.headHash).toBe((await rows()).at(-1)?.hash);
  });

  test('of no rows is whole', () => {
    expect(findBreak([])).toBeUndefined();
  });
});

describe('a row that was altered', () => {
  test.each([
    ['its data', `data = jsonb_set(data, '{total}', '399')`],
    ['its type', `type = 'application-withdrawn'`],
    ['when it counts', `effective_at = effective_at - interval '1 millisecond'`],
    ['when it was written', `recorded_at = recorded_at + interval '1 millisecond'`],
    ['who did it', `actor_id = 'somebody'`],
    ['in what role', `actor_role = 'supervisor'`],
    ['its cause', `cause_id = 'intake:1'`],
    ['its link', `previous_hash = '${genesisHash}'`],
    ['its hash', `hash = '${genesisHash}'`],
  ])('in %s is found', async (_, change) => {
    await tamper(`UPDATE case_events SET ${change} WHERE case_id = $1 AND seq = 5`);
    expect(findBreak(await rows())).toMatchObject({ seq: 5 });
  });

  test('together with its own hash is found at the row after it', async () => {
    const fifth = (await rows())[4]!;
    const forged = { ...fifth, actorId: 'somebody' };
    const content = Object.fromEntries(Object.entries(forged).filter(([name]) => name !== 'hash'));
    const hash = hashOfJson(content);
    await tamper(
      `UPDATE case_events SET actor_id = 'somebody', hash = '${hash}' WHERE case_id = $1 AND seq = 5`,
    );
    expect(findBreak(await rows())).toMatchObject({ seq: 6 });
  });

  test('is told with the hash that it should have', async () => {
    const whole = await rows();
    await tamper(`UPDATE case_events SET hash = '${genesisHash}' WHERE case_id = $1 AND seq = 5`);
    expect(findBreak(await rows())).toEqual({ seq: 5, expected: whole[4]?.hash });
  });
});

describe('rows that were moved', () => {
  test.each([
    ['the first', 1, 2],
    ['one in the middle', 7, 8],
  ])('%s removed is found at the next', async (...[, seq, found]) => {
    await tamper(`DELETE FROM case_events WHERE case_id = $1 AND seq = ${seq}`);
    expect(findBreak(await rows())).toMatchObject({ seq: found });
  });

  test('one removed and the others moved up is found', async () => {
    await tamper(`DELETE FROM case_events WHERE case_id = $1 AND seq = 7`);
    for (let seq = 8; seq <= livesTo.granted.length; seq += 1) {
      await tamper(`UPDATE case_events SET seq = seq - 1 WHERE case_id = $1 AND seq = ${seq}`);
    }
    expect(findBreak(await rows())).toMatchObject({ seq: 7 });
  });

  test('the last removed leaves a whole chain, but not the head that the case names', async () => {
    await tamper(`DELETE FROM case_events WHERE case_id = $1 AND seq = ${livesTo.granted.length}`);
    const found = await rows();
    expect(findBreak(found)).toBeUndefined();
    const [row] = await db.select().from(cases).where(eq(cases.caseId, caseId));
    expect(row?.headHash).not.toBe(found.at(-1)?.hash);
    expect(row?.seq).not.toBe(found.length);
  });

  test('two swapped are found', async () => {
    await tamper(`UPDATE case_events SET seq = 100 WHERE case_id = $1 AND seq = 6`);
    await tamper(`UPDATE case_events SET seq = 6 WHERE case_id = $1 AND seq = 7`);
    await tamper(`UPDATE case_events SET seq = 7 WHERE case_id = $1 AND seq = 100`);
    expect(findBreak(await rows())).toMatchObject({ seq: 6 });
  });

  test('one slipped in between is found', async () => {
    const sixth = (await rows())[5]!;
    const found = await rows();
    const inserted = [...found.slice(0, 6), { ...sixth, seq: 7 }, ...found.slice(6)];
    expect(findBreak(inserted)).toMatchObject({ seq: 7 });
  });

  test('from another case are found', async () => {
    const own = await rows();
    const other = own.map((row) => ({ ...row, caseId: 'another-case' }));
    expect(findBreak([...own.slice(0, 3), ...other.slice(3)])).toMatchObject({ seq: 4 });
  });
});
