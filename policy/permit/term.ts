/** From when until when a permit lasts: the shortest of everything that bounds it. */
import { dateOfDayNumber, dayNumberOf, monthsAfter, nextDate } from '../../domain/law-day';
import {
  termLimits,
  type CitizenshipGroup,
  type FilingKind,
  type PermitPurpose,
  type PermitTerm,
  type TermLimit,
  type TermLimitName,
  type WindowRule,
} from '../../domain/permit';
import type { PermitDraft } from '../../domain/permit-form';
import { assumption, inferred } from '../rule';
import { everyLimit } from './purpose-terms';
import { purposeRow } from './purposes';
import type { LimitValues } from './limit-values';
import type { PurposeRow } from './purpose-row';
import { currentEnd, type RegisteredDays } from './registered-days';
import { countedAsTold, limitAsTold } from './registered-limits';
import type { RegisteredSponsor } from './registered-sponsor';
import { shortestMonths, sponsorsEnd, sponsorsSaid } from './sponsor-limits';

/**
 * `form` holds the values used, `sponsor` whom the register of kinship knows; `window` is the rule by which the filing
 * was in time; dates are law's dates.
 */
export interface TermQuestion {
  purpose: PermitPurpose;
  filing: FilingKind;
  window: WindowRule;
  group: CitizenshipGroup;
  decidedOn: string;
  currentUntil: string | null;
  /** What the registers told in verification of the days that were used: where one comes before, it counts. */
  registered?: RegisteredDays | undefined;
  /** The last day of a permit that we issued to the same person in another case; null where none lasts. */
  ownUntil?: string | null | undefined;
  /** Whether a first permit waits for the end of the one that the state's register knows (`currentUntil`), too. */
  waitsForKnown?: boolean;
  form: PermitDraft;
  sponsor?: RegisteredSponsor | undefined;
  /** Of the limits that rest on a value which one each rests on; left out where the policy does not ask. */
  values?: LimitValues | undefined;
  /** Of a permit that is granted again: the first day of the one that fell when its decision was looked at again. */
  heldFrom?: string | undefined;
  /** The last day of that one, where a reported change had shortened it. */
  heldUntil?: string | undefined;
}

export const beginnings = {
  renewal: inferred(
    'the-day-after' as const,
    'a renewal goes on where the old permit ended, also when it was filed in the ten days after: no gap, no overlap',
  ),
  'after-a-fine': assumption(
    'decision' as const,
    'the stay before a fine was unlawful, and no rule makes it lawful afterwards: from the decision on',
  ),
  'after-ones-own': inferred(
    'the-day-after' as const,
    'whoever has a permit has one: beside one that still lasts, first or renewed, another begins when it ends: no gap and no overlap',
  ),
  'granted-again': inferred(
    'the-first-day' as const,
    'who is granted a permit again, after its decision was looked at again, had the right from its first day on: no gap',
  ),
  'no-longer-than-before': inferred(
    'the-last-day' as const,
    'what a reported change took is not given back because another finding was looked at again',
  ),
  counting: assumption(
    'first-day-counts' as const,
    'how a year of a permit is counted is not published: its first day counts, so that it is never longer than a year',
  ),
} as const;

/** Both days count; where `isEmptyTerm` on the day of decision, nothing is left to grant. */
export function permitTerm(question: TermQuestion): PermitTerm {
  const validFrom = beginsOn(question);
  const follows = permitBefore(question);
  const limits = limitsOf(question, validFrom);
  const shortest = limits.reduce((a, b) => (b.until < a.until ? b : a));
  const term = { validFrom, validUntil: shortest.until, shortestBy: shortest.by, limits };
  return { ...term, ...(follows !== undefined && { follows }) };
}

/** Whether a permit would be over before it began, or before anybody could decide it. */
export function isEmptyTerm({ validFrom, validUntil }: PermitTerm, decidedOn: string): boolean {
  return validUntil < validFrom || validUntil < decidedOn;
}

/** The last of so many months that begin on a day; a month without that day ends with its last one. */
export function lastDayOfMonths(from: string, months: number): string {
  const on = monthsAfter(from, months);
  return on.slice(8) === from.slice(8) ? dateOfDayNumber(dayNumberOf(on) - 1) : on;
}

