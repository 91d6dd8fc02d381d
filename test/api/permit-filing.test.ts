/** Filing for a temporary permit: what opens an application, what its form shows, what stands against handing it in. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PermitDraft } from '../../domain/permit-form';
import { stateSources } from '../../domain/permit';
import type { PersonPapers } from '../../domain/person';
import { tell } from '../support/case-files';
import { aPermitForm } from '../support/permit-forms';
import { openOffice, type Office } from './office/office';
import { holder, permitHolder, recordPermit } from './office/permits';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  office.asked.length = 0;
});

const opening = { filing: 'issue', purpose: 'family', region: 'akmola', person: holder };
async function open(unlike: object) {
  const headers = await office.acting('p-one', 'applicant');
  const payload = { ...opening, ...unlike };
  return office.app.inject({ method: 'POST', url: '/applications/permits', headers, payload });
}

describe('opening an application', () => {
  test('keeps the person aside and says what is asked for', async () => {
    const reply = await open({});
    expect(reply.statusCode).toBe(201);
    const [asked] = office.asked;
    expect(asked).toMatchObject({
      verb: 'openPermitApplication',
      entry: {
        data: {
          kind: 'temporary-permit',
          policyVersion: 'permit-2026-04-13',
          permit: { filing: 'issue', purpose: 'family', employerId: null },
        },
      },
    });
    expect(JSON.stringify(asked?.entry['data'])).not.toContain('Marker');
  });

  test('of a renewal needs no word of the permit yet: the register may know it', async () => {
    expect((await open({ filing: 'renewal', purpose: 'work-without-permit' })).statusCode).toBe(201);
  });

  test.each([
    ['a Turk of the treaty’s work', 'eaeu-work', 'TUR', 'purpose-not-of-citizenship'],
    ['a stateless person of the treaty’s work', 'eaeu-work', 'XXA', 'purpose-not-of-citizenship'],
    ['a citizen of Kazakhstan of any', 'ethnic-kazakh', 'KAZ', 'citizen-needs-no-permit'],
  ])('is refused %s, by the rule', async (...[, purpose, citizenship, code]) => {
    const reply = await open({ purpose, person: { ...holder, citizenship } });
    expect([reply.statusCode, reply.json().code]).toEqual([422, code]);
    expect(reply.json().rule).toMatchObject({ policy: 'permit-2026-04-13', confidence: 'official' });
    expect(office.asked).toEqual([]);
  });

  test.each([
    ['a purpose that is none', { purpose: 'tourism' }, '/purpose', 'not-in-list'],
    ['a filing that is none', { filing: 'extension' }, '/filing', 'not-in-list'],
    ['a field that nobody asked for', { hurry: true }, '/hurry', 'unknown-field'],
    ['a wrong digit', { person: { ...holder, iin: '880314302412' } }, '/person/iin', 'iin-check-digit'],
    [
      'a number of another birth date',
      { person: { ...holder, iin: '900101300017' } },
      '/person/iin',
      'iin-of-another-birth-date',
    ],
    [
      'a person yet to be born',
      { person: { ...holder, iin: undefined, bornOn: '2026-05-05' } },
      '/person/bornOn',
      'in-the-future',
    ],
  ])('is refused for %s, and nothing is stored', async (_, unlike, pointer, code) => {
    const reply = await open(unlike);
    expect(reply.statusCode).toBe(422);
    expect(reply.json().errors).toEqual([expect.objectContaining({ pointer, code })]);
    expect(office.asked).toEqual([]);
  });
});

const registers = [
  { pointer: '/currentPermit/number', value: 'TRP-1', source: 'permit-register' as const },
  { pointer: '/currentPermit/validUntil', value: '2026-05-20', source: 'permit-register' as const },
];

async function call(
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  more: { payload?: object; match?: string; papers?: PersonPapers },
) {
  const headers = {
    ...(await office.acting(permitHolder, 'applicant')),
    ...(await office.bearer(permitHolder, 'applicant', more.papers)),
    ...(more.match && { 'if-match': more.match }),
  };
  const url = `/applications/${path}`;
  return office.app.inject({ method, url, headers, ...(more.payload && { payload: more.payload }) });
}
/** As the applicant reads it, whose account is that of a person with these papers. */
async function formReadBy(caseId: string, papers?: PersonPapers) {
  const headers = await office.bearer(permitHolder, 'applicant', papers);
  return (await office.app.inject({ method: 'GET', url: `/applications/${caseId}/form`, headers })).json();
}
const save = (caseId: string, form: object, match = '"0"') =>
  call('PUT', `${caseId}/form`, { payload: form, match });
