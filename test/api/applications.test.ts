/** An applicant's door: filing, and asking how things stand. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { persons } from '../../db/schema';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const person = {
  surname: 'Marker-Surname',
  givenName: 'Timur',
  bornOn: '1988-03-14',
  citizenship: 'KGZ',
  passportNumber: 'PE9100417',
};

describe('opening an application', () => {
  test('keeps the person aside and hands on only an id and a hash', async () => {
    const reply = await office.app.inject({
      method: 'POST',
      url: '/applications',
      headers: await office.acting('p-one', 'applicant'),
      payload: { region: 'akmola', person },
    });
    expect(reply.statusCode).toBe(201);
    const { data, caseId } = office.asked.at(-1)?.entry ?? {};
    expect(reply.headers.location).toBe(`/applications/${String(caseId)}`);
    expect(JSON.stringify(data)).not.toContain('Marker');
    const [kept] = await office.deps.db.select().from(persons);
    expect(data).toMatchObject({ policyVersion: '2026-04-13', calendar: 'kz-2026-03' });
    expect(data).toMatchObject({ personId: kept?.personId, personSha256: kept?.sha256, region: 'akmola' });
    expect(kept?.identity).toEqual(person);
  });

  test('is refused for a number that cannot be, or is of another birth date', async () => {
    for (const [iin, code] of [
      ['880314302412', 'iin-check-digit'],
      ['900101300017', 'iin-of-another-birth-date'],
    ]) {
      const reply = await office.app.inject({
        method: 'POST',
        url: '/applications',
        headers: await office.acting('p-one', 'applicant'),
        payload: { region: 'akmola', person: { ...person, iin } },
      });
      expect([reply.statusCode, reply.json().errors]).toEqual([
        422,
        [expect.objectContaining({ pointer: '/person/iin', code })],
      ]);
    }
  });

  test('is refused for a region outside the pilot', async () => {
    const reply = await office.app.inject({
      method: 'POST',
      url: '/applications',
      headers: await office.acting('p-one', 'applicant'),
      payload: { region: 'astana', person },
    });
    expect(reply.statusCode).toBe(422);
    expect(reply.json()).toMatchObject({
      code: 'region-not-in-pilot',
      rule: { policy: '2026-04-13', name: 'regions', confidence: 'press', source: expect.any(String) },
    });
    expect(reply.json().rule.value).not.toContain('astana');
  });

  test('is refused once the pilot is over, and told by which rule', async () => {
    const later = await openOffice({ filingDate: () => '2027-01-01' });
    const reply = await later.app.inject({
      method: 'POST',
      url: '/applications',
      headers: await later.acting('p-one', 'applicant'),
      payload: { region: 'akmola', person },
    });
    await later.close();
    expect([reply.statusCode, reply.json()]).toMatchObject([
      422,
      { code: 'pilot-over', rule: { policy: '2026-11-25', name: 'pilotUntil', value: '2026-12-31' } },
    ]);
  });
});

describe('asking where an application is', () => {
  test('tells who has the ball, since when and until when', async () => {
    const caseId = await recordCase(office, 'toSchedule');
    const reply = await office.app.inject({
      url: `/applications/${caseId.toLowerCase().replaceAll('-', '')}`,
      headers: await office.bearer('p-one', 'applicant'),
    });
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({
      caseId,
      status: 'awaiting-schedule',
      waitingOn: { party: 'caseworker', for: 'awaiting-schedule' },
      clock: { running: true, termDays: 30 },
      score: { total: 430, demonstration: true },
      moves: ['withdrawApplication'],
      outcome: null,
    });
    expect(reply.json().stages.map(({ stage }: { stage: string }) => stage)).toEqual([
      'language-test',
      'form',
      'scoring',
      'verification',
      'interview',
    ]);
  });
});
