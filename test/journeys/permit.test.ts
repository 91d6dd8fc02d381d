/** Lives of temporary permits over HTTP: renewed, refused, changed later. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { today } from '../../agencies/cast-days';
import { permitToRenewOn } from '../../agencies/permit-people';
import { nextDate } from '../../domain/law-day';
import { renewingForm } from '../../scripts/demo/permit-forms';
import { openHouse, type House } from '../support/house';
import { createOfficials } from '../support/officials';
import { createPermitApplicant } from '../support/permit-applicant';
import { expectOneStory, recordedEvents } from '../support/truth';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
}, 120_000);
afterAll(async () => {
  await house.close();
});

test('a clear renewal is proposed by the rule, confirmed by one officer, and follows the old permit', async () => {
  const { desk } = house;
  const old = permitToRenewOn(today());
  const written = renewingForm();
  const bekzod = createPermitApplicant(desk, 'bekzod');
  const office = createOfficials(desk);
  const caseId = await bekzod.open({ filing: 'renewal', purpose: 'work-with-permit' });
  await bekzod.reach(caseId, 'awaiting-form');

  const { body: form } = await bekzod.form(caseId);
  expect(form.prefilled).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        pointer: '/currentPermit/validUntil',
        value: old.validUntil,
        source: 'permit-register',
      }),
      expect.objectContaining({ pointer: '/employment/contractNumber', source: 'labour-contracts' }),
    ]),
  );

  expect(await bekzod.save(caseId, written)).toMatchObject({ status: 200 });
  const kinds = await bekzod.uploadNeeded(caseId);
  expect(kinds).not.toContain('insurance-policy');
  expect(await bekzod.submit(caseId)).toMatchObject({ status: 200 });
  await bekzod.reach(caseId, 'awaiting-judgement');
  await office.judgeDocuments(caseId);
  await bekzod.reach(caseId, 'awaiting-decision');

  const events = () => recordedEvents(house, caseId);
  await desk.until(events, (found) => found.some(({ type }) => type === 'decision-proposed'));
  const proposed = (await events()).find(({ type }) => type === 'decision-proposed');
  const decided = await office.as('aigul')(caseId, 'officer-decision', {
    outcome: 'grant',
    version: proposed?.seq,
  });
  expect(decided).toMatchObject({ status: 200 });
  await bekzod.reach(caseId, 'granted');
  const file = await expectOneStory(house, caseId);
  expect(file.permit?.renews).toBe(old.number);
  expect(file.certificate).toMatchObject({
    number: expect.stringMatching(/^KZ-TRP-\d{4}-\d{6}$/),
    validFrom: nextDate(old.validUntil),
    validUntil: written.employment?.workPermitUntil,
  });
  expect(file.permit?.term?.shortestBy).toBe('work-permit');
}, 120_000);
