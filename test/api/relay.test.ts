/** The relay: what no worker answered is brought later, once, and a person hears of what cannot be brought. */
import { expect, test } from '@jest/globals';
import type { Intake, IntakeEntry, Settlement } from '../../db/intake';
import { createRelay } from '../../api/relay';

const entry = (number: number, tries = 1) =>
  ({ number, tries, caseId: 'a', verb: 'assignCase' }) as IntakeEntry;

function aRelay(entries: IntakeEntry[], deliver: (entry: IntakeEntry) => Promise<Settlement | undefined>) {
  const heard: [string, number, unknown][] = [];
  const waiting = [...entries];
  const intake = {
    claim: async () => waiting.splice(0),
    settle: async (number: number, settlement: Settlement) =>
      void heard.push(['settled', number, settlement.state]),
    release: async (number: number, afterMs: number) => void heard.push(['released', number, afterMs]),
  } as unknown as Intake;
  const relay = createRelay({
    intake,
    deliver,
    onTrouble: (error, number) => heard.push(['trouble', number ?? 0, error.message]),
    onStuck: ({ number, tries }) => heard.push(['stuck', number, tries]),
    pauseMs: 100,
  });
  return { relay, heard };
}

test('an answered entry is settled with its answer', async () => {
  const { relay, heard } = aRelay([entry(1)], async () => ({
    state: 'refused',
    answer: { code: 'case-over' },
  }));
  expect(await relay.round()).toBe(true);
  expect(heard).toEqual([['settled', 1, 'refused']]);
});

test('an entry that nobody answers is given back for a pause that grows with its tries, up to ten seconds', async () => {
  const { relay, heard } = aRelay([entry(1, 1), entry(2, 3), entry(3, 12)], async () => undefined);
  await relay.round();
  expect(heard).toEqual([
    ['released', 1, 200],
    ['released', 2, 800],
    ['released', 3, 10_000],
  ]);
});

test('an entry that breaks the delivery is told of, given back, and does not stop the others', async () => {
  const { relay, heard } = aRelay([entry(1), entry(2)], async ({ number }) => {
    if (number === 1) throw new Error('nobody foresaw this');
    return { state: 'answered', answer: {} };
  });
  await relay.round();
  expect(heard).toContainEqual(['trouble', 1, 'nobody foresaw this']);
  expect(heard).toContainEqual(['released', 1, 10_000]);
  expect(heard).toContainEqual(['settled', 2, 'answered']);
});

test('a person hears of an entry that cannot be brought for long, and again after as many tries', async () => {
  const { relay, heard } = aRelay(
    [29, 30, 31, 60].map((tries) => entry(tries, tries)),
    async () => undefined,
  );
  await relay.round();
  expect(heard.filter(([what]) => what === 'stuck')).toEqual([
    ['stuck', 30, 30],
    ['stuck', 60, 60],
  ]);
});

test('a register that cannot be read is told of, and the relay goes on until it is stopped', async () => {
  let rounds = 0;
  const intake = {
    claim: async () => {
      rounds += 1;
      if (rounds === 1) throw new Error('PostgreSQL restarts');
      if (rounds === 3) relay.stop();
      return [];
    },
  } as unknown as Intake;
  const told: string[] = [];
  const relay = createRelay({
    intake,
    deliver: async () => undefined,
    onTrouble: (error) => told.push(error.message),
    onStuck: () => undefined,
    pauseMs: 5,
  });
  await relay.run();
  expect(told).toEqual(['PostgreSQL restarts']);
  expect(rounds).toBe(3);
});
