/** A segment of a clock in words: when, by which calendars, and on what grounds, for the terminal and for the printed page. */
import type { RuledGround, RuledSegment } from '../domain/clock-reading';
import { segmentWords } from './clock-words';

export function wordsOfSegment({ kind, from, to, calendars }: RuledSegment): string {
  return `From ${from} to ${to} the clock ${segmentWords[kind]}; counted by ${calendars.join(', then ')}.`;
}

export function wordsOfGround({ basis, by, knownAt, source, confidence, end }: RuledGround): string {
  const ended = end === null ? '' : `; its end is by ${end.by.id} (${end.by.role}), known ${end.knownAt}`;
  return `${basis}, by ${by.id} (${by.role}), known ${knownAt}${ended}. From ${source} (${confidence}).`;
}
