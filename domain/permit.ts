/** The words of a temporary residence permit, in codes: what it is for, how it is filed, what its term rests on. */

/** Why a person stays (rules of the permit by category; domain of the purpose's table in `policy/permit`). */
export const permitPurposes = [
  'family',
  'work-with-permit',
  'work-without-permit',
  'eaeu-work',
  'study',
  'treatment',
  'business',
  'ethnic-kazakh',
  'missionary',
  'humanitarian',
  'ground-lost',
] as const;
export type PermitPurpose = (typeof permitPurposes)[number];

export const filings = ['issue', 'renewal'] as const;
export type FilingKind = (typeof filings)[number];

/** What a permit is asked for; `employerId` is the account of the employer that files, null where the person does. */
export interface PermitFiling {
  filing: FilingKind;
  purpose: PermitPurpose;
  employerId: string | null;
}

/** What of a citizenship changes the rules. */
export const citizenshipGroups = ['eaeu', 'other', 'stateless'] as const;
export type CitizenshipGroup = (typeof citizenshipGroups)[number];

/** Registers of the state that fill the form in, by the names of the agencies that keep them. */
export const stateSources = [
  'iin-registry',
  'permit-register',
  'insurance-register',
  'labour-contracts',
  'fingerprint-registry',
] as const;
export type StateSource = (typeof stateSources)[number];

/** Which of two values a check or decision rests on: `pointer` into the permit form, `rule` names why. */
export interface ValueUse {
  pointer: string;
  used: 'fetched' | 'corrected' | 'entered';
  /** Where the fetched value came from; null where no register knew one. */
  source: StateSource | null;
  rule: UseRule;
}

export const useRules = [
  'nothing-fetched',
  'not-corrected',
  'register-prevails',
  'register-had-ended',
  'another-contract',
  'newer-document',
  'person-knows',
] as const;
export type UseRule = (typeof useRules)[number];

export const windowRules = [
  'first-filing',
  'before-the-end',
  'ten-days-after',
  'fifteen-days-after-a-fine',
] as const;
export type WindowRule = (typeof windowRules)[number];

/** By which rule a filing was in time, and the last day (YYYY-MM-DD) on which that rule takes it; null: any day. */
export interface FilingWindow {
  rule: WindowRule;
  lastDay: string | null;
}

export const termLimits = [
  'purpose',
  'passport',
  'sponsor',
  'employment-contract',
  'work-permit',
  'study',
  'treatment',
  'insurance',
  'lost-ground',
  'request',
  'reported-change',
] as const;
export type TermLimitName = (typeof termLimits)[number];

/** Whoever a value of a term may come from beside the person. */
export const limitSources = [...stateSources, 'kinship-register'] as const;
export type LimitSource = (typeof limitSources)[number];

export const limitRules = [...useRules, 'shorter-counts'] as const;

/** The value that a limit rests on; `at` is when the case was told of it by the register, null where the person wrote it. */
export interface LimitValue {
  pointer: string;
  used: ValueUse['used'];
  source: LimitSource | null;
  at: string | null;
  rule: (typeof limitRules)[number];
}

/** One thing that bounds a permit's term: it may last until that day (YYYY-MM-DD), and says who. */
export interface TermLimit {
  by: TermLimitName;
  until: string;
  source: string;
  /** Left out where it rests on no value of the form, and where the policy of the case did not ask. */
  value?: LimitValue;
}

/** Days are law's dates, both inclusive; `shortestBy` is the limit that won. */
export interface PermitTerm {
  validFrom: string;
  validUntil: string;
  shortestBy: TermLimitName;
  limits: TermLimit[];
  /** The last day of a permit that the person has of us already, where this one has to wait for it. */
  follows?: string;
}

/** How many of an employer's places are taken, here and elsewhere, against its limit; counted in one transaction. */
export interface PlaceCount {
  taken: number;
  elsewhere: number;
  limit: number;
}

/** What becomes known of a person after a permit was granted. */
export const changeKinds = [
  'left-the-country',
  'died',
  'marriage-ended',
  'contract-ended',
  'sponsor-lost',
] as const;
export type ChangeKind = (typeof changeKinds)[number];
