/** The postman dies between a mail server's yes and his own row: a copy of the letter is all that can be twice. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDeskWork } from '../support/at-work';
import { createDays, type Days } from '../support/days';
import { createDeaths } from '../support/deaths';
import { openHouse, type House } from '../support/house';
import { openMailbox, type Mailbox } from '../support/mailbox';
import { createPost, type Post } from '../support/post';
import { expectOneStory } from '../support/truth';

const address = 'reader@mail.example';
let house: House;
let mailbox: Mailbox;
let days: Days;
let post: Post;
beforeAll(async () => {
  mailbox = await openMailbox();
  house = await openHouse();
  days = createDays(house);
  post = createPost(house);
});
afterAll(async () => {
  await days.close();
  await house.close();
  await mailbox.close();
});

/** One notice, one attempt that was taken, one proof in the register, one event; and so many letters, all alike. */
async function expectDeliveredOnce(caseId: string, seq: number, letters: number): Promise<void> {
  const { typesFrom } = createDeaths(house);
  const told = () => typesFrom(caseId, 'decision-proposed');
  await house.desk.until(told, (types) => types.includes('notice-delivered'));
  expect((await told()).filter((type) => type !== 'case-assigned')).toEqual([
    'decision-proposed',
    'notice-delivered',
  ]);
  const ids = (await mailbox.letters(caseId, seq)).map(({ messageId }) => messageId);
  expect(ids).toEqual(Array<string>(letters).fill(ids[0] ?? ''));
  expect(await post.attempts(caseId, seq, 1)).toEqual([['email', 'delivered', '250']]);
  expect(await post.proofs(caseId)).toEqual([`notice:${caseId}.${seq}`]);
  expect((await post.noticesOf(caseId)).filter((told) => told === 'refusal-proposed')).toHaveLength(1);
  await expectOneStory(house, caseId);
}

test('killed before he could write it down, he carries the same letter again, and it is proved once', async () => {
  const work = createDeskWork(house, days);
  const worker = await house.startWorker({ env: mailbox.env });
  const caseId = await work.interviewed('timur', address);
  await post.nothingWaits(caseId);
  const release = await post.holdRows();
  const version = await work.officials.propose(caseId, 'refuse');
  await post.someoneWaitsForRows();
  expect(await mailbox.letters(caseId, version)).toHaveLength(1);
  await worker.kill();
  await release();
  expect(await post.proofs(caseId)).toEqual([]);
  expect(await post.attempts(caseId, version, 0)).toEqual([]);

  await post.pauseIsOver(caseId);
  const next = await house.startWorker({ env: mailbox.env });
  await post.nothingWaits(caseId);
  await expectDeliveredOnce(caseId, version, 2);
  await next.stop();
}, 120_000);

test('a worker that dies over a notice, and over the proof of it, writes neither twice', async () => {
  const { dyingAfter, asking, askAcross, foundAgain } = createDeaths(house);
  const first = await house.startWorker({ env: mailbox.env });
  const work = createDeskWork(house, days);
  const caseId = await work.interviewed('elif', address);
  await post.nothingWaits(caseId);
  await first.stop();
  const grounds = [{ ground: 'false-data', evidence: 'form' }];
  const propose = asking('aigul', `POST /admin/cases/${caseId}/proposal`, {
    body: { outcome: 'refuse', grounds, text: 'considered as a whole' },
    key: 'proposed-once',
  });
  const assign = asking('aigul', `POST /admin/cases/${caseId}/assignment`, {
    body: { assignee: 's-t90vm3xh2e' },
    key: 'assigned-once',
  });
  await dyingAfter('decision-proposed');
  await askAcross(propose, assign);
  const dying = await dyingAfter('notice-delivered', mailbox.env);
  await dying.ended;
  await house.startWorker({ env: mailbox.env });
  const version = Number((await foundAgain(caseId, propose)).body['seq']);
  await foundAgain(caseId, assign);
  await post.nothingWaits(caseId);
  await expectDeliveredOnce(caseId, version, 1);
}, 120_000);
