/** A case as a timeline: when, who, what, with the days that pass between and the clocks that count them. */
import { lawDayNumber } from '../../domain/law-day';
import { workingDaysBetween } from '../../policy/clock/law-calendar';
import { clockLines } from './clock-lines';
import type { Ink } from './ink';
import { countDays, lawTimeOf } from './law-time';
import type { Aside } from './life';
import { sentenceOf } from './sentences';
import type { Chapter, Story } from './story';
import { describeActor } from './who';
import { wrap } from './wrap';

interface Paper {
  ink: Ink;
  /** Columns. */
  width: number;
}

const columns = { day: 4, date: 16, hour: 6, who: 25 } as const;
const indent = 2 + columns.day + columns.date + columns.hour + columns.who;
const deeper = 2;
const gapWidth = 25;

export function drawTimeline({ chapters, view }: Story, asides: readonly Aside[], paper: Paper): string[] {
  const opened = lawDayNumber(view.openedAt);
  const scoreLabel = view.score === null ? '' : labelOf(view.score);
  return chapters.flatMap((chapter, index) => {
    const earlier = chapters[index - 1];
    const gap = earlier === undefined ? [] : drawGap(earlier, chapter, paper);
    const isNewDay = earlier === undefined || gap.length > 0;
    const beside = asides
      .filter(({ after }) => after === chapter.event.seq)
      .flatMap(({ text }) => drawAside(text, paper));
    return [...gap, ...drawChapter(chapter, { opened, isNewDay, scoreLabel }, paper), ...beside];
  });
}

function labelOf({ table, demonstration, label }: NonNullable<Story['view']['score']>): string {
  return `${demonstration ? 'DEMONSTRATION, ' : ''}table ${table}: ${label}`;
}

interface Place {
  opened: number;
  isNewDay: boolean;
  scoreLabel: string;
}

function drawChapter(
  { event, after, note }: Chapter,
  { opened, isNewDay, scoreLabel }: Place,
  paper: Paper,
): string[] {
  const { ink, width } = paper;
  const { dayNumber, date, hour } = lawTimeOf(event.effectiveAt);
  const { text, details = [] } = sentenceOf(event, { file: after, scoreLabel });
  const day = isNewDay ? String(dayNumber - opened).padStart(columns.day - 1) : '';
  const when =
    ink.bold(day.padEnd(columns.day)) +
    ink.dim((isNewDay ? date : '').padEnd(columns.date)) +
    ink.dim(hour.padEnd(columns.hour));
  const who = ink.cyan(describeActor(event.actor).padEnd(columns.who));
  const [first = '', ...rest] = wrap(text, width - indent);
  const quoted = note === undefined ? [] : wrap(`“${note}”`, width - indent - deeper).map(ink.dim);
  const below = [
    ...rest,
    ...details.flatMap((line) => wrap(line, width - indent - deeper)).map(ink.marks),
    ...quoted,
  ];
  return [`  ${when}${who}${ink.marks(first)}`, ...below.map((line) => ' '.repeat(indent + deeper) + line)];
}

/** The days between two events, how many of them were worked, and what the clocks made of them. */
function drawGap(
  { event: earlier, after: file }: Chapter,
  { event }: Chapter,
  { ink, width }: Paper,
): string[] {
  const from = lawTimeOf(earlier.effectiveAt);
  const to = lawTimeOf(event.effectiveAt);
  const days = to.dayNumber - from.dayNumber;
  if (days === 0) return [];
  const worked = workingDaysBetween(from.dayNumber, to.dayNumber, file.calendar);
  const passing = `… ${countDays(days)}, ${worked} working …`.padEnd(gapWidth);
  const left = 2 + columns.day;
  return clockLines(file, to.instant, width - left - gapWidth).map((line, index) => {
    const before = index === 0 ? ink.dim(passing) : ' '.repeat(gapWidth);
    return `${' '.repeat(left)}${before}${line.includes('█') ? ink.marks(line) : ink.dim(line)}`;
  });
}

function drawAside(text: string, { ink, width }: Paper): string[] {
  const lines = wrap(`beside the record: ${text}`, width - indent - deeper);
  return lines.map((line, index) => ' '.repeat(indent) + ink.yellow((index === 0 ? '· ' : '  ') + line));
}
