/** The one working day of a temporary permit: from filing to decision, with weekends, holidays and missing papers. */
import { describe, expect, test } from '@jest/globals';
import { documentKinds } from '../../domain/events';
import { stateSources } from '../../domain/permit';
import { waitingOn } from '../../domain/waiting';
import { asOf, deadlinesOf } from '../../policy/deadlines';
import { tasksOf } from '../../policy/tasks';
import { readClock } from '../../policy/service-clock';
import { waitingUntil } from '../../policy/waiting-until';
import { aPermitFile, applicant, caseId, fileOf, permitForm, tell, type Told } from '../support/case-files';

/** Noon of a law's date, and the midnight that ends it (UTC+5). */
const noon = (date: string) => `${date}T07:00:00.000Z`;
const endOf = (date: string) => `${date}T19:00:00.000Z`;
const uses = { uses: [], window: { rule: 'before-the-end', lastDay: null } } as const;
const filedOn = (date: string, ...told: Told[]) => {
  const permit = { ...uses, uses: [] };
  return fileOf([
    ...permitForm,
    tell('form-submitted', { effectiveAt: noon(date), data: { permit } }),
    ...told,
  ]);
};
const missing = (date: string) =>
  tell('completeness-checked', {
    effectiveAt: noon(date),
    data: { owed: [...documentKinds].slice(0, 2), missing: ['photo'] },
  });
const provided = (date: string) => tell('documents-provided', { effectiveAt: noon(date) });

describe('the clock of one working day', () => {
  test.each([
    ['on a Wednesday', '2026-05-13', '2026-05-14'],
    ['on a Friday', '2026-05-15', '2026-05-18'],
    ['on a Saturday', '2026-05-16', '2026-05-18'],
    ['on a Sunday', '2026-05-17', '2026-05-18'],
    ['before Victory Day and its day in lieu', '2026-05-08', '2026-05-12'],
    ['before the Day of the Capital', '2026-07-03', '2026-07-07'],
  ])('filed %s, %s, ends with %s', (_, filed, due) => {
    const file = filedOn(filed);
    expect(readClock(file, file.lastAt)).toMatchObject({
      termDays: 1,
      daysUsed: 0,
      dueAt: endOf(due),
      running: true,
    });
  });

  test('stands while papers are awaited, and says no end', () => {
    const file = filedOn('2026-05-13', missing('2026-05-13'));
    expect(readClock(file, noon('2026-05-18'))).toMatchObject({ running: false, daysUsed: 0, dueAt: null });
    expect([waitingOn(file).party, waitingUntil(file)]).toEqual(['applicant', endOf('2026-05-20')]);
  });

  test.each([
    ['a Friday', '2026-05-15', '2026-05-18'],
    ['a Monday', '2026-05-18', '2026-05-19'],
  ])('goes on when they come on %s', (_, came, due) => {
    const file = filedOn('2026-05-13', missing('2026-05-13'), provided(came));
    expect(readClock(file, file.lastAt)).toMatchObject({ running: true, dueAt: endOf(due) });
  });

  test('that runs out is a refusal which can be complained of, and a supervisor’s to look at', () => {
    const file = asOf(filedOn('2026-05-15'), endOf('2026-05-18'));
    expect(file).toMatchObject({
      status: 'checking-completeness',
      clockWarnedAt: endOf('2026-05-18'),
      deemedRefusedAt: endOf('2026-05-18'),
      escalation: { cause: 'service-clock' },
    });
    expect(tasksOf(file).map(({ name }) => name)).toEqual(['clock-warning', 'escalation']);
    expect(asOf(filedOn('2026-05-15'), '2026-05-18T18:59:59.999Z').deemedRefusedAt).toBeNull();
  });
});

describe('what the registers are waited for', () => {
  const file = aPermitFile('fetching');
  const openedAt = Date.parse(file.openedAt);
  const limit = new Date(openedAt + 10 * 60_000).toISOString();
  const known = tell('state-data-fetched', { data: { source: 'iin-registry' } });

  test('ends ten minutes after the opening, for each that has not answered', () => {
    expect(deadlinesOf(file).map(({ name, dueAt }) => [name, dueAt])).toEqual(
      stateSources.map((source) => [`fetch:${source}`, limit]),
    );
    expect(deadlinesOf(aPermitFile('fetching', known)).map(({ name }) => name)).not.toContain(
      'fetch:iin-registry',
    );
    expect([waitingOn(file).party, waitingUntil(file)]).toEqual(['agencies', limit]);
  });

  test('takes nothing from the person, and is recorded as silence of that register', () => {
    expect(deadlinesOf(file)[0]).toMatchObject({
      actsFirst: false,
      event: {
        type: 'state-data-fetched',
        data: {
          source: 'iin-registry',
          requestId: `${caseId}.iin-registry.prefill`,
          result: 'no-answer',
          pointers: [],
          answer: null,
        },
      },
    });
  });

  test('opens the form, with what is known', () => {
    const open = asOf(aPermitFile('fetching', known), limit);
    expect(open).toMatchObject({ status: 'awaiting-form', statusSince: limit, applicantId: applicant.id });
    expect(
      Object.values(open.permit!.fetched)
        .map(({ result }) => result)
        .sort(),
    ).toEqual(['found', ...stateSources.slice(1).map(() => 'no-answer')].sort());
    expect(asOf(aPermitFile('fetching', known), new Date(Date.parse(limit) - 1).toISOString()).status).toBe(
      'fetching',
    );
  });

  test('is nothing in a case of permanent residence', () => {
    expect(deadlinesOf(fileOf([tell('application-opened')])).map(({ name }) => name)).toEqual([
      'turn:language-test',
    ]);
  });
});

describe('the end of a permit', () => {
  const ended = { validUntil: '2026-05-20', on: '2026-05-20' } as const;
  const names = (...told: Told[]) =>
    deadlinesOf(aPermitFile('granted', ...told)).map(({ name, dueAt }) => [name, dueAt]);

  test('that is reported later is dated when it was, and not reminded of', () => {
    const reported = tell('change-reported', { effectiveAt: noon('2026-05-26'), data: ended });
    expect(names(reported)).toEqual([['certificate:expire', endOf('2026-05-20')]]);
  });

  test('that never begins comes with the report, and nobody is reminded', () => {
    const data = { effect: 'never-begins', on: '2026-05-05', validUntil: '2026-05-05' } as const;
    const reported = tell('change-reported', { effectiveAt: noon('2026-05-26'), data });
    expect(names(reported)).toEqual([['certificate:expire', noon('2026-05-26')]]);
  });

  test('does not come while a complaint is open, nor is anybody reminded in the past', () => {
    const soon = tell('change-reported', {
      day: 20,
      data: { effect: 'shortens', validUntil: '2026-05-28' },
    });
    const filed = tell('complaint-filed', { day: 21, data: { against: 'silence' } });
    const decided = tell('complaint-decided', { effectiveAt: noon('2026-06-10') });
    expect(names(soon, filed).map(([name]) => name)).not.toContain('certificate:expire');
    expect(names(soon, filed, decided)).toEqual([
      ['certificate:remind', noon('2026-06-10')],
      ['certificate:expire', noon('2026-06-10')],
    ]);
  });
});
