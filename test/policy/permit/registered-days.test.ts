/** A term takes the shorter of two days: the one that was used, and the one that its register told in verification. */
import { describe, expect, test } from '@jest/globals';
import { people } from '../../../agencies/people';
import { subjectFrom } from '../../../domain/answer-shape';
import type { FilingKind, TermLimitName } from '../../../domain/permit';
import { termFor } from '../../../policy/permit/as-filed';
import { limitValues } from '../../../policy/permit/limit-values';
import {
  daysToldIn,
  holdsDays,
  registeredDays,
  type ToldAnswer,
} from '../../../policy/permit/registered-days';
import { isEmptyTerm } from '../../../policy/permit/term';
import { aPermitFile } from '../../support/permit-files';
import { aPermitForm } from '../../support/permit-forms';

const subject = subjectFrom(people.bekzod.person);
const ids = { requestId: 'r-1', answerId: 'a-1', asked: subject, subject };
const on = '2026-05-12';
const at = '2026-05-13T06:00:00.000Z';

/** What the register answered, where the question carried the day of the form. */
const contractEnds = (until: string | null, unlike: object = {}): ToldAnswer => ({
  register: 'labour-contracts',
  at,
  body: {
    ...ids,
    question: { on, bin: '180140000127', contractNumber: 'TD-17', contractUntil: '2031-04-30' },
    contracts: [{ number: 'TD-17', bin: '180140000127', from: '2026-05-01', until, status: 'registered' }],
    ...unlike,
  },
});
const insuranceEnds = (until: string): ToldAnswer => ({
  register: 'insurance-register',
  at,
  body: {
    ...{ ...ids, question: { on, insuredUntil: '2031-12-31' } },
    policies: [{ number: 'MS-1', from: '2026-01-01', until, covers: 'medical' }],
  },
});
const passportEnds = (validUntil: string): ToldAnswer => ({
  register: 'iin-registry',
  at,
  body: {
    ...{ ...ids, status: 'match', question: { on, issuedOn: '2021-04-02', validUntil: '2031-04-01' } },
    document: { issuedBy: 'UZB', issuedOn: '2021-04-02', validUntil },
  },
});
const permitEnds = (validUntil: string, number = 'TRP-1'): ToldAnswer => ({
  register: 'permit-register',
  at,
  body: {
    ...{ ...ids, question: { on, permitNumber: 'TRP-1', permitUntil: '2026-05-20' } },
    currentPermit: { number, validUntil, employerBin: null },
    ...{ registration: null, employer: null },
  },
});

function termAfter(answers: ToldAnswer[], filing: FilingKind = 'issue', form: object = {}) {
  const entered = { ...aPermitForm('work-without-permit', {}, filing), ...form };
  const values = limitValues('permit-2026-11-24', { entered, found: [], toldAt: {} });
  const filed = { purpose: 'work-without-permit', filing, citizenship: 'UZB', form: entered } as const;
  const window = filing === 'issue' ? 'first-filing' : 'before-the-end';
  const registered = registeredDays(answers);
  return termFor(filed, { window, decidedOn: '2026-05-13', kinship: undefined, values, registered });
}
const limitOf = (by: TermLimitName, ...of: Parameters<typeof termAfter>) =>
  termAfter(...of).limits.find((limit) => limit.by === by);

