/** What one purpose says of a permit: papers, term, sponsors, limits, checks, each with its source. */
import type { Check } from '../../domain/agencies';
import type { DocumentKind } from '../../domain/events';
import type { CitizenshipGroup, FilingKind, StateSource, TermLimitName } from '../../domain/permit';
import type { SponsorKind } from '../../domain/permit-form/sponsor';
import type { DocumentChecker } from '../documents';
import type { Confidence, Rule } from '../rule';

export const paperConditions = [
  'everyone',
  'who is no citizen of the Eurasian Economic Union',
  'who lives in housing of others',
  'who is sixteen',
  'whose family comes along',
  'who is in time by a fine alone',
] as const;
export type PaperCondition = (typeof paperConditions)[number];

/** A paper, whom it is asked of, and the register that makes it needless when it knows the pointer's value. */
export interface PaperRow {
  kind: DocumentKind;
  of: PaperCondition;
  checkedBy: DocumentChecker;
  source: string;
  confidence: Confidence;
  /** Of cases under a policy that is valid from that law's date on, or later; without it of all. */
  from?: string;
  needless?: { by: StateSource; pointer: string; source: string; confidence: Confidence };
}

/** An agency that is asked, on which filings and of whom; without them on every filing and of everybody. */
export interface CheckRow {
  check: Check;
  filings?: readonly FilingKind[];
  groups?: readonly CitizenshipGroup[];
  source: string;
  confidence: Confidence;
}

/** What a sponsor of one kind lets the person have; null: no such condition. */
export interface SponsorRow {
  /** The permit lasts so many months at most. */
  months: Rule<number>;
  /** The sponsor has lived in the country for so many months. */
  residentMonths: Rule<number | null>;
  /** The permit ends with the sponsor's own. */
  endsWithSponsor: Rule<boolean>;
}

export interface PurposeRow {
  /** Whose citizens may file for it. */
  groups: Rule<readonly CitizenshipGroup[]>;
  papers: readonly PaperRow[];
  /** Months of one permit at most, at first and at each renewal. */
  months: Record<FilingKind, Rule<number>>;
  renewable: Rule<boolean>;
  sponsors: Partial<Record<SponsorKind, SponsorRow>>;
  /** What else bounds the term, beside purpose, passport and request. */
  limits: Rule<readonly TermLimitName[]>;
  checks: readonly CheckRow[];
}
