/** The one writer: each event once, record and projection together, two stories never. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { Client } from 'pg';
import { caseChanged } from '../../db/announcement';
import type { Database } from '../../db/connect';
import { createRecord, RecordConflict, type CaseRecord } from '../../db/record';
import { caseEvents, cases, tasks } from '../../db/schema';
import { foldEvents } from '../../domain/apply-event';
import type { CaseEvent } from '../../domain/events';
import { caseStatuses } from '../../domain/statuses';
import { projectionOf } from '../../policy/projection';
import { anEvent, livesTo, onDay, story, tell } from '../support/case-files';
import { openDatabase, type OwnDatabase } from './own-database';

let database: OwnDatabase;
let db: Database;
let record: CaseRecord;
let count = 0;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
  db = database.as('worker', 8);
  record = createRecord(db);
});
afterAll(() => database.close());
beforeEach(() => {
  caseId = `case-${(count += 1)}`;
});

/** Everything that is kept of the case. */
async function kept() {
  return {
    events: await db.select().from(caseEvents).where(eq(caseEvents.caseId, caseId)).orderBy(caseEvents.seq),
    cases: await db.select().from(cases).where(eq(cases.caseId, caseId)),
    tasks: await db.select().from(tasks).where(eq(tasks.caseId, caseId)).orderBy(tasks.name, tasks.subject),
  };
}

async function expectProjection(events: CaseEvent[]): Promise<void> {
  const file = foldEvents(caseId, events)!;
  const { row, tasks: open } = projectionOf(file);
  const found = await kept();
  expect(found.cases).toEqual([
    {
      ...row,
      caseId,
      seq: events.length,
      headHash: found.events.at(-1)?.hash,
      changedAt: expect.any(String),
    },
  ]);
  const byName = (a: { name: string; subject: string }, b: { name: string; subject: string }) =>
    `${a.name} ${a.subject}` < `${b.name} ${b.subject}` ? -1 : 1;
  expect(found.tasks.sort(byName)).toEqual(open.map((task) => ({ caseId, ...task })).sort(byName));
}

describe('appending', () => {
  test.each(caseStatuses)('leaves in the read tables what the fold says: a life to %s', async (status) => {
    const events = story(livesTo[status]);
    await record.appendEvents(caseId, events);
    await expectProjection(events);
  });

  test('one by one keeps record and read tables together at every step', async () => {
    const events = story(livesTo.granted);
    for (const [index, event] of events.entries()) {
      await record.appendEvents(caseId, [event]);
      await expectProjection(events.slice(0, index + 1));
    }
  });

  test('writes each event as it was, with both its instants', async () => {
    const before = Date.now();
    const events = story(livesTo['awaiting-form']);
    await record.appendEvents(caseId, events);
    const rows = (await kept()).events;
    expect(
      rows.map(({ seq, type, data, effectiveAt, actorId, actorRole, causeId }) => ({
        seq,
        type,
        data,
        effectiveAt,
        actor: { id: actorId, role: actorRole },
        causeId,
      })),
    ).toEqual(events);
    for (const { recordedAt } of rows) {
      expect(Date.parse(recordedAt)).toBeGreaterThanOrEqual(before - 1000);
      expect(recordedAt).not.toBe(events[0]!.effectiveAt);
    }
  });

  test('of nothing is nothing', async () => {
    await record.appendEvents(caseId, []);
    expect(await kept()).toEqual({ events: [], cases: [], tasks: [] });
  });
});

describe('repeating', () => {
  test('a batch is silence', async () => {
    const events = story(livesTo['awaiting-judgement']);
    await record.appendEvents(caseId, events);
    const first = await kept();
    await record.appendEvents(caseId, events);
    await record.appendEvents(caseId, events.slice(2, 4));
    expect(await kept()).toEqual(first);
  });

  test('the beginning of a batch adds only what is new', async () => {
    const events = story(livesTo.verification);
    await record.appendEvents(caseId, events.slice(0, 3));
    const first = await kept();
    await record.appendEvents(caseId, events);
    expect((await kept()).events.slice(0, 3)).toEqual(first.events);
    await expectProjection(events);
  });
});