describe('a limit that a register told in verification', () => {
  test.each<[TermLimitName, ToldAnswer, string, string]>([
    ['employment-contract', contractEnds('2026-09-30'), '/employment/contractUntil', 'labour-contracts'],
    ['insurance', insuranceEnds('2026-09-30'), '/insurance/validUntil', 'insurance-register'],
    ['passport', passportEnds('2026-09-30'), '/passport/validUntil', 'iin-registry'],
  ])('holds where it is the shorter, and says whose it is: %s', (by, answer, pointer, source) => {
    const term = termAfter([answer]);
    expect([term.validUntil, term.shortestBy]).toEqual(['2026-09-30', by]);
    expect(term.limits.find((limit) => limit.by === by)).toMatchObject({
      source: expect.stringContaining(' knows it'),
      value: { pointer, used: 'fetched', source, at, rule: 'shorter-counts' },
    });
  });

  test('ends a contract that was written without an end', () => {
    const { employment } = aPermitForm('work-without-permit');
    const form = { employment: { ...employment, contractUntil: undefined } };
    expect(limitOf('employment-contract', [], 'issue', form)).toBeUndefined();
    expect(limitOf('employment-contract', [contractEnds('2026-09-30')], 'issue', form)?.until).toBe(
      '2026-09-30',
    );
  });

  test.each([
    ['the later one', contractEnds('2032-01-31')],
    ['the same', contractEnds('2031-04-30')],
    ['no end', contractEnds(null)],
    ['of another person', contractEnds('2026-09-30', { subject: subjectFrom(people.orhan.person) })],
    ['to a question without it', contractEnds('2026-09-30', { question: { on, bin: '180140000127' } })],
  ])('leaves what was written where it is %s', (_, answer) => {
    expect(limitOf('employment-contract', [answer])).toEqual(limitOf('employment-contract', []));
  });
});

describe('a renewal', () => {
  test('goes on from the end that the register knows, where that is the earlier, and says so', () => {
    const term = termAfter([permitEnds('2026-04-30')], 'renewal');
    expect([term.validFrom, term.validUntil]).toEqual(['2026-05-01', '2027-04-30']);
    expect(term.limits[0]).toMatchObject({
      by: 'purpose',
      source: expect.stringContaining('from the day after the end that the register of permits knows'),
      value: { pointer: '/currentPermit/validUntil', source: 'permit-register', at, rule: 'shorter-counts' },
    });
  });

  test('goes on from the end that was written, where the register knows a later one', () => {
    expect(termAfter([permitEnds('2026-06-30')], 'renewal')).toEqual(termAfter([], 'renewal'));
    expect(termAfter([], 'renewal').validFrom).toBe('2026-05-21');
  });
});

describe('another permit than the one that is renewed', () => {
  const renewed = (policyVersion: string, validUntil: string) => {
    const filed = { purpose: 'study', filing: 'renewal', citizenship: 'UZB', policyVersion } as const;
    const registered = registeredDays([permitEnds(validUntil, 'TRP-0')], policyVersion);
    const decision = { window: 'before-the-end', decidedOn: '2026-05-13', kinship: undefined } as const;
    return termFor({ ...filed, form: aPermitForm('study', {}, 'renewal') }, { ...decision, registered });
  };

  test.each(['2025-05-20', '2025-04-20', '2026-04-30'])('ends nothing of it: %s', (validUntil) => {
    const term = renewed('permit-2026-11-25', validUntil);
    expect(term.validFrom).toBe('2026-05-21');
    expect(isEmptyTerm(term, '2026-05-13')).toBe(false);
  });

  test('was taken for it in cases filed before, as their terms are recorded', () => {
    expect(renewed('permit-2026-11-24', '2025-05-20').validFrom).toBe('2025-05-21');
    expect(registeredDays([permitEnds('2025-05-20', 'TRP-0')])).toEqual({
      'permit-register': { until: '2025-05-20', at },
    });
  });
});

describe('which answers tell of days', () => {
  test('only cases of the newest rules hold them against anything', () => {
    const held = ['permit-2026-04-13', 'permit-2026-11-23', 'permit-2026-11-24', '2026-11-24', undefined];
    expect(held.map(holdsDays)).toEqual([false, false, true, false, false]);
  });

  test('are those that the record names, each since when it says', () => {
    const older = aPermitFile('awaiting-decision');
    expect(daysToldIn(older)).toEqual({});
    const { checks } = older;
    const told = daysToldIn({ ...older, policyVersion: 'permit-2026-11-24' });
    const found = checks?.['iin-registry'];
    expect(found?.answer).toBeDefined();
    expect(told['iin-registry']).toEqual({ answer: found?.answer, at: found?.answeredAt });
    expect(told).not.toHaveProperty('berkut');
  });
});
