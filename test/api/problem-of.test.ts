/** What was thrown on the way, as the caller is told of it: an outage passes, trouble is ours. */
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { FastifyError } from 'fastify';
import { problemOf } from '../../api/problem-of';
import { freePorts } from '../../scripts/servers/ports';

const codeOf = (error: unknown) => problemOf(error as FastifyError).code;
const failedQuery = (cause: unknown) => new Error('Failed query', { cause });

/** As Node itself throws it, from a realm of its own where a test runner has another. */
async function refusedConnection(): Promise<unknown> {
  const [port = 0] = await freePorts(1);
  return new Promise((resolve) => connect({ host: '127.0.0.1', port }).once('error', resolve));
}

describe('a service that cannot answer now says so with 503', () => {
  test('when nobody listens at the address of PostgreSQL', async () => {
    const error = await refusedConnection();
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect([codeOf(error), codeOf(failedQuery(error))]).toEqual([
      'service-unavailable',
      'service-unavailable',
    ]);
  });

  test.each(['57P01', '57P03', '53300', '08006', '40001', 'ECONNRESET'])('with %s', (code) => {
    expect(codeOf(failedQuery(Object.assign(new Error('not now'), { code })))).toBe('service-unavailable');
  });

  test.each(['timeout exceeded when trying to connect', 'Connection terminated unexpectedly'])(
    'when the pool says: %s',
    (message) => {
      expect(codeOf(failedQuery(new Error(message)))).toBe('service-unavailable');
    },
  );
});

test.each([
  ['a key that stands twice', failedQuery(Object.assign(new Error('duplicate key'), { code: '23505' }))],
  ['a fault of the program', new TypeError('undefined is not a function')],
  ['what is no error at all', { code: 'ECONNREFUSED' }],
])('%s is trouble of ours', (_, error) => {
  expect(codeOf(error)).toBe('service-trouble');
});
