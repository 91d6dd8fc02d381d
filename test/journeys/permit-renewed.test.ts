/** Renewals of one person after the other: what we issued is known, and no day is given twice. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nextDate } from '../../domain/law-day';
import type { PermitTerm } from '../../domain/permit';
import { renewingForm } from '../../scripts/demo/permit-forms';
import { openHouse, type House } from '../support/house';
import { createPermitApplicant, stranger, type PermitFiled } from '../support/permit-applicant';
import { createPermitDesk, type PermitDesk } from '../support/permit-desk';
import { renewBekzod } from '../support/permit-renewal';
import * as writes from '../support/permit-writes';
import { expectOneStory } from '../support/truth';

let house: House;
let desk: PermitDesk;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
  desk = createPermitDesk(house);
}, 180_000);
afterAll(async () => {
  await house.close();
});

const issuedIn = async (caseId: string) => {
  const { data } = await desk.toldAtLeast(caseId, 'permit-issued');
  return data as { number: string; term: PermitTerm; renews: string | null };
};
/** Of which the first permit would be over in so many days. */
const inBusiness = (days: number): PermitFiled => {
  const { form, ...filed } = writes.inBusiness('TUR');
  return { ...filed, form: { ...form, request: { until: writes.inDays(days) } } };
};

test('a permit that was issued here is known at its renewal, which goes on where it ends', async () => {
  const first = await issuedIn(await desk.granted('hakan', inBusiness(20)));
  const hakan = createPermitApplicant(house.desk, 'hakan');
  const { form } = writes.inBusiness('TUR');
  const caseId = await hakan.open({ filing: 'renewal', purpose: 'business' });
  await hakan.reach(caseId, 'awaiting-form');
  const { body } = await hakan.form(caseId);
  expect(body.prefilled).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ pointer: '/currentPermit/number', value: first.number }),
      expect.objectContaining({ pointer: '/currentPermit/validUntil', value: first.term.validUntil }),
    ]),
  );
  await desk.officials.passDays(caseId, 15);
  await hakan.save(caseId, form);
  await hakan.uploadNeeded(caseId);
  expect(await hakan.submit(caseId)).toMatchObject({ status: 200 });
  await hakan.reach(caseId, 'awaiting-judgement', 60_000);
  await desk.officials.judgeDocuments(caseId);
  await desk.grant(caseId);
  const second = await issuedIn(caseId);
  expect(second).toMatchObject({
    ...{ renews: first.number, term: { validFrom: nextDate(first.term.validUntil) } },
  });
  expect(second.term).not.toHaveProperty('follows');
  const { checks } = await expectOneStory(house, caseId);
  for (const check of ['permit-register', 'migration-register'] as const)
    expect(checks?.[check]).toMatchObject({ result: 'clear', judgement: null });
}, 180_000);

test('who files the same renewal again is looked at by a person, and is given no day twice', async () => {
  await renewBekzod(house);
  const renewal = { filing: 'renewal', purpose: 'work-with-permit', form: renewingForm() } as const;
  const caseId = await desk.verified('bekzod', renewal);
  const { checks, status } = await expectOneStory(house, caseId);
  expect(status).toBe('awaiting-judgement');
  expect(checks?.['migration-register']).toMatchObject({
    ...{ result: 'unclear', codes: ['renewed-already', 'own-permit-lasts-longer'] },
  });
  await desk.officials.judge(caseId, 'migration-register', 'clear');
  await desk.reach(caseId, 'awaiting-decision');
  const decided = await desk.decide(caseId, { outcome: 'grant', text: 'he asked for it' });
  expect(decided).toMatchObject({ status: 409, body: { code: 'term-empty' } });
  expect(await desk.told(caseId, 'decision-proposed')).toEqual([]);
  expect(await desk.permitsOf(caseId)).toEqual([]);
}, 180_000);

test('of a grant that another permit overtakes no number is made, and an officer decides anew', async () => {
  const person = stranger(41, 'TUR');
  const caseId = await desk.verified(person, inBusiness(40));
  await desk.toldAtLeast(caseId, 'decision-proposed');
  const holder = await house.owner.connect();
  await holder.query('BEGIN');
  await holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('permits:' || $1, 0))`, [person.bornOn]);
  const { seq } = await desk.toldAtLeast(caseId, 'decision-proposed');
  expect(await desk.decide(caseId, { outcome: 'grant', version: seq })).toMatchObject({ status: 200 });
  const other = randomUUID();
  await holder.query('INSERT INTO persons (person_id, case_id, identity, sha256) VALUES ($1, $1, $2, $3)', [
    ...[other, person, 'a'.repeat(64)],
  ]);
  await holder.query('INSERT INTO permits (case_id, valid_from, valid_until) VALUES ($1, $2, $3)', [
    ...[other, writes.inDays(0), writes.inDays(60)],
  ]);
  await holder.query('COMMIT');
  holder.release();

  const { data } = await desk.toldAtLeast(caseId, 'permit-not-issued');
  expect(data).toMatchObject({ term: { validUntil: writes.inDays(40), follows: writes.inDays(60) } });
  await desk.reach(caseId, 'awaiting-decision');
  const again = await desk.decide(caseId, { outcome: 'grant', text: 'once more' });
  expect(again).toMatchObject({ status: 409, body: { code: 'term-empty' } });
  expect(await desk.permitsOf(caseId)).toEqual([]);
  expect(await expectOneStory(house, caseId)).toMatchObject({ proposal: null, certificate: null });
}, 180_000);
