/** What the record tells of the clocks: who began them, who ended each stop and when that was known, which calendars counted. */
import { describe, expect, test } from '@jest/globals';
import { tellClocks, type ToldCase } from '../../domain/clock-record';
import { ruledClocksOf } from '../../policy/clock/certify-case';
import { ruledSegments } from '../../policy/clock/ruled-segments';
import {
  applicant,
  caseId,
  caseworker,
  livesTo,
  onDay,
  operator,
  story,
  supervisor,
  tell,
  type Told,
} from '../support/case-files';

const [, ...afterOpening] = livesTo['awaiting-schedule'];
const opened = tell('application-opened', { data: { calendar: 'kz-2026-01' } });

/** A case that began under an earlier calendar, and what came after its verification. */
const toldOf = (...told: Told[]): ToldCase => tellClocks(caseId, story([opened, ...afterOpening, ...told]))!;

const held = tell('clock-stopped', { day: 9, data: { reason: 'expert-opinion', effect: 'continue' } });
const released = tell('clock-resumed', { day: 12, actor: supervisor });
const extended = tell('clock-extended', { day: 14, actor: supervisor, data: { days: 5 } });
const adopted = tell('calendar-adopted', { day: 13, actor: operator, data: { calendar: 'kz-2026-03' } });

function segmentsOf(told: ToldCase, name: string, day: number) {
  const clock = ruledClocksOf(told).find((each) => each.name === name)!;
  return ruledSegments(clock, { at: onDay(day), calendars: told.calendars });
}

describe('a stop', () => {
  test('by an officer says who ended it, and when that was known; none while it lasts', () => {
    const stopOf = ({ ledgers }: ToldCase) => ledgers.service!.stops.at(-1);
    expect(stopOf(toldOf(held))).toMatchObject({ by: caseworker, to: null, end: null });
    expect(stopOf(toldOf(held, released, extended))).toMatchObject({
      by: caseworker,
      knownAt: onDay(9),
      to: onDay(12),
      end: { by: supervisor, knownAt: onDay(12) },
    });
  });

  test('by the rule says whose act ended it', () => {
    const { stops } = toldOf().ledgers.service!;
    expect(stops).toHaveLength(1);
    expect(stops[0]).toMatchObject({
      basis: 'awaiting-test-booking',
      end: { by: applicant, knownAt: onDay(5) },
    });
  });

  test('that the end of its clock cuts short is ended by who ended the clock', () => {
    const withdrawn = tell('application-withdrawn', { day: 20, actor: applicant });
    const stop = toldOf(held, withdrawn).ledgers.service!.stops.at(-1);
    expect(stop).toMatchObject({ to: onDay(20), end: { by: applicant, knownAt: onDay(20) } });
  });
});

test('the ledgers are those of the fold, with nothing else added to the case', () => {
  const { file, ledgers } = toldOf(held, released, extended);
  const { begun: _, stops, ...facts } = ledgers.service!;
  expect({ ...facts, stops: stops.map(({ end: __, ...stop }) => stop) }).toEqual(file.clocks.service);
});

describe('the segments of a case', () => {
  const segments = segmentsOf(toldOf(held, released, adopted, extended), 'service', 30);

  test('say each of what kind it is, on which row, by whom and since when known', () => {
    expect(segments.map(({ kind }) => kind)).toEqual([
      'stopped',
      'running',
      'stopped',
      'running',
      'extended',
    ]);
    const [turn, ran, stood, again, longer] = segments.map(({ grounds }) => grounds);
    expect(turn).toMatchObject([
      { basis: 'awaiting-test-booking', confidence: 'assumption', end: { by: applicant } },
    ]);
    expect(ran).toMatchObject([
      { basis: 'term', by: applicant, knownAt: onDay(5), confidence: 'press', end: null },
    ]);
    expect(stood).toMatchObject([
      { basis: 'officer:expert-opinion', by: caseworker, end: { by: supervisor } },
    ]);
    expect(again).toMatchObject([{ basis: 'term', by: supervisor, knownAt: onDay(12) }]);
    expect(longer).toMatchObject([
      { basis: 'term', by: supervisor, knownAt: onDay(12) },
      { basis: 'supervisor', by: supervisor, knownAt: onDay(14), confidence: 'official' },
    ]);
    for (const { source } of segments.flatMap(({ grounds }) => grounds))
      expect(source.length).toBeGreaterThan(10);
  });

  test('name the calendars that have counted them: all that the case had since they began', () => {
    const { calendars } = toldOf(adopted);
    expect(calendars).toMatchObject([
      { version: 'kz-2026-01', by: applicant },
      { version: 'kz-2026-03', by: operator, knownAt: onDay(13) },
    ]);
    const both = ['kz-2026-01', 'kz-2026-03'];
    expect(segments.map((segment) => segment.calendars)).toEqual([both, both, both, both, ['kz-2026-03']]);
  });
});

test('a clock that is opened anew is begun by who opened it', () => {
  const told = tellClocks(
    caseId,
    story([
      ...livesTo.refused,
      tell('complaint-filed', { day: 30, actor: applicant }),
      tell('complaint-decided', {
        day: 40,
        actor: supervisor,
        data: { outcome: 'satisfied', by: 'decision' },
      }),
      tell('decision-set-aside', { day: 40, actor: supervisor, data: { returnTo: 'verification' } }),
    ]),
  )!;
  expect(told.ledgers.service).toMatchObject({
    startedAt: onDay(40),
    begun: { by: supervisor, knownAt: onDay(40) },
    stops: [],
  });
  expect(told.ledgers.complaint).toMatchObject({ begun: { by: applicant, knownAt: onDay(30) } });
});
