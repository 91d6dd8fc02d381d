/** The postman: notices reach the mailbox through a real SMTP server, are chased, and are proved once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createMailCatcher, type CaughtMail } from '../../agencies/mail-catcher';
import { createPostbox, type Postbox } from '../../db/postbox';
import { createRecord } from '../../db/record';
import { createNoticeReads } from '../../db/reads/notices';
import { keepContactInTx, keepOpened } from '../../db/desk/deliveries';
import { createMail } from '../../worker/mail';
import { createPostman } from '../../worker/postman';
import { control, listen } from '../agencies/street';
import { openDatabase, type OwnDatabase } from '../db/own-database';
import { livesTo, story, tell, type Told } from '../support/case-files';

const address = 'reader@mail.example';
let database: OwnDatabase;
let catcher: Awaited<ReturnType<typeof createMailCatcher>>;
let door: string;
let mail: ReturnType<typeof createMail>;
let postbox: Postbox;
let reads: ReturnType<typeof createNoticeReads>;
let caseId: string;
let alarms: string[];

beforeAll(async () => {
  database = await openDatabase();
  catcher = await createMailCatcher({ host: '127.0.0.1', smtpPort: 0 });
  door = await listen(catcher);
  mail = createMail({ url: `smtp://127.0.0.1:${catcher.smtpPort()}`, from: 'notices@ruqsat.example' });
  postbox = createPostbox(database.as('worker'));
  reads = createNoticeReads(database.as('api'));
});
afterAll(async () => {
  mail.close();
  await catcher.close();
  await database.close();
});
beforeEach(async () => {
  caseId = `case-${randomUUID()}`;
  alarms = [];
  await control(door, 'DELETE /messages');
  await control(door, 'DELETE /control/behaviour');
});

function aPostman(box: Postbox = postbox) {
  return createPostman({
    postbox: box,
    send: mail.send,
    onUndelivered: async (_, code) => void alarms.push(code),
    onTrouble: () => undefined,
    leaseMs: 0,
    firstAgainMs: 0,
  });
}
const [, ...refusal] = livesTo.refused;

async function openCase(
  notifyBy: 'email' | 'account',
  life: readonly Told[] = livesTo['awaiting-test-booking'],
): Promise<void> {
  const email = notifyBy === 'email' ? address : null;
  await database.as('api').transaction((tx) => keepContactInTx(tx, { caseId, email, language: 'ru' }));
  const [, ...rest] = life;
  const opened = tell('application-opened', { data: notifyBy === 'email' ? { notifyBy } : {} });
  await createRecord(database.as('worker')).appendEvents(caseId, story([opened, ...rest]));
}
const caught = async () => (await control(door, 'GET /messages'))['messages'] as CaughtMail[];
const attempts = async () => (await reads.listNotices(caseId)).flatMap(({ deliveries }) => deliveries);
const proofs = async () =>
  (
    await database.owner.query(`SELECT * FROM intake WHERE case_id = $1 AND verb = 'receiveDelivery'`, [
      caseId,
    ])
  ).rows;

describe('a letter', () => {
  test('arrives once, in the person’s language first, and names the case and nobody', async () => {
    await openCase('email');
    const postman = aPostman();
    await postman.round();
    expect(await postman.round()).toBe(false);
    const [letter, ...more] = await caught();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: [address], messageId: `<${caseId}.1@ruqsat.example>` });
    expect(letter!.subject).toBe(`Заявление зарегистрировано · ${caseId}`);
    expect(letter!.text).toMatch(/Абай[^]*Абай облысы[^]*Abai Region/);
    expect(letter!.text).not.toMatch(/timur|person-1/);
    expect(await attempts()).toMatchObject([{ channel: 'email', outcome: 'delivered', code: '250' }]);
  });

  test('that is refused is chased until it is taken, and somebody is told', async () => {
    await openCase('email');
    await control(door, 'PUT /control/behaviour', { refuse: { times: 1 }, fail: { times: 1 } });
    const postman = aPostman();
    for (let round = 0; round < 3; round += 1) await postman.round();
    expect((await attempts()).map(({ code }) => code)).toEqual(['550', '451', '250']);
    expect(alarms).toEqual(['550']);
    expect(await caught()).toHaveLength(1);
  });

  test('that nobody takes is told of again when it is given up', async () => {
    await openCase('email');
    await control(door, 'PUT /control/behaviour', { fail: { times: 100 } });
    const postman = aPostman();
    for (let round = 0; round < 32; round += 1) await postman.round();
    expect(await attempts()).toHaveLength(30);
    expect(alarms).toEqual(['451', '451']);
  });

  test('whose connection is cut is tried again', async () => {
    await openCase('email');
    await control(door, 'PUT /control/behaviour', { cutConnection: { times: 1 } });
    const postman = aPostman();
    await postman.round();
    await postman.round();
    expect((await attempts()).map(({ outcome }) => outcome)).toEqual(['failed', 'delivered']);
  });

  test('leaves again after a crash between the server’s yes and our row, and the copy can be told', async () => {
    await openCase('email');
    const dying = { ...postbox, keepDelivered: () => Promise.reject(new Error('killed')) };
    await aPostman(dying).round();
    await aPostman().round();
    const ids = (await caught()).map(({ messageId }) => messageId);
    expect(ids).toEqual([`<${caseId}.1@ruqsat.example>`, `<${caseId}.1@ruqsat.example>`]);
    expect(await attempts()).toHaveLength(1);
  });

  test('is not written where nobody gave an address', async () => {
    await openCase('account');
    expect(await aPostman().round()).toBe(false);
    expect(await caught()).toEqual([]);
    expect(await reads.listNotices(caseId)).toMatchObject([
      { kind: 'application-registered', deliveries: [] },
    ]);
  });
});

describe('the proof', () => {
  test('that a decision was delivered enters the register once, by mail and account together', async () => {
    await openCase('email', livesTo.refused);
    for (let round = 0; round < 3; round += 1) await aPostman().round();
    const decision = (await reads.listNotices(caseId)).find(({ kind }) => kind === 'decision')!;
    expect(decision.seq).toBe(refusal.length + 1);
    await keepOpened(database.as('api'), decision);
    await keepOpened(database.as('api'), decision);
    const found = await reads.findNotice(caseId, decision.seq);
    expect(found?.deliveries.map(({ channel }) => channel)).toEqual(['email', 'account']);
    const entries = (await proofs()).filter(({ message }) => message.noticeSeq === decision.seq);
    expect(entries).toMatchObject([
      { actor_role: 'service', state: 'received', message: { kind: 'decision', channel: 'email' } },
    ]);
  });

  test('of a notice on which no time limit hangs is kept, and the case does not hear of it', async () => {
    await openCase('email');
    await aPostman().round();
    expect(await proofs()).toEqual([]);
  });
});

test('the record writes a notice with its event, once, however often it is retried', async () => {
  const record = createRecord(database.as('worker'));
  const events = story(livesTo['awaiting-form']);
  await record.appendEvents(caseId, events);
  await record.appendEvents(caseId, events);
  expect((await reads.listNotices(caseId)).map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, 'application-registered'],
    [3, 'form-open'],
  ]);
});
