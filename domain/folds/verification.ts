/** What the agencies' answers change in a case file. */
import type { Check } from '../agencies';
import type { CaseFile, CheckFile, Checks } from '../case-file';
import { newPaper, type AnswerRef, type Recheck } from '../evidence';
import type { VerificationEvents } from '../events/verification';
import type { Folds } from './fold';

export const verificationFolds: Folds<keyof VerificationEvents> = {
  'check-answered': (file, { data: { check, result, codes, answer }, effectiveAt }) =>
    withCheck(file, check, { result, codes, answer, answeredAt: effectiveAt }),
  'answer-contradicted': (file, { data, effectiveAt }) => ({
    ...withContradiction(file, data, effectiveAt),
    ...uncounted(file, data.check),
    status: 'verification',
    proposal: null,
    hearing: null,
    ...(data.appointmentFalls && { interview: null }),
  }),
  'check-not-due': (file, { data: { check, codes } }) => withCheck(file, check, { result: 'clear', codes }),
  'late-answer-kept': () => ({}),
  'check-chased': (file, { data, effectiveAt }) =>
    withCheck(file, data.check, { asks: data.ask, lastAskedAt: effectiveAt }),
  'check-unanswered': (file, { data }) => withCheck(file, data.check, { result: 'no-answer' }),
  'agency-asked-again': (file, { data, effectiveAt }) => askedAnew(file, data, effectiveAt),
  'answer-expired': (file, { data, effectiveAt }) => ({
    ...askedAnew(file, data, effectiveAt),
    proposal: null,
  }),
  'finding-judged': (file, { data, actor }) =>
    withCheck(file, data.check, { judgement: data.judgement, judgedBy: actor.id }),
};

interface Contradiction {
  check: Check;
  codes: readonly string[];
  answer: AnswerRef;
}

/** Whatever was found or judged of it before, a person has to judge it again. */
export function withContradiction(file: CaseFile, { check, codes, answer }: Contradiction, at: string) {
  return withCheck(file, check, {
    result: 'unclear',
    codes: [...new Set([...(file.checks?.[check]?.codes ?? []), ...codes, 'contradicted'])],
    answer,
    answeredAt: at,
    judgement: null,
    judgedBy: null,
  });
}

/** What the agencies said stands; what people made of it does not. */
export function toBeJudged(found: CaseFile['checks'], named: readonly Check[]): CaseFile['checks'] {
  return named.reduce((now, check) => changed(now, check, { judgement: null, judgedBy: null }), found);
}

/** A new paper: its agency is asked anew, or a person has to judge whatever it said of the paper before. */
export function rechecked(found: CaseFile['checks'], { check, ask }: Recheck, at: string): Checks {
  if (ask !== null) return changed(found, check, asked(ask, at));
  const codes = [...new Set([...(found?.[check]?.codes ?? []), newPaper])];
  return changed(found, check, { result: 'unclear', codes, judgement: null, judgedBy: null });
}

/** Its question is open again, as if it had never been answered. */
function askedAnew(file: CaseFile, { check, ask }: { check: Check; ask: number }, at: string) {
  return {
    ...withCheck(file, check, asked(ask, at)),
    ...uncounted(file, check),
    status: 'verification' as const,
  };
}

function asked(ask: number, at: string): Partial<CheckFile> {
  const open = { openedAt: at, lastAskedAt: at, result: null, codes: [], answer: null, answeredAt: null };
  return { ...open, asks: ask, judgement: null, judgedBy: null };
}

/** A place was held against what the register said before. Records whose policy did not say who is counted stay as told. */
function uncounted({ permit }: CaseFile, check: Check): Partial<Pick<CaseFile, 'permit'>> {
  const isHeld = check === 'permit-register' && permit?.takesPlace === true;
  return isHeld ? { permit: { ...permit, place: null } } : {};
}

function withCheck(file: CaseFile, check: Check, change: Partial<CheckFile>): Pick<CaseFile, 'checks'> {
  return { checks: changed(file.checks, check, change) };
}

function changed(all: CaseFile['checks'], check: Check, change: Partial<CheckFile>): Checks {
  const found = all?.[check];
  if (found === undefined) throw new Error(`${check} is not asked in this case`);
  return { ...all, [check]: { ...found, ...change } };
}
