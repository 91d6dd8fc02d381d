/** How often in a second a clock of the law is read, and all deadlines of a case are computed. */
import type { CaseFile } from '../../domain/case-file';
import type { Ledger } from '../../domain/clock';
import type { Term } from '../../domain/clock-reading';
import { shiftDays } from '../../domain/law-day';
import { openLedger, stopLedger } from '../../domain/ledger';
import { readLedger } from '../../policy/clock/read-ledger';
import { deadlinesOf } from '../../policy/deadlines';
import { policyOf } from '../../policy/policies';
import type { Scene } from './scene';
import { spreadHead, spreadRow, type Section } from './section';
import { spreadOf } from './spread';
import { openingData } from './synthetic-case';
import { fileInVerification } from './synthetic-file';

const openedOn = '2026-04-20';
const startedAt = `${openedOn}T05:00:00.000Z`;
const stopCounts = [0, 5, 50];
const batch = 50;

export function measureClock({ plan }: Scene): Section {
  const { term, verification } = policyOf(openingData.policyVersion).serviceClock;
  const file = fileInVerification('0000-0000-0001', openedOn);
  const figures = [
    ...stopCounts.map((count) => reading(count, term.value)),
    ...stopCounts.map((count) => reading(count, verification.value)),
    deadlinesFigure(file),
  ];
  const rates = figures.map(() => [] as number[]);
  for (const { once } of figures) perSecond(once, plan.clock.seconds);
  for (let round = 0; round < plan.rounds; round += 1) {
    figures.forEach(({ once }, index) => rates[index]?.push(perSecond(once, plan.clock.seconds)));
  }
  return {
    title: 'Clocks and deadlines',
    verdicts: [],
    tables: [
      {
        head: spreadHead,
        rows: figures.map(({ name }, index) => spreadRow(name, '1/s', spreadOf(rates[index] ?? []))),
      },
    ],
    notes: [
      `One thread, pure functions, ${plan.clock.seconds} s for each figure of a round. The ledgers began on ${openedOn}; each stop ` +
        'lasts from one day to the next and the clock runs on the day between. The case file has ' +
        `${deadlinesOf(file).length} deadlines; a workflow computes them once for every event, so that each call is given a file of its own.`,
    ],
  };
}

/** Of a file that is new to it each time, as after an event: what is known of a file is not worked out again. */
export function deadlinesFigure(file: CaseFile) {
  const name = 'deadlinesOf a case whose eight agencies are asked';
  return { name, once: () => deadlinesOf({ ...file }).length };
}

function reading(stops: number, term: Term) {
  const ledger = ledgerWith(stops);
  const moment = { at: shiftDays(startedAt, 2 * stops + 10), calendar: openingData.calendar };
  const name = `readLedger, ${term.days} ${term.unit.replace('-', ' ')}, ${stops} stops`;
  return { name, once: () => readLedger(ledger, term, moment).daysUsed };
}

function ledgerWith(stops: number): Ledger {
  const numbers = Array.from({ length: stops }, (_, index) => index);
  return numbers.reduce((ledger, number) => {
    const [from, to] = [shiftDays(startedAt, 2 * number + 1), shiftDays(startedAt, 2 * number + 2)];
    return stopLedger(ledger, { from, to, basis: 'awaiting-documents' });
  }, openLedger(startedAt));
}

/** What is computed is summed up, so that none of it can be left out. */
function perSecond(once: () => number, seconds: number): number {
  const startedAtMs = performance.now();
  let [times, sum] = [0, 0];
  while (performance.now() - startedAtMs < seconds * 1000) {
    for (let time = 0; time < batch; time += 1) sum += once();
    times += batch;
  }
  if (Number.isNaN(sum)) throw new Error('a clock has no sum');
  return (times * 1000) / (performance.now() - startedAtMs);
}
