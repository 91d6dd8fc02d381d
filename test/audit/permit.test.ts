/** A renewed permit, examined untouched and after one day, one use or one value in it was altered. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { monthEnd, today } from '../../agencies/cast-days';
import { permitToRenewOn } from '../../agencies/permit-people';
import { grantBekzod, openAuditedHouse, partIn, verdictsOf, type AuditedHouse } from './case-under-audit';
import { nextDate } from '../../domain/law-day';
import { forgeAnswer } from './forged-export';

/** The permit that is renewed, the last day of the new one, and the day after it. */
const old = permitToRenewOn(today());
const lastDay = monthEnd(today(), 12);
const tooLate = nextDate(lastDay);

let audited: AuditedHouse;
let caseId: string;
beforeAll(async () => {
  audited = await openAuditedHouse(grantBekzod);
  caseId = audited.caseId;
}, 120_000);
afterAll(() => audited?.close());

interface Alteration {
  table: string;
  where: string;
  column: string;
  to: string;
}

/** Alters one row in PostgreSQL as only its owner could, for as long as the examination lasts. */
async function examineAltered({ table, where, column, to }: Alteration) {
  const { owner } = audited.house;
  const which = `WHERE case_id = '${caseId}' AND ${where}`;
  await owner.query(`CREATE TABLE held AS SELECT ${column} FROM ${table} ${which}`);
  try {
    const { rowCount } = await owner.query(`UPDATE ${table} SET ${column} = ${to} ${which}`);
    expect(rowCount).toBe(1);
    return await audited.auditWith().replayHistory(caseId);
  } finally {
    await owner.query(
      `UPDATE ${table} SET ${column} = (SELECT ${column} FROM held) ${which}; DROP TABLE held`,
    );
  }
}
const event = (type: string, path: string, value: string) =>
  examineAltered({
    table: 'case_events',
    where: `type = '${type}'`,
    column: 'data',
    to: `jsonb_set(data, '${path}', '${value}')`,
  });

test('a permit that nobody touched is clean, and what is not of its kind says so', async () => {
  const report = await audited.auditWith().replayHistory(caseId);
  expect(report?.parts.flatMap(({ findings }) => findings)).toEqual([]);
  expect(report?.verdict).toBe('clean');
  expect(partIn(report, 'score').compared).toMatch(/^not applicable/);
  expect(partIn(report, 'permit').compared).toMatch(/^\d+ prefilled values, 4 events by the rules/);
  expect(partIn(report, 'own-bundle').compared).toMatch(/by bundle [0-9a-f]{12}/);
});

test('its export names the bundle that ran, and is clean when it is handed in', async () => {
  const exported = (await audited.auditWith().exportHistory(caseId))!;
  expect(exported.runs.map(({ bundleHashes }) => bundleHashes)).toEqual([
    [expect.stringMatching(/^[0-9a-f]{64}$/)],
  ]);
  const report = await audited.auditWith().replayHistory(caseId, exported);
  expect(report?.verdict).toBe('clean');
});

test('a permit that lasts a day longer than the law gives is named with both days', async () => {
  const report = await event('permit-issued', '{term,validUntil}', `"${tooLate}"`);
  expect(verdictsOf(report)).toMatchObject({ permit: 'diverged', record: 'diverged', chain: 'diverged' });
  expect(partIn(report, 'permit').findings).toMatchObject([
    {
      words: expect.stringMatching(/permit-issued.*\/term\/validUntil/),
      pointer: '/data/term/validUntil',
      recorded: tooLate,
      expected: lastDay,
    },
  ]);
});

test('a limit that is said to be the shortest and is not is named', async () => {
  const report = await event('permit-issued', '{term,shortestBy}', '"passport"');
  expect(partIn(report, 'permit').findings).toMatchObject([
    { pointer: '/data/term/shortestBy', recorded: 'passport', expected: 'work-permit' },
  ]);
});

test('another old permit than the one that was renewed is named', async () => {
  const report = await event('permit-issued', '{renews}', '"TP-2020-1"');
  expect(partIn(report, 'permit').findings).toMatchObject([
    { pointer: '/data/renews', expected: old.number },
  ]);
});

test('a value that is said to be a correction, and was taken as the register knew it, is named', async () => {
  const report = await event('form-submitted', '{permit,uses,0,used}', '"corrected"');
  expect(partIn(report, 'permit').findings).toMatchObject([
    { pointer: '/data/permit/uses/0/used', recorded: 'corrected', expected: 'fetched' },
  ]);
});

test('another filing window than the one that took the renewal is named', async () => {
  const report = await event('form-submitted', '{permit,window,lastDay}', `"${tooLate}"`);
  expect(partIn(report, 'permit').findings).toMatchObject([
    { pointer: '/data/permit/window/lastDay', recorded: tooLate, expected: old.validUntil },
  ]);
});

test('a paper that the purpose does not ask for is named', async () => {
  const report = await event('completeness-checked', '{owed,0}', '"bank-certificate"');
  expect(partIn(report, 'permit').findings).toMatchObject([{ pointer: '/data/owed/0' }]);
});

test('a prefilled value that is not the register’s is named by its field, and never shown', async () => {
  const report = await examineAltered({
    table: 'prefilled_values',
    where: `pointer = '/currentPermit/validUntil'`,
    column: 'value',
    to: `'"${tooLate}"'`,
  });
  expect(partIn(report, 'permit').findings).toContainEqual(
    expect.objectContaining({
      words: 'The prefilled value /currentPermit/validUntil is not what permit-register answered.',
      pointer: '/currentPermit/validUntil',
    }),
  );
});

test('a form that was changed after the filing is found by its hash and by what it gives', async () => {
  const report = await examineAltered({
    table: 'form_versions',
    where: 'version = 1',
    column: 'content',
    to: `jsonb_set(content, '{employment,workPermitUntil}', '"${monthEnd(today(), 11)}"')`,
  });
  const said = partIn(report, 'permit').findings.map(({ words }) => words);
  expect(said[0]).toMatch(/is not the form that was handed in/);
  expect(said.join()).toMatch(new RegExp(`permit-issued.*/term/validUntil: "${lastDay}" in the record`));
});

test('a history whose term was drawn out replays clean, and the computing again names the day', async () => {
  const exported = (await audited.auditWith().exportHistory(caseId))!;
  const forged = { exported, keys: audited.keys(), activity: 'issuePermit' };
  const eventId = await forgeAnswer(forged, (answer: { term: { validUntil: string } }) => {
    answer.term.validUntil = tooLate;
  });
  const report = await audited.auditWith().replayHistory(caseId, exported);
  expect(verdictsOf(report)).toMatchObject({ 'own-bundle': 'clean', permit: 'diverged' });
  expect(partIn(report, 'permit').findings).toMatchObject([
    { eventId, pointer: '/term/validUntil', recorded: tooLate, expected: lastDay },
  ]);
});
