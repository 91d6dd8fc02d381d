/** What a filing needs done for it that is not the case itself: asking, keeping, counting, issuing. */
import type { Check } from '../../../domain/agencies';
import type { AnswerRef, CaseEvent, DocumentKind, EventData } from '../../../domain/events';
import type { CheckNews } from '../../../domain/news';
import type {
  FilingKind,
  PermitPurpose,
  PermitTerm,
  PlaceCount,
  StateSource,
  WindowRule,
} from '../../../domain/permit';
import type { FetchedValue } from '../../../domain/permit-form/fetched';
import type { DaysTold } from '../../../policy/permit/registered-days';

export interface Filed {
  caseId: string;
  personId: string;
  filing: FilingKind;
  purpose: PermitPurpose;
  formVersion: number;
  filedOn: string;
  policyVersion: string;
}
export interface Granted extends Filed {
  window: WindowRule;
  decidedOn: string;
  kinship: AnswerRef | null;
  daysTold: DaysTold;
}

export type Reply =
  | { kind: 'answered'; news: Pick<CheckNews, 'effectiveAt' | 'answer' | 'result' | 'codes'> }
  | { kind: 'not-due'; codes: string[] }
  | { kind: 'accepted' };
/** An answer that came by letter. */
export type Letter = Pick<CheckNews, 'check' | 'requestId' | 'answer' | 'result' | 'codes'>;

export interface Hands {
  fetch(source: StateSource, requestId: string): Promise<Omit<EventData['state-data-fetched'], 'requestId'>>;
  prefilled(): Promise<readonly FetchedValue[]>;
  completeness(
    filed: Filed & { handed: readonly DocumentKind[]; employerId: string | null },
  ): Promise<EventData['completeness-checked']>;
  ask(check: Check, requestId: string): Promise<Reply>;
  /** Who hears of letters about the case; the last one counts. */
  hear(onLetter: (letter: Letter) => void): void;
  /** Resolves when a letter may have come, or it is time to ask again. */
  awaitLetter(isThere: () => boolean): Promise<void>;
  term(granted: Granted): Promise<PermitTerm | null>;
  /** `employerId` is the account that filed, null where the person did; null where nobody knows how many there are. */
  reserve(place: {
    employerId: string | null;
    byOfficer?: boolean;
  }): Promise<(PlaceCount & { reserved: boolean }) | null>;
  /** No number where another permit of the person leaves no day of the term. */
  issue(granted: Granted): Promise<EventData['permit-issued'] | { number: null; term: PermitTerm }>;
  keep(events: readonly CaseEvent[]): Promise<void>;
}
