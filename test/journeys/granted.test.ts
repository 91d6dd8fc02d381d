/** One whole life over HTTP: from the application to the certificate, and nobody decides on his own proposal. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApplicant } from '../support/applicant';
import { openHouse, type House } from '../support/house';
import { createOfficials } from '../support/officials';
import { expectOneStory, recordedEvents } from '../support/truth';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
});
afterAll(async () => {
  await house.close();
});

/**
 * What a case did, from its history: activities by name, and how many messages it heard. How many of them one record
 * holds depends on how fast they follow each other; the length of a whole history is therefore measured in the
 * benchmark and not here.
 */
async function workOf(caseId: string): Promise<{ done: Record<string, number>; heard: number }> {
  const { events } = await house.client.workflow.getHandle(caseId).fetchHistory();
  const done: Record<string, number> = {};
  let heard = 0;
  for (const event of events ?? []) {
    const name = event.activityTaskScheduledEventAttributes?.activityType?.name;
    if (typeof name === 'string') done[name] = (done[name] ?? 0) + 1;
    if (name !== undefined && name !== 'appendEvents') heard += 1;
    const message =
      event.workflowExecutionStartedEventAttributes ??
      event.workflowExecutionUpdateAcceptedEventAttributes ??
      event.workflowExecutionSignaledEventAttributes ??
      event.timerFiredEventAttributes;
    if (message) heard += 1;
  }
  return { done, heard };
}

test('an applicant who meets every rule gets a certificate for one year, and no message costs more than one record', async () => {
  const { desk } = house;
  const timur = createApplicant(desk, 'timur');
  const officials = createOfficials(desk);
  const caseId = await timur.open();
  await timur.passTest(caseId);
  await timur.fillForm(caseId);
  expect(await timur.submitForm(caseId)).toMatchObject({ status: 200 });
  await timur.reach(caseId, 'awaiting-judgement');
  await officials.assign(caseId);
  await officials.judgeDocuments(caseId);
  await officials.interview(caseId);
  await officials.decide(caseId, 'grant');
  await timur.reach(caseId, 'granted');

  const { body } = await desk.call('timur', `GET /applications/${caseId}`);
  expect(body).toMatchObject({
    stage: 'closed',
    outcome: { kind: 'granted', certificate: { number: expect.stringMatching(/^KZ-PR-\d{4}-\d{6}$/) } },
    moves: [],
  });
  const file = await expectOneStory(house, caseId);
  expect(file.certificate?.validUntil.slice(0, 4)).toBe(
    String(Number(file.certificate?.validFrom.slice(0, 4)) + 1),
  );
  const { done, heard } = await workOf(caseId);
  expect(done).toMatchObject({ bookTestAttempt: 1, scoreApplication: 1, askAgency: 8, issueCertificate: 1 });
  expect(done['appendEvents']).toBeLessThanOrEqual(heard);
  expect(await timur.withdraw(caseId)).toMatchObject({ status: 409, body: { code: 'case-over' } });
});

test('who proposed a decision cannot approve it, even when she may approve others', async () => {
  const { desk } = house;
  const elif = createApplicant(desk, 'elif');
  const officials = createOfficials(desk);
  const caseId = await elif.open();
  await elif.passTest(caseId);
  await elif.fillForm(caseId);
  await elif.submitForm(caseId);
  await elif.reach(caseId, 'awaiting-judgement');
  await officials.judgeDocuments(caseId);
  await officials.interview(caseId);
  const proposal = { outcome: 'grant', grounds: [], text: 'nothing stands against it' };
  const proposed = await desk.call('zarina', `POST /admin/cases/${caseId}/proposal`, { body: proposal });
  const version = proposed.body['seq'];

  const own = await desk.call('zarina', `POST /admin/cases/${caseId}/decision`, { body: { version } });
  expect(own).toMatchObject({ status: 409, body: { code: 'four-eyes' } });
  const stale = await desk.call('saule', `POST /admin/cases/${caseId}/decision`, {
    body: { version: Number(version) - 1 },
  });
  expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version' } });
  const types = (await recordedEvents(house, caseId)).map(({ type }) => type);
  expect(types).not.toContain('decision-approved');
  const [first, second] = await Promise.all(
    ['saule', 'yerlan'].map((persona) =>
      desk.call(persona, `POST /admin/cases/${caseId}/decision`, { body: { version } }),
    ),
  );
  expect([first?.status, second?.status].sort()).toEqual([200, 409]);
  await elif.reach(caseId, 'granted');
  await expectOneStory(house, caseId);
});

test('the same act twice at the same moment is one act with one answer', async () => {
  const elif = createApplicant(house.desk, 'elif');
  const caseId = await elif.open();
  const [first, second] = await Promise.all([1, 2].map(() => elif.bookTest(caseId, 'twice-at-once')));
  expect(first?.status).toBe(200);
  expect(second?.body).toEqual(first?.body);
  const otherBody = await house.desk.call('elif', `POST /applications/${caseId}/withdrawal`, {
    body: {},
    key: 'twice-at-once',
  });
  expect(otherBody).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  await elif.reach(caseId, 'awaiting-form');
  const types = (await recordedEvents(house, caseId)).map(({ type }) => type);
  expect(types).toEqual(['application-opened', 'language-test-booked', 'language-test-result-received']);
});
