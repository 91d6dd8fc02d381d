/** From when until when a permit lasts, and what made it no longer. */
import { describe, expect, test } from '@jest/globals';
import { outcomeOfChange } from '../../../policy/permit/change';
import type { CitizenshipGroup, PermitPurpose } from '../../../domain/permit';
import { permitPurposes } from '../../../domain/permit';
import type { PermitForm } from '../../../domain/permit-form';
import {
  beginnings,
  isEmptyTerm,
  lastDayOfMonths,
  permitTerm,
  type TermQuestion,
} from '../../../policy/permit/term';
import { permitPolicies } from '../../../policy/permit/policies';
import { termFor } from '../../../policy/permit/as-filed';
import { aPermitForm } from '../../support/permit-forms';

const decidedOn = '2026-05-13';

function term(purpose: PermitPurpose, unlike: Partial<PermitForm> = {}, more: Partial<TermQuestion> = {}) {
  const form = aPermitForm(purpose, unlike);
  return permitTerm({
    purpose,
    filing: 'issue',
    window: 'first-filing',
    group: 'other',
    decidedOn,
    currentUntil: null,
    form,
    ...more,
  });
}
const renewal = (purpose: PermitPurpose, more: Partial<TermQuestion>) =>
  term(purpose, {}, { filing: 'renewal', window: 'before-the-end', ...more });

