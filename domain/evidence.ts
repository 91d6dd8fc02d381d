/** What events are about, in ids, codes and hashes: texts, answers, documents, marks, findings, scores, reasons. */
import type { Check } from './agencies';

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
  'owner-consent',
  'insurance-policy',
  'work-permit',
  'employment-contract',
  'study-petition',
  'treatment-document',
  'religious-certificate',
  'executive-petition',
  'ground-lost-proof',
  'origin-proof',
  'fine-decision',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Documents that an agency vouches for; the others are looked at by a caseworker. */
export const agencyBehind: Partial<Record<DocumentKind, Check>> = {
  'solvency-certificate': 'bank',
  'medical-certificate': 'medical-registry',
};

/** A check that a new paper opens again; `ask` is null where its agency cannot be asked about that paper. */
export interface Recheck {
  check: Check;
  ask: number | null;
}

/** Why a person judges a finding: its agency has never heard of the paper that lies there now. */
export const newPaper = 'new-paper';

/** What the test is sat at. */
export const languageLevels = ['A1', 'B1'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** What a certificate may show, from the lowest to the highest. */
export const certifiedLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type CertifiedLevel = (typeof certifiedLevels)[number];

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

/** What a person found of a document. */
export interface DocumentFinding {
  documentId: string;
  judgement: Judgement;
}

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

/** Why: a ground from the closed list, its article, and what in the case shows it. */
export interface Reason {
  ground: string;
  article: string;
  evidence: string;
}

export const turns = ['language-test', 'form', 'documents'] as const;
export type Turn = (typeof turns)[number];
