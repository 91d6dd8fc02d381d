/** The cast in other years: whoever is fifteen stays fifteen, a clear renewal stays clear, and forms stay without fault. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { bornYearsAgo, monthEnd, today } from '../../agencies/cast-days';
import { people } from '../../agencies/people';
import { hashOfJson } from '../../db/hash';
import { ageOn } from '../../domain/age';
import { subjectFrom } from '../../domain/answer-shape';
import { isIin, isOfBirthDate } from '../../domain/iin';
import { dateOfDayNumber, dayNumberOf } from '../../domain/law-day';
import type { FilingKind, PermitPurpose } from '../../domain/permit';
import { findPermitFormFaults, type PermitDraft } from '../../domain/permit-form';
import { findPersonFaults } from '../../domain/person';
import { readFinding } from '../../policy/findings';
import { termFor } from '../../policy/permit/as-filed';
import { prefilledFrom } from '../../policy/permit/prefill';
import { formAsUsed } from '../../policy/permit/uses';
import { readFilingWindow } from '../../policy/permit/window';
import { findPolicyOn } from '../../policy/policies';
import { scoreForm } from '../../policy/scoring';
import { fullForm, thinForm } from '../../scripts/demo/forms';
import * as demo from '../../scripts/demo/permit-forms';

const days = [
  '2026-11-23',
  '2026-12-29',
  '2027-01-01',
  '2027-02-10',
  '2027-03-01',
  '2028-02-29',
  '2028-06-01',
  '2028-12-31',
  '2034-08-31',
];
const laterBy = (day: string, count: number) => dateOfDayNumber(dayNumberOf(day) + count);

/** `Date` alone is another; nothing waits here. */
const startOn = (day: string) =>
  jest.useFakeTimers({ now: new Date(`${day}T09:00:00+05:00`), doNotFake: ['nextTick', 'setImmediate'] });
afterEach(() => {
  jest.useRealTimers();
});

