/** A refusal is proposed, and the time to object counts from when its notice was received: by mail, or in the account. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AlarmList } from '../../api/schemas/alarms';
import type { CaseView } from '../../api/schemas/case';
import { dateOfDayNumber, endOfLawDay, lawDate, lawDayNumber } from '../../domain/law-day';
import { deadlinesOf } from '../../policy/deadlines';
import { objectionsUntil } from '../../policy/hearing';
import { createApplicant } from '../support/applicant';
import { createDeskWork, type DeskWork } from '../support/at-work';
import { createDays, type Days } from '../support/days';
import { openHouse, type House } from '../support/house';
import { openMailbox, type Mailbox } from '../support/mailbox';
import { createPost, type Post } from '../support/post';
import { auditTimers } from '../support/program';
import { expectOneStory, recordedEvents } from '../support/truth';
import { workingDayAfter } from '../support/working-days';

const address = 'reader@mail.example';
let house: House;
let mailbox: Mailbox;
let post: Post;
let days: Days;
let work: DeskWork;
beforeAll(async () => {
  mailbox = await openMailbox();
  house = await openHouse();
  await house.startWorker({ env: mailbox.env });
  days = createDays(house);
  work = createDeskWork(house, days);
  post = createPost(house);
});
afterAll(async () => {
  await days.close();
  await house.close();
  await mailbox.close();
});

const timur = () => createApplicant(house.desk, 'timur');
const today = async (caseId: string) => lawDayNumber(await days.now(caseId));
const object = (caseId: string) =>
  timur().act(caseId, 'objection', { kind: 'objection', text: 'the stamps were misread' });
const eventsOf = async (caseId: string, type: string) =>
  (await recordedEvents(house, caseId)).filter((event) => event.type === type);

/** Record, read, applicant's page and Temporal's timer name the same end of the hearing. */
async function expectHearingEnds(caseId: string, day: number): Promise<void> {
  const file = await expectOneStory(house, caseId);
  const deadlines = deadlinesOf(file);
  expect(deadlines.find(({ name }) => name === 'hearing:close')?.dueAt).toBe(endOfLawDay(day));
  expect(deadlines[0]?.dueAt).toBe(endOfLawDay(day));
  const { body } = await house.desk.call<{ waitingOn: { until: string } }>(
    'timur',
    `GET /applications/${caseId}`,
  );
  const mayObject = file.hearing?.objection === null;
  expect(body.waitingOn.until).toBe(mayObject ? objectionsUntil(file) : endOfLawDay(day));
  const { code, out } = await auditTimers(house);
  expect([code, out]).toEqual([0, expect.stringMatching(/^CLEAN/)]);
}

/** Nothing happens on the last day itself, and the hearing is over when that has passed. */
async function liveThroughHearing(caseId: string, last: number): Promise<void> {
  await days.passTo(caseId, dateOfDayNumber(last));
  expect((await expectOneStory(house, caseId)).status).toBe('awaiting-hearing');
  await days.passTo(caseId, dateOfDayNumber(last + 1));
  expect(await eventsOf(caseId, 'hearing-closed')).toMatchObject([
    { effectiveAt: endOfLawDay(last), data: { by: 'time' } },
  ]);
}

test('a letter that is refused once is chased and seen to be, and the hearing counts from the day it arrives', async () => {
  const caseId = await work.interviewed('timur', address);
  await post.nothingWaits(caseId);
  await mailbox.behave({ refuse: { times: 1 } });
  const version = await work.officials.propose(caseId, 'refuse');
  const notified = await today(caseId);

  expect(await post.attempts(caseId, version, 1)).toEqual([['email', 'failed', '550']]);
  const assumed = workingDayAfter(notified, 5) + 1;
  await expectHearingEnds(caseId, workingDayAfter(assumed, 3));
  const { body } = await house.desk.call<CaseView>('aigul', `GET /admin/cases/${caseId}`);
  expect(body.notices.find(({ seq }) => seq === version)?.deliveries).toMatchObject([
    { channel: 'email', outcome: 'failed', code: '550' },
  ]);
  const alarms = () => post.alarms(caseId);
  expect(await house.desk.until(alarms, (raised) => raised.length > 0)).toEqual([
    `notice-undelivered: notice ${version}: 550`,
  ]);
  const { body: seen } = await house.desk.call<AlarmList>('dana', 'GET /admin/alarms');
  const alarm = seen.alarms.find((one) => one.caseId === caseId);
  expect(alarm).toMatchObject({ code: 'notice-undelivered', times: 1 });
  const clear = `POST /admin/alarms/${alarm?.alarm}/clear`;
  const cleared = await house.desk.call('dana', clear, { body: { reason: 'their server is up again' } });
  expect(cleared.status).toBe(200);
  expect(await mailbox.letters(caseId, version)).toEqual([]);

  await days.pass(caseId, 2);
  await post.pauseIsOver(caseId);
  expect(await post.attempts(caseId, version, 2)).toEqual([
    ['email', 'failed', '550'],
    ['email', 'delivered', '250'],
  ]);
  const [letter, ...copies] = await mailbox.letters(caseId, version);
  expect(letter).toMatchObject({ to: [address], subject: expect.stringContaining(caseId) });
  expect(copies).toEqual([]);
  const delivered = () => eventsOf(caseId, 'notice-delivered');
  const [proof] = await house.desk.until(delivered, (events) => events.length > 0);
  expect(proof?.data).toEqual({ noticeSeq: version, channel: 'email' });
  expect(lawDate(proof?.effectiveAt ?? '')).toBe(dateOfDayNumber(notified + 2));
  await expectHearingEnds(caseId, workingDayAfter(notified + 2, 3));

  await days.passTo(caseId, dateOfDayNumber(workingDayAfter(notified + 2, 2)));
  expect(await object(caseId)).toMatchObject({ status: 200 });
  await liveThroughHearing(caseId, workingDayAfter(notified + 2, 3));
  expect(await work.officials.approve(caseId, version)).toMatchObject({ status: 200 });
  expect((await expectOneStory(house, caseId)).status).toBe('refused');
}, 180_000);

test('who opens his notice on the last day to object has two working days from then, and the end moves with it', async () => {
  const caseId = await work.interviewed('timur');
  const version = await work.officials.propose(caseId, 'refuse');
  const notified = await today(caseId);
  await expectHearingEnds(caseId, workingDayAfter(notified, 3));
  const opened = workingDayAfter(notified, 2);
  await days.passTo(caseId, dateOfDayNumber(opened));
  const { body: notice } = await timur().openNotice(caseId, version);
  expect(notice).toMatchObject({ kind: 'refusal-proposed', delivered: { email: null } });
  expect(lawDate(notice.delivered.account ?? '')).toBe(dateOfDayNumber(opened));
  await timur().openNotice(caseId, version);

  const delivered = () => eventsOf(caseId, 'notice-delivered');
  const proofs = await house.desk.until(delivered, (events) => events.length > 0);
  expect(proofs).toMatchObject([{ data: { noticeSeq: version, channel: 'account' } }]);
  await expectHearingEnds(caseId, workingDayAfter(opened, 3));
  await days.passTo(caseId, dateOfDayNumber(workingDayAfter(opened, 2) + 1));
  expect(await object(caseId)).toMatchObject({ status: 409, body: { code: 'objection-too-late' } });
  await liveThroughHearing(caseId, workingDayAfter(opened, 3));
  expect(await delivered()).toEqual(proofs);
  await expectOneStory(house, caseId);
}, 180_000);
