/** The line to an agency: its ceiling over all workers together, its circuit with one probe, its wish to be left alone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { createAgencyLines, type Admission, type AgencyLines, type Ended } from '../../db/agency-lines';
import { openDatabase, type OwnDatabase } from './own-database';

let database: OwnDatabase;
let now: number;
let lines: AgencyLines;
beforeAll(async () => {
  database = await openDatabase();
  const clock = () => sql`${new Date(now).toISOString()}`;
  lines = createAgencyLines(database.as('worker'), clock);
});
afterAll(() => database.close());
beforeEach(async () => {
  now = Date.parse('2026-06-01T04:00:00.000Z');
  await database.owner.query('DELETE FROM agency_tries');
  await database.owner.query('DELETE FROM agency_lines');
});

const secondMs = 1_000;
const terms = {
  perSecond: 10,
  burst: 4,
  troublesToOpen: 3,
  probeAfterSeconds: 30,
  longestProbeSeconds: 120,
};
const question = (requestId: string = randomUUID()) => {
  return { requestId, caseId: 'case-1', agency: 'berkut' as const };
};
const ask = (requestId?: string) => lines.admit(question(requestId), terms);

function tryOf(admission: Admission): number {
  if (admission.kind === 'refused') throw new Error(`refused: ${admission.why}`);
  return admission.tryId;
}

const reached: Ended = { code: 'reached', weight: 'not-at-all', latencyMs: 40, late: false };
const broken: Ended = { code: 'agency-unreachable', weight: 'each-time', latencyMs: 3, late: false };
const late: Ended = { code: 'agency-timeout', weight: 'once-a-question', latencyMs: 5_000, late: true };

async function end(ended: Ended, requestId?: string): Promise<number> {
  return lines.note(tryOf(await ask(requestId)), ended, terms);
}

async function line(): Promise<Record<string, unknown>> {
  const { rows } = await database.owner.query('SELECT * FROM agency_lines');
  return rows[0] as Record<string, unknown>;
}

const instant = (ms: number) => new Date(ms);

describe('the ceiling', () => {
  test('lets a burst pass and then gives each who waits a turn of his own', async () => {
    for (let i = 0; i < 4; i += 1) expect(await ask()).toMatchObject({ kind: 'admitted' });
    const refused = [await ask(), await ask(), await ask()];
    expect(refused).toEqual([100, 200, 300].map((waitMs) => ({ kind: 'refused', why: 'ceiling', waitMs })));
  });

  test('fills again with time, never beyond the burst', async () => {
    for (let i = 0; i < 4; i += 1) await ask();
    now += 150;
    expect((await ask()).kind).toBe('admitted');
    expect((await ask()).kind).toBe('refused');
    now += 60 * secondMs;
    const kinds = await Promise.all(Array.from({ length: 6 }, async () => (await ask()).kind));
    expect(kinds.filter((kind) => kind === 'admitted')).toHaveLength(4);
  });

  test('keeps the question even of whoever may not ask yet', async () => {
    for (let i = 0; i < 4; i += 1) await ask();
    const requestId = randomUUID();
    expect((await ask(requestId)).kind).toBe('refused');
    const { rows } = await database.owner.query('SELECT agency FROM agency_requests WHERE request_id = $1', [
      requestId,
    ]);
    expect(rows).toEqual([{ agency: 'berkut' }]);
    const { rowCount } = await database.owner.query('SELECT 1 FROM agency_tries WHERE request_id = $1', [
      requestId,
    ]);
    expect(rowCount).toBe(0);
  });

  test('holds for many workers at once: in no window did more leave than the bucket had', async () => {
    const [perSecond, burst] = [40, 8];
    const pools = Array.from({ length: 4 }, () => createAgencyLines(database.as('worker', 3)));
    const askHard = async (worker: AgencyLines) => {
      for (let asked = 0; asked < 60; asked += 1) await worker.admit(question(), { perSecond, burst });
    };
    await Promise.all(pools.flatMap((worker) => [askHard(worker), askHard(worker), askHard(worker)]));
    const { rows } = await database.owner.query<{ at: Date }>(
      'SELECT left_at AS at FROM agency_tries ORDER BY left_at, id',
    );
    const left = rows.map(({ at }) => at.getTime());
    expect(left.length).toBeGreaterThanOrEqual(burst);
    left.forEach((from, first) =>
      left.slice(first).forEach((to, further) => {
        expect(further + 1).toBeLessThanOrEqual(burst + (perSecond * (to - from)) / 1000 + 1e-6);
      }),
    );
  });

  test('of one agency is none of another', async () => {
    for (let i = 0; i < 4; i += 1) await ask();
    expect((await ask()).kind).toBe('refused');
    expect((await lines.admit({ ...question(), agency: 'bank' }, terms)).kind).toBe('admitted');
  });
});

describe('the circuit', () => {
  async function open(): Promise<void> {
    for (let i = 0; i < 3; i += 1) await end(broken);
  }

  test('opens after repeated trouble and says since when, over what, and when it is tried again', async () => {
    await end(broken);
    await end(broken);
    expect(await line()).toMatchObject({ state: 'open', troubles: 2 });
    now += 10 * secondMs;
    await end(broken);
    expect(await line()).toMatchObject({
      state: 'down',
      since: instant(now),
      last_trouble: 'agency-unreachable',
      probe_at: instant(now + 30 * secondMs),
    });
    expect(await ask()).toMatchObject({ kind: 'refused', why: 'down' });
  });

  test('does not open while a success lies between', async () => {
    for (const ended of [broken, broken, reached, broken, broken]) {
      now += secondMs;
      await end(ended);
    }
    expect(await line()).toMatchObject({ state: 'open', troubles: 2 });
  });

  test('is not opened by one question alone that no reply comes to', async () => {
    for (let i = 0; i < 5; i += 1) {
      expect(await end(late, 'silent-1')).toBe(i + 1);
      now += secondMs;
    }
    expect(await line()).toMatchObject({ state: 'slow', troubles: 1 });
    await end(late, 'silent-2');
    await end(late, 'silent-3');
    expect(await line()).toMatchObject({ state: 'down' });
  });

  test('lets one question through to try, however many come', async () => {
    await open();
    now += 30 * secondMs;
    const words = await Promise.all(Array.from({ length: 12 }, ask.bind(null, undefined)));
    expect(words.filter(({ kind }) => kind === 'admitted')).toHaveLength(1);
  });

  test('closes when that one succeeds, and everybody may ask', async () => {
    await open();
    now += 30 * secondMs;
    const probe = tryOf(await ask());
    now += secondMs;
    await lines.note(probe, reached, terms);
    expect(await line()).toMatchObject({ state: 'open', since: instant(now), troubles: 0, probe_at: null });
    expect((await ask()).kind).toBe('admitted');
    expect((await ask()).kind).toBe('admitted');
  });

  test('waits twice as long after each try that failed, up to its longest', async () => {
    await open();
    const waits: number[] = [];
    for (let wait = 30; waits.length < 4; wait = waits.at(-1) ?? wait) {
      now += wait * secondMs;
      await end(broken);
      waits.push(((await line())['probe_at'] as Date).getTime() / 1000 - now / 1000);
    }
    expect(waits).toEqual([60, 120, 120, 120]);
  });

  test('lets another one try when whoever tried was never heard of again', async () => {
    await open();
    now += 30 * secondMs;
    tryOf(await ask());
    now += 29 * secondMs;
    expect((await ask()).kind).toBe('refused');
    now += secondMs;
    expect((await ask()).kind).toBe('admitted');
  });

  test('is not held open longer by questions that left before it opened', async () => {
    const early = tryOf(await ask());
    now += secondMs;
    await open();
    const before = await line();
    now += 5 * secondMs;
    await lines.note(early, broken, terms);
    expect(await line()).toEqual(before);
  });

  test('gives those who wait turns that begin with the next try, as far apart as the ceiling says', async () => {
    await open();
    expect([await ask(), await ask(), await ask()].map((one) => 'waitMs' in one && one.waitMs)).toEqual([
      30_100, 30_200, 30_300,
    ]);
  });
});

describe('what the agency wishes', () => {
  test('to be left alone for a while holds for every question, and is no trouble', async () => {
    await end({ ...broken, code: 'agency-limited', weight: 'not-at-all', quietMs: 7_000 });
    expect(await ask()).toEqual({ kind: 'refused', why: 'quiet', waitMs: 7_100 });
    expect(await line()).toMatchObject({ state: 'open', troubles: 0, last_trouble: 'agency-limited' });
    now += 7 * secondMs;
    expect((await ask()).kind).toBe('admitted');
  });

  test('an outage that it announces opens the circuit at once, until the announced end', async () => {
    const quietMs = 3_600_000;
    await end({ ...broken, code: 'agency-away', weight: 'at-once', quietMs });
    expect(await line()).toMatchObject({ state: 'down', probe_at: instant(now + quietMs) });
    now += quietMs - 1;
    expect((await ask()).kind).toBe('refused');
    now += 1;
    expect((await ask()).kind).toBe('admitted');
  });
});

test('a late reply makes the agency slow, a quick one open again', async () => {
  await end({ ...reached, latencyMs: 4_000, late: true });
  expect(await line()).toMatchObject({ state: 'slow', since: instant(now) });
  now += secondMs;
  await end(reached);
  expect(await line()).toMatchObject({ state: 'open', since: instant(now) });
});

test('a held agency is asked nothing, whatever its state', async () => {
  await end(reached);
  await database.owner.query('UPDATE agency_lines SET held = true');
  expect(await ask()).toEqual({ kind: 'refused', why: 'held', waitMs: 60_100 });
});

test('a question stays that of its first case and agency, however often it is asked', async () => {
  const requestId = randomUUID();
  await ask(requestId);
  await lines.admit({ requestId, caseId: 'another', agency: 'bank' }, terms);
  const { rows } = await database.owner.query(
    'SELECT case_id, agency FROM agency_requests WHERE request_id = $1',
    [requestId],
  );
  expect(rows).toEqual([{ case_id: 'case-1', agency: 'berkut' }]);
});

test('a try ends once, and every try is kept with its code and how long it took', async () => {
  const tryId = tryOf(await ask('twice'));
  expect(await lines.note(tryId, broken, terms)).toBe(1);
  expect(await lines.note(tryId, reached, terms)).toBe(0);
  const { rows } = await database.owner.query(
    'SELECT agency, request_id, code, latency_ms, left_at, ended_at FROM agency_tries',
  );
  const at = instant(now);
  expect(rows).toEqual([
    {
      agency: 'berkut',
      request_id: 'twice',
      code: 'agency-unreachable',
      latency_ms: 3,
      left_at: at,
      ended_at: at,
    },
  ]);
});

test('many at once count right while replies open and close the circuit under them', async () => {
  const real = createAgencyLines(database.as('worker', 10));
  const nimble = { ...terms, perSecond: 1_000, burst: 1_000, troublesToOpen: 1, probeAfterSeconds: 0.001 };
  let admitted = 0;
  const hand = async (_: unknown, index: number) => {
    for (let i = 0; i < 40; i += 1) {
      const admission = await real.admit(question(), nimble);
      if (admission.kind === 'refused') continue;
      admitted += 1;
      await real.note(admission.tryId, (i + index) % 2 === 0 ? reached : broken, nimble);
    }
  };
  await Promise.all(Array.from({ length: 10 }, hand));
  const { rows } = await database.owner.query<{ left: number }>(
    'SELECT count(*)::int AS left FROM agency_tries WHERE code IS NOT NULL',
  );
  expect(rows).toEqual([{ left: admitted }]);
});
