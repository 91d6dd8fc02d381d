/** The activity that writes the record: once when retried, alarmed when it is contradicted, patient with the register. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { createRecordActivities } from '../../activities/keep-record';
import { createAlarms } from '../../db/alarms';
import { createCaseEvidence } from '../../db/case-evidence';
import { connectDatabase } from '../../db/connect';
import { createHeartbeat } from '../../db/heartbeat';
import { createIntake } from '../../db/intake';
import { createRecord } from '../../db/record';
import { openDatabase, type OwnDatabase } from '../db/own-database';
import { applicant, livesTo, story } from '../support/case-files';
import { aLog } from '../support/log';

type Activities = ReturnType<typeof createRecordActivities>;

let database: OwnDatabase;
let activities: Activities;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
  const db = database.as('worker');
  activities = createRecordActivities({
    record: createRecord(db),
    evidence: createCaseEvidence(db),
    alarms: createAlarms(db, aLog().logger),
    heartbeat: createHeartbeat(db),
  });
});
afterAll(() => database.close());
beforeEach(() => {
  caseId = `case-${randomUUID()}`;
});

async function rowsOf(table: 'case_events' | 'operator_alarms'): Promise<Record<string, unknown>[]> {
  return (await database.owner.query(`SELECT * FROM ${table} WHERE case_id = $1`, [caseId])).rows;
}

async function failureOf(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the record of a case', () => {
  const events = story(livesTo['awaiting-form']);

  test('is written once when the activity is retried, and nobody is alarmed', async () => {
    await activities.appendEvents({ caseId, events });
    await activities.appendEvents({ caseId, events });
    expect(await rowsOf('case_events')).toHaveLength(3);
    expect(await rowsOf('operator_alarms')).toEqual([]);
  });

  test('that is contradicted raises one alarm, however often it is asked again, and writes nothing', async () => {
    await activities.appendEvents({ caseId, events });
    const other = events.map((event) => ({ ...event, causeId: `intake:${event.seq + 90}` }));
    await failureOf(activities.appendEvents({ caseId, events: other }));
    const failure = await failureOf(activities.appendEvents({ caseId, events: other }));
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'RecordConflict', nextRetryDelay: '5 minutes' });
    expect(await rowsOf('operator_alarms')).toMatchObject([{ code: 'record-conflict', case_id: caseId }]);
    expect(await rowsOf('case_events')).toHaveLength(3);
  });

  test('that skips an event raises an alarm too', async () => {
    const failure = await failureOf(activities.appendEvents({ caseId, events: events.slice(1) }));
    expect(failure).toMatchObject({ type: 'RecordConflict', nextRetryDelay: '5 minutes' });
    expect(await rowsOf('operator_alarms')).toHaveLength(1);
  });

  test('is tried again, without an alarm, while PostgreSQL is away', async () => {
    const away = connectDatabase(database.urlOf('worker'), () => undefined);
    await away.close();
    const cut = createRecordActivities({
      record: createRecord(away.db),
      evidence: createCaseEvidence(away.db),
      alarms: createAlarms(away.db, aLog().logger),
      heartbeat: createHeartbeat(away.db),
    });
    const failure = await failureOf(cut.appendEvents({ caseId, events }));
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(ApplicationFailure);
    await activities.appendEvents({ caseId, events });
    expect(await rowsOf('case_events')).toHaveLength(3);
    expect(await rowsOf('operator_alarms')).toEqual([]);
  });
});

describe('the look into the register', () => {
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

  test('names the acts that were stamped before a deadline that has passed', async () => {
    const { entry } = await createIntake(database.as('api')).register({
      caseId,
      verb: 'submitForm',
      actor: applicant,
      idempotencyKey: randomUUID(),
      body: {},
      message: {},
      leaseMs: 1000,
    });
    const before = new Date(Date.parse(entry.effectiveAt) + 1).toISOString();
    expect(await activities.findActsBefore({ caseId, before })).toEqual([String(entry.number)]);
    expect(await activities.findActsBefore({ caseId, before: entry.effectiveAt })).toEqual([]);
  });

  test('gives no answer while the register could still stamp something before the deadline', async () => {
    const before = inMs(400);
    await expect(activities.findActsBefore({ caseId, before })).rejects.toThrow('behind the deadline');
    expect(await activities.findActsBefore({ caseId, before })).toEqual([]);
  });
});