const submit = (caseId: string, version = 1, papers?: PersonPapers) =>
  call('POST', `${caseId}/form/submission`, { payload: { version }, ...(papers && { papers }) });

/** What a renewal for work in the union's own labour market writes. */
const renewal = (unlike: Partial<PermitDraft> = {}): PermitDraft => {
  const { currentPermit: _, ...form } = aPermitForm('eaeu-work', {}, 'renewal');
  return { ...form, ...unlike };
};

async function faultsOf(unlike: Partial<PermitDraft>, prefilled = registers) {
  const caseId = await recordPermit(office, 'awaiting-form', { prefilled });
  expect((await save(caseId, renewal(unlike))).statusCode).toBe(200);
  const reply = await submit(caseId);
  expect(reply.statusCode).toBe(422);
  expect(office.asked.filter(({ verb }) => verb === 'submitForm')).toEqual([]);
  return (reply.json().errors as { pointer: string; code: string }[]).map(({ pointer, code }) => [
    pointer,
    code,
  ]);
}

describe('the form', () => {
  test('shows what the registers know, each value with its source and its day', async () => {
    const contract = { pointer: '/employment/contractNumber', value: 'TD-17' };
    const told = [...registers, { ...contract, source: 'labour-contracts' as const }];
    const caseId = await recordPermit(office, 'awaiting-form', { prefilled: told });
    const { version, prefilled, needed, known } = await formReadBy(caseId, holder);
    expect(version).toBe(0);
    expect(prefilled).toEqual(told.map((value) => expect.objectContaining(value)));
    expect(needed).toContainEqual(expect.objectContaining({ kind: 'passport', uploaded: false }));
    const kinds = needed.map(({ kind }: { kind: string }) => kind);
    expect(kinds).not.toContain('employment-contract');
    const needless = { kind: 'employment-contract', by: 'labour-contracts' };
    expect(known).toEqual([expect.objectContaining(needless)]);
  });

  test('shows to whom it is not about only which register knows what', async () => {
    const caseId = await recordPermit(office, 'awaiting-form', { prefilled: registers });
    const stranger = { citizenship: 'UZB', passportNumber: 'FA0000001' };
    const withheld = registers.map((value) => expect.objectContaining({ ...value, value: null }));
    for (const papers of [stranger, undefined]) {
      expect((await formReadBy(caseId, papers)).prefilled).toEqual(withheld);
    }
  });

  test.each(['9999-12-31', '2200-01-01', '1899-12-31', '2026-02-30', 'no day'])(
    'takes no permit until %s: nothing can be counted from it',
    async (validUntil) => {
      const caseId = await recordPermit(office, 'awaiting-form');
      const reply = await save(caseId, { currentPermit: { number: 'TP-1', validUntil } });
      expect([reply.statusCode, reply.json().errors]).toEqual([
        422,
        [expect.objectContaining({ pointer: '/currentPermit/validUntil', code: 'wrong-format' })],
      ]);
    },
  );

  test('is not saved over what was changed elsewhere', async () => {
    const caseId = await recordPermit(office, 'awaiting-form');
    await save(caseId, {});
    const stale = await save(caseId, { insurance: { policyNumber: 'M-1' } });
    expect([stale.statusCode, stale.json().code]).toEqual([412, 'version-mismatch']);
  });

  test('takes no field of the other kind of case, and names each by its pointer', async () => {
    const caseId = await recordPermit(office, 'awaiting-form');
    const reply = await save(caseId, {
      adaptability: { monthsLivedHere: 3 },
      employment: { periods: [] },
    });
    expect([reply.statusCode, reply.json().errors]).toEqual([
      422,
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/adaptability', code: 'unknown-field' }),
        expect.objectContaining({ pointer: '/employment/periods', code: 'unknown-field' }),
      ]),
    ]);
  });
});

