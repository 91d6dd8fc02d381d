/** What a browser is told with every answer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('answers, problems and what is not there all forbid to be shown or guessed', async () => {
  const headers = await office.bearer('p-one', 'applicant');
  const caseId = await recordCase(office, 'booked');
  const answers = [
    await office.app.inject({ url: `/applications/${caseId}`, headers }),
    await office.app.inject({ url: `/applications/${caseId}` }),
    await office.app.inject({ url: '/nowhere' }),
    await office.app.inject({ url: '/openapi.json' }),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 401, 404, 200]);
  for (const { headers: told } of answers) {
    expect(told['x-content-type-options']).toBe('nosniff');
    expect(told['content-security-policy']).toMatch(/default-src '(none|self)'/);
    expect(told['referrer-policy']).toBe('no-referrer');
  }
});
