/** The service's own term ends while no worker runs: silence is a refusal as of that instant, however late we woke. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDeskWork } from '../support/at-work';
import { createDays, type Days } from '../support/days';
import { openHouse, type House } from '../support/house';
import { expectOneStory, recordedEvents } from '../support/truth';

let house: House;
let days: Days;
beforeAll(async () => {
  house = await openHouse();
  days = createDays(house);
});
afterAll(async () => {
  await days.close();
  await house.close();
});

test('with the worker down over the end of the term, the deemed refusal and the escalation count from that end', async () => {
  let worker = await house.startWorker();
  const work = createDeskWork(house, days);
  const caseId = await work.verified('timur');
  await work.officials.judgeDocuments(caseId);
  const { clock } = (await work.officials.look(caseId)) as unknown as { clock: { dueAt: string } };
  const leftMs = await days.passToJustBefore(caseId, clock.dueAt, 8_000);
  await worker.kill();
  await sleep(leftMs + 3_000);
  const types = async () => (await recordedEvents(house, caseId)).map(({ type }) => type);
  expect(await types()).not.toContain('deemed-refused');

  worker = await house.startWorker();
  await house.desk.until(types, (told) => told.includes('case-escalated'));
  const file = await expectOneStory(house, caseId);
  expect(file).toMatchObject({
    status: 'awaiting-schedule',
    deemedRefusedAt: clock.dueAt,
    escalation: { since: clock.dueAt },
  });
  const late = (await recordedEvents(house, caseId)).filter(({ type }) =>
    ['deemed-refused', 'case-escalated'].includes(type),
  );
  expect(late).toMatchObject([
    { type: 'deemed-refused', effectiveAt: clock.dueAt, actorRole: 'service' },
    {
      type: 'case-escalated',
      effectiveAt: clock.dueAt,
      data: { cause: 'service-clock', dueAt: clock.dueAt },
    },
  ]);
  const { body } = await house.desk.call<{ tasks: { caseId: string }[] }>(
    'saule',
    'GET /admin/worklist?escalated=true',
  );
  expect(JSON.stringify(body.tasks)).toContain(caseId);
  await worker.stop();
});
