/** What can happen in the life of a case: the words of the legal record. Data is ids, codes and hashes only. */
import type { Actor } from './actor';
import type { AgencyName, Check } from './agencies';
import type { Region } from './regions';

/** Text that a person wrote: it lies in PostgreSQL, the record keeps where and its SHA-256 (hex). */
export interface TextRef {
  textId: string;
  sha256: string;
}

/** A body that an agency sent: it lies in PostgreSQL, the record keeps its id and SHA-256 (hex). */
export interface AnswerRef {
  answerId: string;
  sha256: string;
}

export interface DocumentRef {
  documentId: string;
  kind: DocumentKind;
  sha256: string;
}

export const documentKinds = [
  'passport',
  'solvency-certificate',
  'exemption-proof',
  'police-clearance',
  'consent-of-citizenship-state',
  'housing-document',
  'medical-certificate',
  'photo',
  'fee-receipt',
  'fingerprint-certificate',
  'processing-consent',
  'child-consent',
  'kinship-document',
  'sector-petition',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const languageLevels = ['A1', 'B1'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** One block of the language test: percentages are whole, 0 to 100. */
export interface BlockResult {
  block: 'listening' | 'reading';
  items: number;
  correct: number;
  requiredPercent: number;
  passed: boolean;
}

export const findingResults = ['clear', 'adverse', 'unclear', 'no-answer'] as const;
export type FindingResult = (typeof findingResults)[number];
export const judgements = ['clear', 'adverse'] as const;
export type Judgement = (typeof judgements)[number];

/** One row of a score: what it was given for, which fields were read and their hash, and what stands behind them. */
export interface ScoreRow {
  criterion: string;
  bucket: string;
  points: number;
  max: number;
  /** JSON pointers into the form, and `/law/…` for what the law adds. */
  evidence: string[];
  evidenceSha256: string;
  source: string;
}

/** Another bucket than the one that applied: `points` in all, `gain` of them more than were given. */
export interface ScoreChange {
  criterion: string;
  bucket: string;
  points: number;
  gain: number;
}

export interface Score {
  table: string;
  formVersion: number;
  formSha256: string;
  rows: ScoreRow[];
  total: number;
  threshold: number;
  passed: boolean;
  /** The nearest ways to have passed, each a change or a set of changes; empty when passed. */
  shortfall: ScoreChange[][];
}

export const decisionOutcomes = ['grant', 'refuse'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** Why: a ground from the closed list, its article, and what in the case shows it. */
export interface Reason {
  ground: string;
  article: string;
  evidence: string;
}

export const interviewOutcomes = ['passed', 'failed', 'no-show'] as const;
export type InterviewOutcome = (typeof interviewOutcomes)[number];

export const turns = ['language-test', 'form'] as const;
export type Turn = (typeof turns)[number];

export const escalationCauses = ['service-clock', 'test-result-overdue'] as const;
export type EscalationCause = (typeof escalationCauses)[number];

export interface EventData {
  'application-opened': {
    region: Region;
    applicantId: string;
    personId: string;
    personSha256: string;
    policyVersion: string;
  };
  'language-test-booked': { attempt: number; requestId: string; level: LanguageLevel };
  'language-test-result-received': {
    attempt: number;
    level: LanguageLevel;
    blocks: BlockResult[];
    bannedItems: boolean;
    passed: boolean;
    answer: AnswerRef;
  };
  'form-submitted': { version: number; sha256: string; documents: DocumentRef[] };
  'application-scored': Score;
  'check-answered': {
    check: Check;
    requestId: string;
    result: Exclude<FindingResult, 'no-answer'>;
    codes: string[];
    answer: AnswerRef;
  };
  'answer-contradicted': {
    check: Check;
    requestId: string;
    result: Exclude<FindingResult, 'no-answer'>;
    codes: string[];
    answer: AnswerRef;
  };
  'late-answer-kept': { agency: AgencyName; requestId: string; answer: AnswerRef };
  'check-chased': { check: Check; ask: number };
  'check-unanswered': { check: Check };
  'agency-asked-again': { check: Check; ask: number; reason: TextRef };
  'finding-judged': { check: Check; judgement: Judgement; reason: TextRef };
  'interview-scheduled': { at: string; place: string };
  'interview-recorded': { outcome: InterviewOutcome; remarks: TextRef };
  'decision-proposed': { outcome: DecisionOutcome; reasons: Reason[]; text: TextRef };
  'decision-returned': { reason: TextRef };
  'decision-approved': { outcome: DecisionOutcome; reasons: Reason[] };
  'certificate-issued': { number: string; validFrom: string; validUntil: string };
  'application-refused': { by: 'rule' | 'decision'; reasons: Reason[] };
  'application-withdrawn': { reason: TextRef | null };
  'turn-lapsed': { turn: Turn };
  'case-assigned': { assignee: string };
  'clock-warned': { dueAt: string };
  'case-escalated': { cause: EscalationCause; dueAt: string };
}

export type EventType = keyof EventData;

/** Type and data of an event, before it has a place in the record. */
export type EventBody = { [T in EventType]: { type: T; data: EventData[T] } }[EventType];

/** `effectiveAt` (ISO 8601, UTC): when it counts in law. `causeId`: intake number, deadline or activity. */
export interface EventMeta {
  effectiveAt: string;
  actor: Actor;
  causeId: string;
}

/** An event in its place: `seq` counts from 1 without a gap. */
export type CaseEvent = EventBody & EventMeta & { seq: number };
