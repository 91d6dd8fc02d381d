/** What a log may know of an error: which one it was and where, and nothing of what somebody sent. */
import { describe, expect, test } from '@jest/globals';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { readFile } from 'node:fs/promises';
import { sayTrouble, traceOf } from '../trace';
import { writeThrough } from '../worker/logging';
import { aLog } from './support/log';

const mark = 'Ivanova';
/** As PostgreSQL refuses a query of ours; what somebody sent reads like a place in the code. */
function failedQuery(): Error {
  const refusal = Object.assign(new Error(`Key (surname)=(${mark}) already exists.`), { code: '23505' });
  const sent = [`${mark}\n    at ${mark} street:1:2`];
  return new DrizzleQueryError('insert into persons values ($1)', sent, refusal);
}

describe('the trace of a failed query', () => {
  test('names the query’s own kind of error, what PostgreSQL said in code, and where we were', () => {
    const trace = traceOf(failedQuery());
    expect(trace).toMatchObject({ name: 'DrizzleQueryError', cause: { name: 'Error', code: '23505' } });
    expect(trace.at[0]).toContain('trace.test.ts');
  });

  test('has none of its parameters, not even one that reads like a place in the code', () => {
    expect(JSON.stringify(traceOf(failedQuery()))).not.toContain(mark);
  });
});

test('an error of the core of Node is known for one, and so is a time that ran out', async () => {
  const missing: unknown = await readFile('/nowhere').catch((error: unknown) => error);
  expect(traceOf(missing)).toMatchObject({ name: 'Error', code: 'ENOENT' });
  expect(traceOf(AbortSignal.abort().reason)).toMatchObject({ name: 'DOMException' });
  expect(traceOf('a word')).toEqual({ name: 'string', at: [] });
});

describe('no parameter of a failed query reaches a line', () => {
  test('that a process says of trouble beneath it', () => {
    const { logger, lines } = aLog();
    sayTrouble(logger, 'the postman stumbled')(failedQuery(), { number: 7 });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      ...{ level: 40, msg: 'the postman stumbled', number: 7 },
      trouble: { name: 'DrizzleQueryError', cause: { code: '23505' } },
    });
    expect(lines.join('')).not.toContain(mark);
  });

  test('that Temporal’s runtime says of an activity that failed', () => {
    const { logger, lines } = aLog();
    const meta = { error: failedQuery(), workflowId: 'case-1', input: mark };
    writeThrough(logger)({ level: 'WARN', message: 'Activity failed', timestampNanos: 0n, meta });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      ...{ level: 40, msg: 'Activity failed', workflowId: 'case-1' },
      trouble: { name: 'DrizzleQueryError', cause: { code: '23505' } },
    });
    expect(lines.join('')).not.toContain(mark);
  });
});
