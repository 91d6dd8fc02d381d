/** PostgreSQL restarts under a hearing, a complaint and a letter on its way: nobody loses, nothing happens twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hearingEndsAt } from '../../policy/hearing';
import { createApplicant } from '../support/applicant';
import { createDeskWork } from '../support/at-work';
import { createDays, type Days } from '../support/days';
import { createDeaths, type Ask } from '../support/deaths';
import type { Reply } from '../support/desk';
import { openHouse, type House } from '../support/house';
import { openMailbox, type Mailbox } from '../support/mailbox';
import { createPost } from '../support/post';
import { startServers } from '../support/servers';
import { everyActAnswered, expectOneStory, recordedEvents } from '../support/truth';

const marginMs = 3_000;
let servers: Awaited<ReturnType<typeof startServers>>;
let house: House;
let mailbox: Mailbox;
let days: Days;
beforeAll(async () => {
  servers = await startServers();
  mailbox = await openMailbox();
  house = await openHouse(servers);
  await house.startWorker({ env: mailbox.env });
  days = createDays(house);
}, 180_000);
afterAll(async () => {
  await days.close();
  await house.close();
  await mailbox.close();
  await servers.stop();
});

/** Asked while PostgreSQL goes down and comes back, and asked again until it is answered. */
async function askThrough(caseId: string, act: Ask): Promise<Reply> {
  const asked = act();
  await servers.restartPostgres('immediate');
  expect([200, 202, 500, 503]).toContain((await asked).status);
  const answered = await house.desk.until(act, ({ status }) => status === 200, 60_000);
  await everyActAnswered(house, caseId);
  return answered;
}

/** PostgreSQL is away when a deadline passes. */
async function awayOver(caseId: string, dueAt: string): Promise<void> {
  const leftMs = await days.passToJustBefore(caseId, dueAt, marginMs);
  await Promise.all([servers.restartPostgres('immediate'), sleep(leftMs)]);
}
const instantsOf = async (caseId: string, type: string) =>
  (await recordedEvents(house, caseId)).flatMap((event) => (event.type === type ? [event.effectiveAt] : []));

test('a hearing and a complaint come to their ends at their instants, with every act answered once', async () => {
  const { asking, typesFrom } = createDeaths(house);
  const work = createDeskWork(house, days);
  const caseId = await work.interviewed('timur');
  const [own, admin] = [`POST /applications/${caseId}`, `POST /admin/cases/${caseId}`];
  const grounds = [{ ground: 'false-data', evidence: 'form' }];
  const ask = (persona: string, line: string, body: object) =>
    askThrough(caseId, asking(persona, line, { body, key: `once:${line}`.replaceAll(/[^a-z:/]/gi, '') }));

  const proposal = { outcome: 'refuse', grounds, text: 'considered as a whole' };
  const version = (await ask('aigul', `${admin}/proposal`, proposal)).body['seq'];
  await ask('timur', `${own}/objection`, { kind: 'objection', text: 'the stamps were misread' });
  const endsAt = hearingEndsAt(await expectOneStory(house, caseId)) ?? '';
  await awayOver(caseId, endsAt);
  const closed = () => instantsOf(caseId, 'hearing-closed');
  expect(await house.desk.until(closed, (found) => found.length > 0, 60_000)).toEqual([endsAt]);
  await ask('saule', `${admin}/decision`, { version });

  await ask('timur', `${own}/complaint`, { text: 'nobody looked at the stamps' });
  await work.officials.passDays(caseId, 7);
  const verdict = { outcome: 'satisfied', returnTo: 'decision', reason: 'the stamps were misread' };
  await ask('yerlan', `${admin}/complaint/decision`, verdict);
  expect((await expectOneStory(house, caseId)).status).toBe('awaiting-proposal');
  expect(await typesFrom(caseId, 'decision-proposed')).toEqual([
    'decision-proposed',
    'objection-received',
    'hearing-closed',
    'decision-approved',
    'application-refused',
    'complaint-filed',
    'complaint-forwarded',
    'complaint-decided',
    'decision-set-aside',
  ]);
}, 240_000);

test('a letter that was taken while PostgreSQL went away leaves again, and is proved once, by mail and account together', async () => {
  const post = createPost(house);
  const work = createDeskWork(house, days);
  const elif = createApplicant(house.desk, 'elif');
  const caseId = await work.interviewed('elif', 'reader@mail.example');
  await post.nothingWaits(caseId);
  const release = await post.holdRows();
  const version = await work.officials.propose(caseId, 'refuse');
  await post.someoneWaitsForRows();
  const opening = elif.openNotice(caseId, version).catch(() => undefined);
  await servers.restartPostgres('immediate');
  await release();
  await opening;
  expect(await mailbox.letters(caseId, version)).toHaveLength(1);

  const opened = () => elif.openNotice(caseId, version);
  await house.desk.until(opened, ({ status }) => status === 200, 60_000);
  await post.pauseIsOver(caseId);
  await post.nothingWaits(caseId);
  const proved = () => instantsOf(caseId, 'notice-delivered');
  expect(await house.desk.until(proved, (found) => found.length > 0, 60_000)).toHaveLength(1);
  const letters = await mailbox.letters(caseId, version);
  expect(letters.map(({ messageId }) => messageId)).toEqual(Array(2).fill(letters[0]?.messageId));
  expect(await post.proofs(caseId)).toEqual([`notice:${caseId}.${version}`]);
  expect((await post.attempts(caseId, version, 2)).sort()).toEqual([
    ['account', 'delivered', 'opened'],
    ['email', 'delivered', '250'],
  ]);
  await expectOneStory(house, caseId);
}, 240_000);
