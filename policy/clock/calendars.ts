/** The calendars of the law, each as it was known from a day on: which weekdays of a year are off. */
import { weekdaysOff, type Holiday, type HolidayRule } from './holidays';

/** Dates are law's dates (YYYY-MM-DD). `official`: the state published the days of this year itself. */
export interface CalendarYear {
  official: boolean;
  source: string;
  /** Off although weekdays. */
  daysOff: readonly string[];
  /** Worked although of a weekend: what the Government swapped. */
  workingDays: readonly string[];
}

/** A year that is not listed follows the rule, and is never official. */
export interface Calendar {
  version: string;
  knownFrom: string;
  source: string;
  rule: HolidayRule;
  years: Readonly<Record<number, CalendarYear>>;
}

const kurbanAit = { 2025: '2025-06-06', 2026: '2026-05-27', 2027: '2027-05-16' };

const everyYear: readonly Holiday[] = [
  ...['01-01', '01-02', '03-08', '03-21', '03-22', '03-23', '05-01', '05-07', '05-09'].map(transferring),
  ...['07-06', '10-25', '12-16'].map(transferring),
  { on: '01-07', transfers: false },
];

function transferring(on: string): Holiday {
  return { on, transfers: true };
}

const year2025: CalendarYear = {
  official: false,
  source: 'inferred from the holidays law (267-II, art. 5); swaps by the Government were not looked up',
  daysOff: [
    ...['2025-01-01', '2025-01-02', '2025-01-07', '2025-03-10', '2025-03-21', '2025-03-24', '2025-03-25'],
    ...['2025-05-01', '2025-05-07', '2025-05-09', '2025-06-06', '2025-07-07', '2025-09-01', '2025-10-27'],
    '2025-12-16',
  ],
  workingDays: [],
};

const daysOff2026: readonly string[] = [
  ...['2026-01-01', '2026-01-02', '2026-01-07', '2026-03-09', '2026-03-23', '2026-03-24', '2026-03-25'],
  ...['2026-05-01', '2026-05-07', '2026-05-11', '2026-05-27', '2026-07-06', '2026-10-26', '2026-12-16'],
];

const daysOff2027: readonly string[] = [
  ...['2027-01-01', '2027-01-04', '2027-01-07', '2027-03-08', '2027-03-22', '2027-03-23', '2027-03-24'],
  ...['2027-05-03', '2027-05-07', '2027-05-10', '2027-07-06', '2027-10-25', '2027-12-16'],
];

const january2026 = {
  version: 'kz-2026-01',
  knownFrom: '2026-01-02',
  source: 'inform.kz and alau.kz of 02.01.2026, citing eGov',
  rule: { fixed: [...everyYear, transferring('08-30')], kurbanAit },
  years: {
    2025: year2025,
    2026: {
      official: true,
      source: 'inform.kz of 02.01.2026, citing eGov: 31 August off, since 30 August is a Sunday',
      daysOff: [...daysOff2026, '2026-08-31'].sort(),
      workingDays: [],
    },
    2027: {
      official: false,
      source: 'computed from the holidays law as it stood; Kurban Ait by the astronomical estimate',
      daysOff: [...daysOff2027, '2027-08-30'].sort(),
      workingDays: [],
    },
  },
} as const satisfies Calendar;

const march2026 = {
  version: 'kz-2026-03',
  knownFrom: '2026-03-18',
  source: 'taspanews.kz of 18.03.2026, citing the Ministry of Labour: Constitution Day is 15 March from 2027',
  rule: {
    fixed: [
      ...everyYear,
      { ...transferring('08-30'), until: 2025 },
      { ...transferring('03-15'), from: 2027 },
    ],
    kurbanAit,
  },
  years: {
    2025: year2025,
    2026: {
      official: true,
      source:
        'eGov as told by inform.kz, without 31 August (the Ministry of Labour, taspanews.kz of 18.03.2026)',
      daysOff: daysOff2026,
      workingDays: [],
    },
    2027: {
      official: false,
      source: 'computed from the holidays law with 15 March; Kurban Ait by the astronomical estimate',
      daysOff: [...daysOff2027, '2027-03-15'].sort(),
      workingDays: [],
    },
  },
} as const satisfies Calendar;

/** In the order in which they became known. */
export const calendars: readonly Calendar[] = [january2026, march2026];

/** The latest calendar that was known on a law's date; undefined before the first. */
export function findCalendarOn(date: string): Calendar | undefined {
  return calendars.findLast(({ knownFrom }) => knownFrom <= date);
}

/** The pinned calendar of a case; throws for a version that was never published. */
export function calendarOf(version: string): Calendar {
  const calendar = calendars.find((candidate) => candidate.version === version);
  if (calendar === undefined) throw new Error(`no calendar version ${version}`);
  return calendar;
}

/** The versions that a case could leave for this one: those that became known before it. Undefined for an unknown one. */
export function findCalendarsBefore(version: string): string[] | undefined {
  const wanted = calendars.find((candidate) => candidate.version === version);
  if (wanted === undefined) return undefined;
  return calendars.filter(({ knownFrom }) => knownFrom < wanted.knownFrom).map((each) => each.version);
}

export function latestCalendar(): Calendar {
  return march2026;
}

/** The year as it is listed; else by the rule, without a Kurban Ait that nobody has set yet, and not official. */
export function calendarYearOf({ rule, years }: Calendar, year: number): CalendarYear {
  const source = 'computed from the holidays law: this year is in no calendar yet';
  return years[year] ?? { official: false, source, daysOff: weekdaysOff(year, rule), workingDays: [] };
}
