/** Where somebody wants his notices: given when he files, kept aside, and shown to nobody. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { contacts, intake, persons } from '../../db/schema';
import { hash, recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  office.asked.length = 0;
});

const address = 'marked.reader@mail.example';
const person = {
  surname: 'Sadyrkulov',
  givenName: 'Timur',
  bornOn: '1988-03-14',
  citizenship: 'KGZ',
  passportNumber: 'PE9100417',
};

async function file(contact?: unknown, language?: string) {
  const acting = await office.acting('p-one', 'applicant');
  return office.app.inject({
    method: 'POST',
    url: '/applications',
    headers: { ...acting, ...(language && { 'accept-language': language }) },
    payload: { region: 'akmola', person, ...(contact !== undefined && { contact }) },
  });
}
async function keptOf(reply: Awaited<ReturnType<typeof file>>) {
  expect(reply.statusCode).toBe(201);
  const { caseId } = reply.json<{ caseId: string }>();
  return office.deps.db.select().from(contacts).where(eq(contacts.caseId, caseId));
}
const goesOn = () => office.asked.at(-1)?.entry['data'] as Record<string, unknown>;

describe('an address', () => {
  test('is kept beside the case, which hears only that there is one', async () => {
    const reply = await file({ email: address, language: 'ru' });
    expect(await keptOf(reply)).toMatchObject([{ email: address, language: 'ru' }]);
    expect(goesOn()).toMatchObject({ notifyBy: 'email' });
    expect(JSON.stringify(goesOn())).not.toContain('marked');
  });

  test('is not in the answer, in the log or in the register', async () => {
    const from = office.lines.length;
    const reply = await file({ email: address });
    expect(reply.statusCode).toBe(201);
    expect(reply.body).not.toContain('marked');
    expect(JSON.stringify(reply.headers)).not.toContain('marked');
    expect(office.lines.length).toBeGreaterThan(from);
    expect(office.lines.slice(from).join('')).not.toContain('marked');
    expect(JSON.stringify(await office.deps.db.select().from(intake))).not.toContain('marked');
  });

  test('is shown to nobody who reads the case, its applicant included', async () => {
    const caseId = await recordCase(office, 'scheduled');
    const { db } = office.deps;
    await db.insert(persons).values({ personId: 'person-1', caseId, identity: person, sha256: hash });
    await db.insert(contacts).values({ caseId, email: address, language: 'kk' });
    const reads = [
      ['p-one', 'applicant', `/applications/${caseId}`],
      ['p-one', 'applicant', '/applications'],
      ['p-one', 'applicant', `/applications/${caseId}/notices`],
      ['s-1', 'caseworker', `/admin/cases/${caseId}`],
      ['s-2', 'supervisor', `/admin/cases/${caseId}`],
      ['s-3', 'auditor', `/audit/cases/${caseId}/events`],
    ] as const;
    for (const [subject, role, url] of reads) {
      const reply = await office.app.inject({ url, headers: await office.bearer(subject, role) });
      expect([url, reply.statusCode]).toEqual([url, 200]);
      expect([url, reply.body.includes('marked')]).toEqual([url, false]);
    }
  });

  test.each([
    ['without a place', 'reader'],
    ['without a name', '@mail.example'],
    ['with a blank', 'a reader@mail.example'],
    ['with two signs', 'reader@@mail.example'],
    ['of two people', 'one@mail.example,two@mail.example'],
    ['with a name before it', 'Reader <reader@mail.example>'],
    ['with a second line', 'reader@mail.example\r\nBcc: other@mail.example'],
    ['with a line end behind it', 'reader@mail.example\n'],
    ['with a letter that cannot be kept', 'rea\u0000der@mail.example'],
    ['with half of a letter', 'rea\ud800der@mail.example'],
    ['with a sign that steers a terminal', 'rea\u001bder@mail.example'],
    ['that is empty', ''],
    ['that is too long', `${'r'.repeat(64)}@${'m'.repeat(190)}`],
    ['that is a number', 7],
    ['that is nothing', null],
  ])('%s is refused by its place, and nothing is kept', async (_, email) => {
    const before = await office.deps.db.$count(contacts);
    const reply = await file({ email });
    expect([reply.statusCode, reply.json()]).toMatchObject([422, { code: 'invalid-input' }]);
    const { errors } = reply.json<{ errors: { pointer: string }[] }>();
    expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(new Set(['/contact/email']));
    expect(office.asked).toEqual([]);
    expect(await office.deps.db.$count(contacts)).toBe(before);
  });
});

describe('the language of notices', () => {
  test.each([
    ['as it was said', { language: 'kk' }, 'ru', 'kk'],
    ['as the request is, where nothing was said', {}, 'ru-RU, en;q=0.5', 'ru'],
    ['as the request is, where an address alone was given', { email: address }, 'kk', 'kk'],
    ['as the request is, without any contact', undefined, 'kk-KZ', 'kk'],
    ['English, where no word of ours was spoken', undefined, 'fr', 'en'],
  ])('is kept %s', async (_, contact, spoken, language) => {
    expect(await keptOf(await file(contact, spoken))).toMatchObject([{ language }]);
  });

  test.each([
    ['that we do not write', { language: 'fr' }, '/contact/language'],
    ['in capitals', { language: 'KK' }, '/contact/language'],
    ['with a field too many', { language: 'kk', phone: '+77220004418' }, '/contact/phone'],
  ])('%s is refused', async (_, contact, pointer) => {
    const reply = await file(contact);
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'invalid-input']);
    expect(JSON.stringify(reply.json().errors)).toContain(pointer);
    expect(office.asked).toEqual([]);
  });
});

test('who gives no address has chosen the account alone', async () => {
  const reply = await file();
  expect(await keptOf(reply)).toMatchObject([{ email: null }]);
  expect(goesOn()).not.toHaveProperty('notifyBy');
});
