/** What a register told of the permit that is renewed: the person reads it with his case, and whoever filed for him does not. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { saveDraftInTx } from '../../db/desk/form-drafts';
import type { ValueUse } from '../../domain/permit';
import type { PersonPapers } from '../../domain/person';
import { tell } from '../support/tell';
import { openOffice, type Office } from './office/office';
import { holder, permitHolder, recordPermit } from './office/permits';

const known = { number: 'TRP-1', validUntil: '2026-05-20' };
const window = { rule: 'before-the-end', lastDay: known.validUntil } as const;
const stranger: PersonPapers = { citizenship: 'UZB', passportNumber: 'FA0000001' };
const pointers = ['/currentPermit/number', '/currentPermit/validUntil'];
const used = (use: Omit<ValueUse, 'pointer'>) => pointers.map((pointer) => ({ pointer, ...use }));
const source = 'permit-register';
const fetched = used({ used: 'fetched', source, rule: 'not-corrected' });
const overruled = used({ used: 'fetched', source, rule: 'register-prevails' });
const entered = used({ used: 'entered', source: null, rule: 'nothing-fetched' });

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** A renewal that was handed in with what was written of the permit, and granted where it is said. */
async function filed(uses: ValueUse[], currentPermit?: typeof known, isGranted = false): Promise<string> {
  const granted = isGranted
    ? [
        tell('completeness-checked', { day: 1 }),
        tell('permit-issued', { day: 2, data: { renews: known.number } }),
      ]
    : [];
  const then = [
    tell('form-submitted', { day: 1, data: { version: 1, permit: { uses, window } } }),
    ...granted,
  ];
  const caseId = await recordPermit(office, 'awaiting-form', { then });
  const content = currentPermit === undefined ? {} : { currentPermit };
  await office.deps.db.transaction((tx) => saveDraftInTx(tx, { caseId, basedOn: 0, content }));
  return caseId;
}

async function ask(caseId: string, papers?: PersonPapers, tag?: string) {
  const headers = await office.bearer(permitHolder, 'applicant', papers);
  const more = tag === undefined ? {} : { 'if-none-match': tag };
  return office.app.inject({ url: `/applications/${caseId}`, headers: { ...headers, ...more } });
}
async function toldTo(papers: PersonPapers | undefined, caseId: string) {
  const { permit } = (await ask(caseId, papers)).json();
  return [permit.window, permit.renews];
}
const withheld = [{ rule: 'before-the-end', lastDay: null }, null];
const told = [window, known.number];

describe('the end and the number that a register filled in', () => {
  let caseId: string;
  beforeEach(async () => {
    caseId = await filed(fetched, undefined, true);
  });

  test.each([
    ['somebody else', stranger],
    ['an account that does not say whose it is', undefined],
  ])('are not told to %s', async (_, papers) => {
    expect(await toldTo(papers, caseId)).toEqual(withheld);
  });

  test('are told to the person himself, whoever asked before', async () => {
    expect(await toldTo(stranger, caseId)).toEqual(withheld);
    expect(await toldTo(holder, caseId)).toEqual(told);
    expect(await toldTo(stranger, caseId)).toEqual(withheld);
  });

  test('are news to the person who has read as nobody before', async () => {
    const { etag } = (await ask(caseId)).headers;
    expect((await ask(caseId, undefined, String(etag))).statusCode).toBe(304);
    expect((await ask(caseId, holder, String(etag))).statusCode).toBe(200);
  });

  test('are told to the office', async () => {
    const headers = await office.bearer('s-1', 'caseworker');
    const { permit } = (await office.app.inject({ url: `/admin/cases/${caseId}`, headers })).json();
    expect([permit.window, permit.renews]).toEqual(told);
  });
});

test.each([
  ['who wrote others, and hears that the register prevails', overruled, withheld],
  ['who wrote the same himself', fetched, told],
  ['who wrote them where no register knew any', entered, told],
])('are, or are not, told to a stranger %s', async (_, uses, expected) => {
  const currentPermit = uses === overruled ? { number: 'TRP-9', validUntil: '2026-08-01' } : known;
  expect(await toldTo(stranger, await filed(uses, currentPermit, true))).toEqual(expected);
});

test('are withheld from the day of the filing on', async () => {
  expect(await toldTo(stranger, await filed(fetched))).toEqual(withheld);
});