function beginsOn(question: TermQuestion): string {
  if (question.heldFrom !== undefined) return question.heldFrom;
  const before = permitBefore(question);
  return before === undefined ? beginsAlone(question) : nextDate(before);
}

/** Where the person has no other permit than the one that is renewed. */
function beginsAlone({ filing, window, currentUntil, registered, decidedOn }: TermQuestion): string {
  const { until } = currentEnd(currentUntil, registered);
  if (filing === 'issue' || until === null) return decidedOn;
  const dayAfter = nextDate(until);
  const fromDecision = window === 'fifteen-days-after-a-fine' && dayAfter < decidedOn;
  return fromDecision ? decidedOn : dayAfter;
}

/** The last day of a permit that this one has to wait for: a renewal says itself which one it follows. */
function permitBefore(question: TermQuestion): string | undefined {
  const { filing, heldFrom, ownUntil, currentUntil, waitsForKnown = false } = question;
  const known = filing === 'issue' && waitsForKnown ? currentUntil : null;
  const last = [ownUntil ?? '', known ?? ''].sort().at(-1) ?? '';
  const waits = heldFrom === undefined && last >= beginsAlone(question);
  return waits ? last : undefined;
}

type Bounded = [TermLimit, ...TermLimit[]];

function limitsOf(question: TermQuestion, validFrom: string): Bounded {
  const { form, purpose, group } = question;
  const row = purposeRow(purpose);
  const bySponsor = sponsorsSaid(question);
  const months = shortestMonths(row.months[question.filing], bySponsor);
  const ofPurpose: TermLimit = {
    by: 'purpose',
    until: lastDayOfMonths(validFrom, months.value),
    ...{ source: months.source, ...(months.said && { value: months.said }) },
  };
  const first = question.filing === 'renewal' ? countedAsTold(ofPurpose, validFrom, question) : ofPurpose;
  const named = termLimits.filter((name) => [...everyLimit.value, ...row.limits.value].includes(name));
  const others = named.flatMap((by): TermLimit[] => {
    if (by === 'sponsor') return sponsorsEnd(bySponsor);
    if (by === 'purpose' || by === 'reported-change') return [];
    if (by === 'insurance' && group === 'eaeu') return [];
    const [used, pointer, source] = [untilOf[by](form), pointerOf[by], sourceOf(by, row)];
    const told = limitAsTold({ by, used, pointer, source }, question);
    if (told !== undefined) return [told];
    if (used === undefined) return [];
    const value = question.values?.inForm(pointer);
    return [{ by, until: used, source, ...(value && { value }) }];
  });
  return [first, ...others, ...shortenedBefore(question)];
}

function shortenedBefore({ heldUntil }: TermQuestion): TermLimit[] {
  if (heldUntil === undefined) return [];
  return [{ by: 'reported-change', until: heldUntil, source: beginnings['no-longer-than-before'].source }];
}

type Written = Exclude<TermLimitName, 'sponsor' | 'purpose' | 'reported-change'>;

const untilOf: Record<Written, (form: PermitDraft) => string | undefined> = {
  passport: ({ passport }) => passport?.validUntil,
  'employment-contract': ({ employment }) => employment?.contractUntil,
  'work-permit': ({ employment }) => employment?.workPermitUntil,
  study: ({ study }) => study?.until,
  treatment: ({ treatment }) => treatment?.until,
  insurance: ({ insurance }) => insurance?.validUntil,
  'lost-ground': ({ groundLost }) =>
    groundLost?.lostOn === undefined ? undefined : lastDayOfMonths(groundLost.lostOn, monthsOfLoss()),
  request: ({ request }) => request?.until,
};

const pointerOf: Record<Written, string> = {
  passport: '/passport/validUntil',
  'employment-contract': '/employment/contractUntil',
  'work-permit': '/employment/workPermitUntil',
  study: '/study/until',
  treatment: '/treatment/until',
  insurance: '/insurance/validUntil',
  'lost-ground': '/groundLost/lostOn',
  request: '/request/until',
};

function sourceOf(by: TermLimitName, row: PurposeRow): string {
  if (by === 'lost-ground') return `${row.months.issue.source}; from the day on which it was lost`;
  return everyLimit.value.includes(by) ? everyLimit.source : row.limits.source;
}

/** As a change that is reported of a permit is counted. */
function monthsOfLoss(): number {
  return purposeRow('ground-lost').months.issue.value;
}