describe('the months of a permit', () => {
  test.each([
    ['2026-05-13', 12, '2027-05-12'],
    ['2026-01-01', 12, '2026-12-31'],
    ['2026-03-01', 6, '2026-08-31'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 36, '2031-02-28'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2027-03-01', 12, '2028-02-29'],
    ['2027-02-28', 12, '2028-02-27'],
    ['2026-10-31', 1, '2026-11-30'],
  ])('that begins on %s and lasts %i months end on %s', (...[from, months, until]) => {
    expect(lastDayOfMonths(from, months)).toBe(until);
  });
});

describe('a first permit of somebody who has one already', () => {
  const ownUntil = '2026-09-30';

  test('begins on the day after it, and says which day that was: no gap and no overlap', () => {
    expect(term('study', {}, { ownUntil })).toMatchObject({
      ...{ validFrom: '2026-10-01', validUntil: '2027-09-30', follows: ownUntil },
    });
  });

  test.each([
    ['none lasts', null],
    ['it ended before the decision', '2026-05-12'],
  ])('begins with the decision where %s', (_, ended) => {
    const alone = term('study', {}, { ownUntil: ended });
    expect(alone).toMatchObject({ validFrom: decidedOn });
    expect(alone).not.toHaveProperty('follows');
  });

  test('waits for the last day too', () => {
    const last = term('study', {}, { ownUntil: decidedOn });
    expect(last).toMatchObject({ validFrom: '2026-05-14', follows: decidedOn });
  });

  test('has nothing to wait for that would be over by then', () => {
    const { passport } = aPermitForm('study');
    const short = term('study', { passport: { ...passport, validUntil: '2026-09-15' } }, { ownUntil });
    expect(isEmptyTerm(short, decidedOn)).toBe(true);
  });

  test('does not move what is granted again', () => {
    const again = term('study', {}, { heldFrom: '2026-03-01', ownUntil });
    expect(again).toMatchObject({ validFrom: '2026-03-01' });
    expect(again).not.toHaveProperty('follows');
  });

  test.each<[string, string | null, Partial<TermQuestion>, string, string | undefined]>([
    ['begins after one that the state’s register knows', '2026-09-30', {}, '2026-10-01', '2026-09-30'],
    ['begins after the later of two', '2026-08-31', { ownUntil }, '2026-10-01', ownUntil],
    ['waits for none that had ended', '2026-05-12', {}, decidedOn, undefined],
    ['waits for none that nobody knows', null, {}, decidedOn, undefined],
  ])('%s', (...[, currentUntil, more, validFrom, follows]) => {
    const known = term('study', {}, { currentUntil, waitsForKnown: true, ...more });
    expect([known.validFrom, known.follows]).toEqual([validFrom, follows]);
  });

  test('waited for one of ours alone under older policies', () => {
    const filed = { purpose: 'study', filing: 'issue', citizenship: 'UZB' } as const;
    const currentPermit = { number: 'TP-1', validUntil: '2026-09-30' };
    const asked = { ...filed, form: aPermitForm('study', { currentPermit }) };
    const decision = { window: 'first-filing', decidedOn, kinship: undefined } as const;
    const begins = permitPolicies.map(
      ({ version }) => termFor({ ...asked, policyVersion: version }, decision).validFrom,
    );
    expect(begins).toEqual([decidedOn, decidedOn, '2026-10-01', '2026-10-01']);
  });
});

describe('a renewal beside another permit of ours', () => {
  const currentUntil = '2026-06-01';

  test('begins after one that lasts beyond the permit that is renewed: no day is given twice', () => {
    const ownUntil = '2027-06-01';
    expect(renewal('study', { currentUntil, ownUntil })).toMatchObject({
      ...{ validFrom: '2027-06-02', follows: ownUntil },
    });
  });

  test.each([
    ['is the one that is renewed', currentUntil],
    ['ends before it', '2026-05-20'],
  ])('goes on where the old one ends, where the other %s', (_, ownUntil) => {
    const renewed = renewal('study', { currentUntil, ownUntil });
    expect(renewed).toMatchObject({ validFrom: '2026-06-02' });
    expect(renewed).not.toHaveProperty('follows');
  });
});

describe('a permit that is granted again', () => {
  const heldFrom = '2026-03-01';

  test('ends no later than the one that fell, where a reported change had shortened it', () => {
    const again = term('study', {}, { heldFrom, heldUntil: '2026-12-01' });
    expect(again).toMatchObject({ validUntil: '2026-12-01', shortestBy: 'reported-change' });
    expect(again.limits.map(({ by }) => by)).toContain('purpose');
  });

  test('begins where the one that fell began, so that the stay has no gap', () => {
    const again = term('study', {}, { heldFrom });
    expect(again).toMatchObject({ validFrom: heldFrom, validUntil: '2027-02-28', shortestBy: 'purpose' });
    expect(term('study')).toMatchObject({ validFrom: decidedOn, validUntil: '2027-05-12' });
  });

  test('is empty where its year is over by then', () => {
    expect(isEmptyTerm(term('study', {}, { heldFrom: '2025-05-13' }), decidedOn)).toBe(true);
    expect(isEmptyTerm(term('study', {}, { heldFrom: '2025-05-14' }), decidedOn)).toBe(false);
  });
});

describe('a first permit', () => {
  test.each([
    ['family', '2029-05-12'],
    ['work-with-permit', '2027-05-12'],
    ['work-without-permit', '2027-05-12'],
    ['eaeu-work', '2027-05-12'],
    ['study', '2027-05-12'],
    ['treatment', '2027-05-12'],
    ['business', '2029-05-12'],
    ['ethnic-kazakh', '2029-05-12'],
    ['missionary', '2027-05-12'],
    ['humanitarian', '2027-05-12'],
  ] as const)('for %s begins on the day of decision and ends on %s', (...[purpose, validUntil]) => {
    expect(term(purpose)).toMatchObject({ validFrom: decidedOn, validUntil, shortestBy: 'purpose' });
  });

  test.each([
    ['2026-05-04', '2026-11-03'],
    ['2026-01-31', '2026-07-30'],
    ['2025-11-01', '2026-04-30'],
  ])('for who lost the ground on %s ends on %s, whenever it is decided', (...[lostOn, validUntil]) => {
    const lost = term('ground-lost', { groundLost: { lostOn } });
    expect(lost).toMatchObject({ validUntil, shortestBy: 'lost-ground' });
    expect(lost.limits.find(({ by }) => by === 'lost-ground')?.source).toContain('art. 28');
    const stands = { validFrom: '2025-01-01', validUntil: '2029-01-01' };
    const reported = { kind: 'marriage-ended', purpose: 'family', ...stands } as const;
    expect(outcomeOfChange({ ...reported, happenedOn: lostOn }).lastDay).toBe(validUntil);
  });
});

describe('the shortest wins', () => {
  const sponsor = { kind: 'ethnic-kazakh', iin: '900101300017', relation: 'child' } as const;
  const until = '2026-09-01';
  const { employment } = aPermitForm('work-with-permit');
  const { passport } = aPermitForm('study');
  const rows: [PermitPurpose, Partial<PermitForm>, string][] = [
    ['study', { passport: { ...passport, validUntil: until } }, 'passport'],
    ['family', { sponsor: { ...sponsor, residentSince: '2020-01-01', permitUntil: until } }, 'sponsor'],
    ['work-without-permit', { employment: { ...employment!, contractUntil: until } }, 'employment-contract'],
    ['work-with-permit', { employment: { ...employment!, workPermitUntil: until } }, 'work-permit'],
    ['study', { study: { bin: '180140000127', until } }, 'study'],
    ['treatment', { treatment: { bin: '180140000127', until } }, 'treatment'],
    ['humanitarian', { insurance: { policyNumber: 'M-1', validUntil: until } }, 'insurance'],
    ['business', { request: { until } }, 'request'],
  ];

  test.each(rows)('for %s, %j: %s', (purpose, unlike, shortestBy) => {
    const { validUntil, limits, ...found } = term(purpose, unlike);
    expect(found).toEqual({ validFrom: decidedOn, shortestBy });
    expect(validUntil).toBe(until);
    expect(limits.find(({ by }) => by === shortestBy)?.until).toBe(until);
    for (const { source } of limits) expect(source.length).toBeGreaterThan(20);
  });

  test('and of two that end on one day the first of the list is named', () => {
    const unlike = { request: { until: '2027-05-12' } };
    expect(term('study', unlike)).toMatchObject({ validUntil: '2027-05-12', shortestBy: 'purpose' });
  });

  test.each([
    ['a study in a permit for work', 'eaeu-work', { study: { bin: '180140000127', until } }],
    ['a contract in a permit for study', 'study', { employment: { ...employment!, contractUntil: until } }],
    [
      'a work permit where none is needed',
      'eaeu-work',
      { employment: { ...employment!, workPermitUntil: until } },
    ],
  ] as [string, PermitPurpose, Partial<PermitForm>][])('but not %s', (_, purpose, unlike) => {
    expect(term(purpose, unlike).shortestBy).toBe('purpose');
  });

  test('but not the insurance of who need not be insured', () => {
    const unlike = { insurance: { policyNumber: 'M-1', validUntil: until } };
    const group: CitizenshipGroup = 'eaeu';
    expect(term('eaeu-work', unlike, { group }).shortestBy).toBe('purpose');
    expect(term('eaeu-work', unlike, { group: 'stateless' }).shortestBy).toBe('insurance');
  });

  test('nor a contract without an end', () => {
    const { contractUntil: _, ...open } = employment!;
    const { limits } = term('eaeu-work', { employment: open });
    expect(limits.map(({ by }) => by)).not.toContain('employment-contract');
  });
});

describe('a family', () => {
  const sponsor = { iin: '900101300017', relation: 'child', residentSince: '2020-01-01' } as const;
  test.each([
    ['citizen', '2029-05-12', 'purpose'],
    ['ethnic-kazakh', '2028-03-01', 'sponsor'],
    ['permanent-resident', '2027-05-12', 'purpose'],
    ['business-immigrant', '2027-05-12', 'purpose'],
  ] as const)('of a %s stays until %s, by %s', (...[kind, validUntil, shortestBy]) => {
    const unlike = { sponsor: { ...sponsor, kind, permitUntil: '2028-03-01' } };
    expect(term('family', unlike)).toMatchObject({ validUntil, shortestBy });
  });

  test('never outlasts a business immigrant’s own permit', () => {
    const unlike = {
      sponsor: { ...sponsor, kind: 'business-immigrant' as const, permitUntil: '2026-08-01' },
    };
    expect(term('family', unlike)).toMatchObject({ validUntil: '2026-08-01', shortestBy: 'sponsor' });
  });
});

describe('a family whose sponsor the register knows otherwise than the form says', () => {
  const sponsor = { iin: '900101300017', relation: 'child', residentSince: '2020-01-01' } as const;
  const until = '2026-09-01';
  type Written = NonNullable<PermitForm['sponsor']>;
  type Rows = [string, Partial<Written>, TermQuestion['sponsor'], string, string, boolean][];
  const rows: Rows = [
    ['citizen', {}, { status: 'permanent-resident', permitUntil: null }, '2027-05-12', 'purpose', true],
    ['permanent-resident', {}, { status: 'citizen', permitUntil: null }, '2027-05-12', 'purpose', false],
    ['citizen', {}, { status: 'citizen', permitUntil: null }, '2029-05-12', 'purpose', false],
    ['citizen', {}, { status: 'business-immigrant', permitUntil: until }, until, 'sponsor', true],
    ['citizen', {}, { status: 'temporary', permitUntil: null }, '2027-05-12', 'purpose', true],
    ['citizen', {}, { status: 'temporary', permitUntil: until }, until, 'sponsor', true],
    ['citizen', {}, { status: 'none', permitUntil: null }, '2027-05-12', 'purpose', true],
    [
      'ethnic-kazakh',
      { permitUntil: '2028-03-01' },
      { status: 'ethnic-kazakh', permitUntil: until },
      until,
      'sponsor',
      true,
    ],
    [
      'ethnic-kazakh',
      { permitUntil: until },
      { status: 'ethnic-kazakh', permitUntil: '2028-03-01' },
      until,
      'sponsor',
      false,
    ],
    [
      'ethnic-kazakh',
      { permitUntil: until },
      { status: 'citizen', permitUntil: null },
      until,
      'sponsor',
      false,
    ],
  ];

  test.each(rows)(
    '%s %j, known as %j, stays until %s by %s',
    (...[kind, more, known, validUntil, by, told]) => {
      const written = { ...sponsor, ...more, kind } as Written;
      const found = term('family', { sponsor: written }, { sponsor: known });
      expect(found).toMatchObject({ validUntil, shortestBy: by });
      const source = found.limits.find((limit) => limit.by === by)?.source ?? '';
      expect(source.includes('as the register of kinship knows him')).toBe(told);
    },
  );

  test('is not longer for it, whatever the two say', () => {
    const statuses = [
      'citizen',
      'ethnic-kazakh',
      'permanent-resident',
      'business-immigrant',
      'temporary',
      'none',
    ];
    for (const kind of ['citizen', 'ethnic-kazakh', 'permanent-resident', 'business-immigrant'] as const) {
      const form = { sponsor: { ...sponsor, kind, permitUntil: '2028-03-01' } };
      const asWritten = term('family', form).validUntil;
      for (const status of statuses as NonNullable<TermQuestion['sponsor']>['status'][]) {
        const both = term('family', form, { sponsor: { status, permitUntil: '2028-06-01' } });
        expect(both.validUntil <= asWritten).toBe(true);
      }
    }
  });

  test('says nothing of a purpose that rests on no sponsor', () => {
    const known = { status: 'none', permitUntil: until } as const;
    expect(term('ground-lost', {}, { sponsor: known })).toEqual(term('ground-lost'));
  });
});

describe('a renewal', () => {
  test.each(permitPurposes)('for %s begins the day after the old one ends', (purpose) => {
    expect(renewal(purpose, { currentUntil: '2026-05-20' }).validFrom).toBe('2026-05-21');
  });

  test.each([
    ['2026-05-20', '2026-05-21', '2027-05-20'],
    ['2026-12-31', '2027-01-01', '2027-12-31'],
    ['2028-02-28', '2028-02-29', '2029-02-28'],
    ['2028-02-29', '2028-03-01', '2029-02-28'],
    ['2027-02-28', '2027-03-01', '2028-02-29'],
  ])('of a permit until %s lasts from %s to %s', (...[currentUntil, validFrom, validUntil]) => {
    expect(renewal('study', { currentUntil })).toMatchObject({ validFrom, validUntil });
  });

  test('that was filed in the ten days after goes back to the day after the end', () => {
    const late = renewal('study', { window: 'ten-days-after', currentUntil: '2026-05-04' });
    expect(late).toMatchObject({ validFrom: '2026-05-05', validUntil: '2027-05-04' });
  });

  test('after a fine begins on the day of decision, and makes nothing lawful that was not', () => {
    const fined = renewal('study', { window: 'fifteen-days-after-a-fine', currentUntil: '2026-03-04' });
    expect(fined).toMatchObject({ validFrom: decidedOn, validUntil: '2027-05-12' });
    expect(beginnings['after-a-fine'].confidence).toBe('assumption');
  });

  test.each(Object.entries(beginnings))('begins as a rule with a reason says: %s', (_, { source }) => {
    expect(source.length).toBeGreaterThan(40);
  });
});

describe('nothing is left to grant', () => {
  const { passport } = aPermitForm('study');
  const ends = (validUntil: string) => ({ passport: { ...passport, validUntil } });

  test.each([
    ['2026-05-12', true],
    ['2026-05-13', false],
  ])('when the passport ends on %s: %s', (...[validUntil, empty]) => {
    expect(isEmptyTerm(term('study', ends(validUntil)), decidedOn)).toBe(empty);
  });

  test('when what would go back in time would be over by the decision', () => {
    const form = aPermitForm('study', ends('2026-05-10'));
    const late = renewal('study', { window: 'ten-days-after', currentUntil: '2026-05-04', form });
    expect(late).toMatchObject({ validFrom: '2026-05-05', validUntil: '2026-05-10' });
    expect(isEmptyTerm(late, decidedOn)).toBe(true);
    expect(isEmptyTerm(late, '2026-05-10')).toBe(false);
  });
});
