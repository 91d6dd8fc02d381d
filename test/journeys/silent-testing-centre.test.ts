/** A testing centre that never sends a result: the attempt is taken back, another one is sat, and what comes late changes nothing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { control } from '../agencies/street';
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

const centre = (line: Parameters<typeof control>[1], told: object) =>
  control(`http://127.0.0.1:${house.ports['testing-centre']}`, line, told);

test('nobody waits for good: the supervisor takes the attempt back, and the next one is the first of three', async () => {
  const elif = createApplicant(house.desk, 'elif');
  const officials = createOfficials(house.desk);
  await centre('PUT /control/behaviour', { silent: true });
  const caseId = await elif.open();
  await elif.bookTest(caseId);
  await elif.reach(caseId, 'awaiting-test-result');

  const takeBack = () =>
    officials.as('saule')(caseId, 'language-proof/void', { reason: 'the centre lost the sitting' });
  expect(await takeBack()).toMatchObject({ status: 409, body: { code: 'answer-still-due' } });
  await officials.passDays(caseId, 11);
  expect(await takeBack()).toMatchObject({ status: 200, body: { status: 'awaiting-test-booking' } });

  expect(await elif.bookTest(caseId)).toMatchObject({ status: 200 });
  const answer = (attempt: number) => () =>
    centre('POST /control/answer-now', { requestId: `${caseId}.testing-centre.${attempt}` });
  const isTaken = ({ delivered }: { delivered?: unknown }) => delivered === 1;
  await house.desk.until(answer(1), isTaken);
  const types = async () => (await recordedEvents(house, caseId)).map(({ type }) => type);
  await house.desk.until(types, (told) => told.includes('late-answer-kept'));
  expect((await expectOneStory(house, caseId)).status).toBe('awaiting-test-result');

  await house.desk.until(answer(2), isTaken);
  await elif.reach(caseId, 'awaiting-form');
  await expectOneStory(house, caseId);
  expect((await types()).filter((type) => /attempt|language|late|escalated/.test(type))).toEqual([
    'language-test-booked',
    'case-escalated',
    'attempt-voided',
    'language-test-booked',
    'late-answer-kept',
    'language-test-result-received',
  ]);
  const { body } = await house.desk.call<{ notices: { kind: string }[] }>(
    'elif',
    `GET /applications/${caseId}/notices`,
  );
  expect(body.notices.map(({ kind }) => kind)).toContain('attempt-voided');
});
