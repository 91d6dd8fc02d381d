/** What a notice can be about, how it travels, and what each kind of it says in codes: never who anybody is. */
import type { StopEffect } from './clock';
import type { DeliveryChannel } from './delivery';
import type { MovableTerm, StopReason } from './events/clock';
import type { ComplaintOutcome, ComplaintSubject, ReturnStage } from './events/complaint';
import type { CertificateFault } from './events/language';
import type { CertifiedLevel, DocumentKind, LanguageLevel, Turn } from './evidence';
import type { ChangeEffect } from './events/permit';
import type { ChangeKind, FilingKind, PermitPurpose, TermLimitName, WindowRule } from './permit';
import type { Region } from './regions';

/** `ground` and `article` as in a decision; what in the case shows it stays there. */
interface Ground {
  ground: string;
  article: string;
}

/** Until when it can be complained of: `complainBy` for whoever received the notice on the day of the act. */
interface Remedy {
  complainMonths: number;
  complainBy: string;
}

interface Sitting {
  attempt: number;
  level: LanguageLevel;
  blocks: { block: 'listening' | 'reading'; items: number; correct: number; requiredPercent: number }[];
}
interface Retake {
  attemptsLeft: number;
  /** Null where nothing is left to book. */
  bookBy: string | null;
}
/** `on` and `time` (HH:MM) are the law's, UTC+5. */
interface Appointment {
  on: string;
  time: string;
  place: string;
}

/** Why an interview that was called is not held. */
export type AppointmentEnd = 'panel' | 'applicant' | 'answer';

/** Terms of the person that the case is about: within which he acts, or waits for what he was told of. */
export const toldTerms = [
  'service',
  'turn',
  'objection',
  'hearing-notice',
  'change',
  'complaint',
  'complaint-filing',
] as const satisfies readonly MovableTerm[];
export type ToldTerm = (typeof toldTerms)[number];

/** Days are the law's dates (YYYY-MM-DD), each the last on which something can be done; null where none can be named. */
export interface NoticeFacts {
  'application-registered': { region: Region; bookBy: string | null };
  'test-result': Sitting & Retake;
  'test-barred': Sitting & Retake & { bookFrom: string };
  /** `attempt`: its number; null where a certificate was to be confirmed. */
  'attempt-voided': { attempt: number | null } & Retake;
  'certificate-answer': { fault: CertificateFault; bookBy: string | null };
  'form-open': { proof: 'test' | 'certificate'; level: CertifiedLevel; fillBy: string | null };
  'documents-requested': { kinds: DocumentKind[]; provideBy: string | null };
  'score-below': {
    total: number;
    threshold: number;
    rows: { criterion: string; points: number; max: number }[];
    changes: { criterion: string; gain: number }[][];
  };
  'clock-stopped': { reason: StopReason; effect: StopEffect };
  'clock-resumed': { dueOn: string | null };
  'clock-extended': { days: number; dueOn: string | null };
  /** `on` is the day that counts now. */
  'dates-moved': { ends: { term: ToldTerm; before: string; on: string }[] };
  'interview-appointed': Appointment;
  'interview-cancelled': Appointment & { because: AppointmentEnd };
  'refusal-proposed': {
    outcome: 'refuse' | 'annul';
    reasons: Ground[];
    objectDays: number;
    objectBy: string;
    decidedAfter: string;
  };
  /** A preliminary decision that was told of falls, and its hearing with it. */
  'hearing-cancelled': { outcome: 'refuse' | 'annul'; because: 'returned' | 'answer' };
  decision:
    | { outcome: 'granted'; number: string; validFrom: string; validUntil: string }
    | ({ outcome: 'refused'; by: 'rule' | 'decision'; reasons: Ground[] } & Remedy);
  lapsed: { turn: Turn } & Remedy;
  withdrawn: Record<string, never>;
  'deemed-refusal': { dueOn: string } & Remedy;
  'complaint-registered': { against: ComplaintSubject; decideBy: string | null };
  'complaint-forwarded': { decideBy: string | null };
  'complaint-decided': { outcome: ComplaintOutcome; by: 'decision' | 'silence' };
  /** `interview`: one that was passed still counts; absent where none has to be spoken of. */
  'decision-set-aside': { returnTo: ReturnStage | null; dueOn: string | null; interview?: 'stands' };
  annulled: { reasons: Ground[] } & Remedy;
  'expiry-reminder': { validUntil: string };
  expired: { validUntil: string };
  /** `renewBy`: the last day on which a renewal is filed; null where the permit is not renewed. */
  'permit-ends': { number: string; validUntil: string; renewBy: string | null };
  'permit-filed': {
    filing: FilingKind;
    purpose: PermitPurpose;
    window: WindowRule;
    decideBy: string | null;
  };
  'permit-granted': { number: string; validFrom: string; validUntil: string; shortestBy: TermLimitName };
  'permit-changed': {
    change: ChangeKind;
    effect: ChangeEffect;
    validUntil: string | null;
    article: string | null;
  };
  'change-claimed': { change: ChangeKind; on: string; decideBy: string };
  'change-dismissed': { change: ChangeKind; on: string };
  /** `number`: of the certificate or permit that no longer holds; left out where none did. */
  'decision-reopened': { dueOn: string | null; number?: string };
}
export type NoticeKind = keyof NoticeFacts;

/** A kind with what it says. */
export type NoticeBody = { [K in NoticeKind]: { kind: K; facts: NoticeFacts[K] } }[NoticeKind];

/** `seq`: of the event it tells of, and its number in the case; `at`: when that counts in law. */
export type Notice = NoticeBody & { caseId: string; seq: number; at: string; dueBy: string | null };

/** Events whose notice starts a time limit when it is received, with the kind of that notice. */
export const limitStarters = {
  'decision-proposed': 'refusal-proposed',
  'application-refused': 'decision',
  'certificate-issued': 'decision',
  'turn-lapsed': 'lapsed',
  'permit-annulled': 'annulled',
  'complaint-decided': 'complaint-decided',
  'deemed-refused': 'deemed-refusal',
} as const satisfies Partial<Record<string, NoticeKind>>;
export type LimitStarter = keyof typeof limitStarters;

export function startsLimit(kind: NoticeKind): boolean {
  return Object.values<NoticeKind>(limitStarters).includes(kind);
}

/** What the case hears of a delivery; the register stamps when. */
export interface DeliveryNews {
  cause: string;
  effectiveAt: string;
  noticeSeq: number;
  kind: NoticeKind;
  channel: DeliveryChannel;
}