describe('what a register said too late', () => {
  const silent = { result: 'no-answer' as const, pointers: [], answer: null };
  const then = stateSources.map((source) => tell('state-data-fetched', { data: { source, ...silent } }));

  test('stands in no form, and nothing of it counts when the form is handed in', async () => {
    const caseId = await recordPermit(office, 'fetching', { prefilled: registers, then });
    expect((await call('GET', `${caseId}/form`, {})).json()).toMatchObject({ prefilled: [] });
    await save(caseId, renewal());
    expect((await submit(caseId)).json().errors).toMatchObject([
      { pointer: '/currentPermit', code: 'missing' },
    ]);
    const currentPermit = { number: 'TRP-2', validUntil: '2026-05-21' };
    await save(caseId, renewal({ currentPermit }), '"1"');
    expect((await submit(caseId, 2)).statusCode).toBe(200);
    const data = office.asked.find(({ verb }) => verb === 'submitForm')?.entry['data'] as {
      permit: { uses: { rule: string }[]; window: object };
    };
    expect([...new Set(data.permit.uses.map(({ rule }) => rule))]).toEqual(['nothing-fetched']);
    expect(data.permit.window).toMatchObject({ lastDay: '2026-05-21' });
  });

  test('may still be on its way to the record: nothing is handed in before that is written', async () => {
    const caseId = await recordPermit(office, 'fetching', { prefilled: registers });
    expect((await save(caseId, renewal())).statusCode).toBe(200);
    const reply = await submit(caseId);
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'act-out-of-order']);
  });
});

describe('handing it in', () => {
  test('says which value counts by which rule, and by which window it is in time', async () => {
    const caseId = await recordPermit(office, 'awaiting-form', { prefilled: registers });
    await save(caseId, renewal());
    expect((await submit(caseId)).statusCode).toBe(200);
    const handed = office.asked.find(({ verb }) => verb === 'submitForm');
    expect(handed?.entry['data']).toMatchObject({
      permit: {
        window: { rule: 'before-the-end', lastDay: '2026-05-20' },
        uses: expect.arrayContaining([
          {
            pointer: '/currentPermit/validUntil',
            used: 'fetched',
            source: 'permit-register',
            rule: 'not-corrected',
          },
          { pointer: '/employment/bin', used: 'entered', source: null, rule: 'nothing-fetched' },
        ]),
      },
    });
  });

  test('without a permit to renew, that neither the register nor the person names', async () => {
    expect(await faultsOf({}, [])).toEqual([['/currentPermit', 'missing']]);
  });

  test('names a passport that ends before the stay', async () => {
    const passport = { issuedBy: 'UZB', issuedOn: '2021-04-02', validUntil: '2026-05-15' };
    expect(await faultsOf({ passport })).toEqual([['/passport/validUntil', 'passport-ends-before-stay']]);
  });

  test('names a family member without a number, and a contract that has ended, both at once', async () => {
    const { employment } = renewal();
    const child = { relation: 'child', bornOn: '2019-02-01', joins: true };
    const members = [{ surname: 'Marker', givenName: 'Aziza', citizenship: 'UZB', ...child }];
    const faults = await faultsOf({
      family: { members } as PermitDraft['family'],
      employment: { ...employment, contractUntil: '2026-05-03' },
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        ['/employment/contractUntil', expect.any(String)],
        ['/family/members/0/iin', 'member-without-iin'],
      ]),
    );
  });

  describe('after the window', () => {
    const own = { number: 'TRP-1', validUntil: '2026-05-20' };
    const guess = { number: 'TRP-1', validUntil: '2026-08-01' };

    async function refused(
      papers: PersonPapers | undefined,
      { prefilled = registers, currentPermit }: { prefilled?: typeof registers; currentPermit?: typeof own },
    ) {
      const now = '2026-05-31T06:00:00.000Z';
      const caseId = await recordPermit(office, 'awaiting-form', { prefilled, now });
      const stay = { ...renewal().stay, until: '2026-06-20' } as PermitDraft['stay'];
      await save(caseId, renewal({ stay, ...(currentPermit && { currentPermit }) }));
      const reply = await submit(caseId, 1, papers);
      expect([reply.statusCode, reply.json().code]).toEqual([expect.any(Number), 'filing-window-closed']);
      expect(office.asked.filter(({ verb }) => verb === 'submitForm')).toEqual([]);
      return reply.json().detail;
    }

    test('is refused with its last day, and nothing is stored', async () => {
      expect(await refused(holder, {})).toContain('2026-05-30');
      expect(await refused(holder, { currentPermit: guess })).toContain('2026-05-30');
    });

    test.each([
      ['who wrote nothing', undefined],
      ['who guessed', guess],
      ['who guessed rightly, so that no guess is confirmed', own],
    ])('is refused to somebody else without the day that a register knows: %s', async (_, currentPermit) => {
      const wrote = currentPermit && { currentPermit };
      for (const papers of [{ citizenship: 'UZB', passportNumber: 'FA0000001' }, undefined]) {
        expect(await refused(papers, { ...wrote })).toBe('ten-days-after');
      }
    });

    test('is refused to somebody else with the day that follows from his own word', async () => {
      expect(await refused(undefined, { prefilled: [], currentPermit: own })).toContain('2026-05-30');
    });
  });
});
