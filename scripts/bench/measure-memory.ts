/** The memory of a worker that holds many open cases. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openLife } from './live-life';
import { residentMb } from './proc';
import { workThrough } from './rounds';
import type { Scene } from './scene';
import type { Section } from './section';
import { num } from './spread';
import { inventCaseIds } from './synthetic-case';

const atOnce = 30;
const settleMs = 3_000;

export async function measureMemory({ plan, cast, ours }: Scene): Promise<Section> {
  await cast.restart('worker');
  await workThrough(inventCaseIds(20), 5, (caseId) => openLife(ours, caseId));
  await sleep(settleMs);
  const before = residentMb(cast.pidOf('worker'));
  const seconds = await workThrough(inventCaseIds(plan.openCases), atOnce, (caseId) =>
    openLife(ours, caseId),
  );
  await sleep(settleMs);
  const after = residentMb(cast.pidOf('worker'));
  const { openCases } = plan;
  return {
    title: 'Memory with many open cases',
    verdicts: [],
    tables: [
      {
        head: ['figure', 'unit', 'value'],
        rows: [
          ['worker after its start and 20 cases', 'MB resident', num(before)],
          [`worker with ${openCases} open cases more`, 'MB resident', `**${num(after)}**`],
          ['a case that is open and waits', 'MB', num((after - before) / openCases)],
          ['maxCachedWorkflows (the SDK’s own choice)', 'cases', String(cast.maxCachedWorkflows)],
          [`opening them, ${atOnce} at once`, 'cases/s', num(openCases / seconds)],
        ],
      },
    ],
    notes: [
      'Each case was opened and waits for its language test to be booked. Beyond maxCachedWorkflows the oldest leave the ' +
        'cache and are replayed when somebody acts on them.',
    ],
  };
}