describe('a second story', () => {
  const events = story(livesTo.verification);
  const last = events.at(-1)!;

  test.each<[string, CaseEvent[]]>([
    ['another cause for the same event', [{ ...last, causeId: 'intake:99' }]],
    [
      'other content of the same event',
      [{ ...last, data: { ...last.data, altered: true } } as unknown as CaseEvent],
    ],
    ['another instant of the same event', [{ ...last, effectiveAt: onDay(99) }]],
    ['another event of the same cause', [{ ...anEvent('case-assigned', { seq: 5 }), causeId: last.causeId }]],
    ['another beginning', [{ ...events[0]!, causeId: 'intake:99' }]],
    [
      'another past before a new event',
      [{ ...last, causeId: 'intake:99' }, anEvent('case-assigned', { seq: 6 })],
    ],
    ['a gap', [anEvent('case-assigned', { seq: 7 })]],
    ['a gap within the batch', [anEvent('case-assigned', { seq: 6 }), anEvent('case-assigned', { seq: 8 })]],
    [
      'a new event before a known one',
      [anEvent('case-assigned', { seq: 6 }), { ...last, causeId: 'intake:99' }],
    ],
    ['the same new place twice', [anEvent('case-assigned', { seq: 6 }), anEvent('clock-warned', { seq: 6 })]],
  ])('is a conflict and changes nothing: %s', async (_, batch) => {
    await record.appendEvents(caseId, events);
    const before = await kept();
    await expect(record.appendEvents(caseId, batch)).rejects.toBeInstanceOf(RecordConflict);
    expect(await kept()).toEqual(before);
  });

  test('of a case that does not exist begins with its first event or not at all', async () => {
    await expect(record.appendEvents(caseId, [anEvent('case-assigned', { seq: 2 })])).rejects.toBeInstanceOf(
      RecordConflict,
    );
    await expect(record.appendEvents(caseId, [anEvent('case-assigned', { seq: 1 })])).rejects.toThrow();
    expect(await kept()).toEqual({ events: [], cases: [], tasks: [] });
  });

  test('that cannot be folded changes nothing', async () => {
    await record.appendEvents(caseId, events);
    const before = await kept();
    const batch = [anEvent('case-assigned', { seq: 6 }), anEvent('application-opened', { seq: 7 })];
    await expect(record.appendEvents(caseId, batch)).rejects.toThrow('opened once');
    expect(await kept()).toEqual(before);
  });
});

describe('at the same moment', () => {
  test('many writers of one opening leave it once, and whoever tries again is silence', async () => {
    const events = story(livesTo['awaiting-form']);
    const attempts = await Promise.allSettled(
      Array.from({ length: 6 }, () => record.appendEvents(caseId, events)),
    );
    expect(attempts.some(({ status }) => status === 'fulfilled')).toBe(true);
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(attempt.reason).not.toBeInstanceOf(RecordConflict);
    }
    await record.appendEvents(caseId, events);
    await expectProjection(events);
    expect((await kept()).events).toHaveLength(3);
  });

  test('many writers of one batch of a known case leave it once, and none of them fails', async () => {
    const events = story(livesTo.verification);
    await record.appendEvents(caseId, events.slice(0, 1));
    await Promise.all(Array.from({ length: 6 }, () => record.appendEvents(caseId, events.slice(1))));
    await expectProjection(events);
    expect((await kept()).events).toHaveLength(5);
  });

  test('two different stories leave one, and the other hears of it', async () => {
    await record.appendEvents(caseId, story(livesTo.verification));
    const stories = ['intake:1', 'intake:2'].map((causeId) => ({
      ...anEvent('case-assigned', { seq: 6 }),
      causeId,
    }));
    const attempts = await Promise.allSettled(stories.map((event) => record.appendEvents(caseId, [event])));
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = attempts.find((attempt) => attempt.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(RecordConflict);
    expect((await kept()).events).toHaveLength(6);
  });
});

describe('the announcement', () => {
  const heard: string[] = [];
  let listener: Client;

  beforeAll(async () => {
    listener = new Client({ connectionString: database.urlOf('api') });
    await listener.connect();
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query(`LISTEN ${caseChanged}`);
  });
  afterAll(() => listener.end());
  beforeEach(() => {
    heard.length = 0;
  });

  /** Notifications of committed transactions come before the answer to the next query. */
  const listen = async () => {
    await listener.query('SELECT 1');
    return heard;
  };

  test('names the case and how far its record goes, once a batch', async () => {
    await record.appendEvents(caseId, story(livesTo['awaiting-form']));
    await record.appendEvents(caseId, [anEvent('form-submitted', { seq: 4 })]);
    expect(await listen()).toEqual([`${caseId} 3`, `${caseId} 4`]);
  });

  test('is not made for a repeat, nor for what was refused', async () => {
    const events = story(livesTo['awaiting-form']);
    await record.appendEvents(caseId, events);
    await record.appendEvents(caseId, events);
    await expect(record.appendEvents(caseId, story([tell('clock-warned')], 9))).rejects.toThrow();
    expect(await listen()).toEqual([`${caseId} 3`]);
  });
});

test('an event that was effective long ago is kept with its own instant', async () => {
  const events = story([
    ...livesTo['awaiting-form'],
    tell('turn-lapsed', { effectiveAt: onDay(33, '19:00:00.000') }),
  ]);
  await record.appendEvents(caseId, events);
  const {
    cases: [row],
  } = await kept();
  expect(row).toMatchObject({ closedAt: onDay(33, '19:00:00.000'), waitingSince: onDay(33, '19:00:00.000') });
});
