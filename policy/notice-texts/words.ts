/** What each language must have a word for, so that notices can name every coded fact. */
import type {
  CertificateFault,
  ComplaintSubject,
  DocumentKind,
  ReturnStage,
  StopReason,
  Turn,
} from '../../domain/events';
import type { NoticeFacts, NoticeKind } from '../../domain/notices';
import type { Region } from '../../domain/regions';
import type { PermitGround, RefusalGround } from '../grounds';
import type { Criterion } from '../scoring-tables';

export interface Words {
  /** A law's date (YYYY-MM-DD) as people write it. */
  date: (on: string) => string;
  /** An article as the grounds name it; the numbers stay. */
  article: (article: string) => string;
  regions: Record<Region, string>;
  /** An office by the name of its region. */
  office: (region: string) => string;
  grounds: Record<RefusalGround | PermitGround, string>;
  documents: Record<DocumentKind, string>;
  criteria: Record<Criterion, string>;
  blocks: Record<'listening' | 'reading', string>;
  faults: Record<CertificateFault, string>;
  stops: Record<StopReason, string>;
  turns: Record<Turn, string>;
  stages: Record<ReturnStage, string>;
  subjects: Record<ComplaintSubject, string>;
}

export interface NoticeText {
  subject: string;
  lines: string[];
}

export type NoticeTexts = { [K in NoticeKind]: (facts: NoticeFacts[K]) => NoticeText };

/** The word for a code; a code that has none stands for itself. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

/** An office by its code, `<region>-office`. */
export function placeName({ regions, office }: Words, place: string): string {
  const region = place.replace(/-office$/, '');
  return region === place ? place : office(wordFor(regions, region));
}

/** DD.MM.YYYY. */
export function dottedDate(on: string): string {
  return on.split('-').reverse().join('.');
}

/** Lines that say which sets of points would have sufficed: `+50 x, +20 y`. */
export function changeLines({ criteria }: Words, changes: NoticeFacts['score-below']['changes']): string[] {
  return changes.map((set) =>
    set.map(({ criterion, gain }) => `+${gain} ${wordFor(criteria, criterion)}`).join(', '),
  );
}

/** Grounds with their articles, a line each. */
export function groundLines(words: Words, reasons: readonly { ground: string; article: string }[]): string[] {
  return reasons.map(
    ({ ground, article }) => `— ${wordFor(words.grounds, ground)} (${words.article(article)})`,
  );
}