test.each([
  ['2026-11-23', 0, '2026-11-30'],
  ['2026-11-23', 1, '2026-12-31'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2027-10-31', 4, '2028-02-29'],
  ['2027-03-31', -6, '2026-09-30'],
])('the month of %s and %i more end on %s', (day, months, end) => {
  expect(monthEnd(day, months)).toBe(end);
});

test('a number is found for whoever is born in any month of this century', () => {
  for (let month = 0; month < 1_190; month += 1) {
    const day = monthEnd('2016-01-01', month);
    const { bornOn, iin } = bornYearsAgo(day, 15, '6015');
    expect([isIin(iin), isOfBirthDate(iin, bornOn), ageOn(bornOn, day)]).toEqual([true, true, 15]);
  }
});

describe.each(days)('on %s', (day) => {
  beforeEach(() => {
    startOn(day);
  });

  test('nobody of the cast has a fault, and no two share a number', () => {
    expect(today()).toBe(day);
    const cast = Object.values(people);
    for (const { person } of cast) expect(findPersonFaults(person, day)).toEqual([]);
    expect(new Set(cast.map(({ person }) => person.iin)).size).toBe(cast.length);
  });

  test.each([
    ['aruna', 15],
    ['mirlan', 14],
  ] as const)('%s is %i, and is so for months', (name, age) => {
    const { bornOn } = people[name].person;
    for (const later of [0, 30, 120]) expect(ageOn(bornOn, laterBy(day, later))).toBe(age);
    expect(people[name].personOn(laterBy(day, 400)).bornOn > bornOn).toBe(true);
  });

  test.each<
    [string, FilingKind, PermitPurpose, 'orhan' | 'ulan' | 'samir' | 'saltanat' | 'aruna', () => PermitDraft]
  >([
    ['the foreman', 'issue', 'work-with-permit', 'orhan', demo.foremanForm],
    ['the worker of the union', 'issue', 'eaeu-work', 'ulan', demo.unionWorkForm],
    ['the student', 'issue', 'study', 'samir', demo.studentForm],
    ['the mother', 'issue', 'family', 'saltanat', () => demo.motherForm({ withIin: true })],
    ['the daughter', 'issue', 'family', 'aruna', demo.daughterForm],
  ])('the form of %s has no fault, and leaves months to grant', (_, filing, purpose, name, write) => {
    const asked = { filing, purpose, person: people[name].person, filedOn: day };
    const form = used(name, write());
    expect(findPermitFormFaults(form, asked)).toEqual([]);
    const { citizenship } = asked.person;
    const term = termFor(
      { filing, purpose, citizenship, form },
      { window: 'first-filing', decidedOn: day, kinship: undefined },
    );
    expect(term.validUntil > laterBy(day, 180)).toBe(true);
  });

  test('bekzod renews before the end, clear everywhere, for as long as he may work', () => {
    const { person } = people.bekzod;
    const form = used('bekzod', demo.renewingForm());
    const asked = { filing: 'renewal', purpose: 'work-with-permit' } as const;
    expect(findPermitFormFaults(form, { ...asked, person, filedOn: day })).toEqual([]);
    const currentUntil = form.currentPermit?.validUntil ?? null;
    expect(form.stay?.until).toBe(currentUntil);
    expect(readFilingWindow({ filing: 'renewal', currentUntil, filedOn: day })).toMatchObject({
      ok: true,
      window: { rule: 'before-the-end', lastDay: currentUntil },
    });
    const granted = { ...asked, citizenship: person.citizenship, form };
    expect(
      termFor(granted, { window: 'before-the-end', decidedOn: laterBy(day, 3), kinship: undefined }),
    ).toMatchObject({
      validFrom: laterBy(currentUntil ?? '', 1),
      validUntil: form.employment?.workPermitUntil,
      shortestBy: 'work-permit',
    });
    const { contractNumber = '', bin = '' } = form.employment ?? {};
    const question = { on: day, bin, contractNumber };
    const { facts } = people.bekzod;
    const contracts = facts['labour-contracts'].contracts;
    if (contracts === 'as-asked') throw new Error('no contract of his own');
    const whom = aboutHim('bekzod');
    const findings = [
      readFinding('labour-contracts', { ...whom, question, contracts }),
      readFinding('insurance-register', { ...whom, question: { on: day }, ...facts['insurance-register'] }),
      readFinding('permit-register', {
        ...{ ...whom, ...facts['permit-register'], employer: { known: true, validPermits: 2 } },
        question: { on: day, permitNumber: form.currentPermit?.number ?? '' },
      }),
    ];
    expect(findings.map(({ result }) => result)).toEqual(['clear', 'clear', 'clear']);
  });

  test('one form of permanent residence is worth enough, and the thin one is not', () => {
    const policy = findPolicyOn('permanent-residence', day);
    if (policy === undefined) throw new Error(`no policy on ${day}`);
    const filed = { filedOn: day, provedKazakh: policy.language.level.value, hash: hashOfJson };
    const passed = [fullForm, thinForm].map(
      (content) => scoreForm({ version: 1, sha256: '', content }, policy, filed).passed,
    );
    expect(passed).toEqual([true, false]);
  });
});

type Name = keyof typeof people;

function aboutHim(name: Name) {
  const subject = subjectFrom(people[name].person);
  return { requestId: 'r-1', answerId: 'a-1', asked: subject, subject };
}

/** With what the registers fill in. */
function used(name: Name, form: PermitDraft): PermitDraft {
  const { facts } = people[name];
  const whom = { ...aboutHim(name), question: {} };
  const { contracts } = facts['labour-contracts'];
  const from = <S extends 'permit-register' | 'insurance-register' | 'labour-contracts'>(
    source: S,
    answer: Parameters<typeof prefilledFrom<S>>[1],
  ) => prefilledFrom(source, answer).map((value) => ({ ...value, source }));
  return formAsUsed(form, [
    ...from('permit-register', { ...whom, ...facts['permit-register'], employer: null }),
    ...from('insurance-register', { ...whom, ...facts['insurance-register'] }),
    ...(contracts === 'as-asked' ? [] : from('labour-contracts', { ...whom, contracts })),
  ]);
}
