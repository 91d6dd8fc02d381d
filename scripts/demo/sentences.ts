/** What each kind of event says to a person: a total table, a short sentence each. */
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent, EventType, FindingResult } from '../../domain/events';
import { policyOf } from '../../policy/policies';
import { blockLines, hashLines, reasonLines, restingLines } from './details';
import { countDays, spellDate, spellInstant } from './law-time';
import { scoreLines } from './score-lines';
import { inWords, nameAgency, nameOf, nameRegion } from './who';

/** `details` stand below the sentence, each on a line of its own. */
export interface Said {
  text: string;
  details?: string[];
}

/** What lies beside an event: the case after it, and where its points come from. */
export interface Beside {
  file: CaseFile;
  scoreLabel: string;
}

type Event<T extends EventType> = Extract<CaseEvent, { type: T }>;
type Sentences = { [T in EventType]: (event: Event<T>, beside: Beside) => Said };

const passMark = (passed: boolean) => (passed ? '✓' : '✗');
const marks = { clear: '✓', adverse: '✗', unclear: '?', 'no-answer': '?' } as const satisfies Record<
  FindingResult,
  string
>;

const sentences = {
  'application-opened': ({ data: { region, policyVersion } }) => ({
    text: `opens an application in ${nameRegion(region)}; the policy of ${spellDate(policyVersion)} holds for it`,
  }),
  'language-test-booked': ({ data: { attempt, level } }) => ({
    text: `books attempt ${attempt} at the language test, level ${level}`,
  }),
  'language-test-result-received': ({ data: { passed, blocks } }) => ({
    text: `${passMark(passed)} sends the signed result: ${passed ? 'passed' : 'not passed'}`,
    details: blockLines(blocks),
  }),
  'form-submitted': ({ data }) => ({
    text: `hands in version ${data.version} of the form, with ${data.documents.map(({ kind }) => kind).join(', ')}`,
    details: hashLines(data),
  }),
  'application-scored': ({ data }, { scoreLabel }) => ({
    text: `${passMark(data.passed)} scores the form: ${data.total} points, ${data.threshold} needed`,
    details: [...scoreLines(data), scoreLabel],
  }),
  'check-answered': ({ data: { result, codes } }) => ({
    text: `${marks[result]} answers: ${[inWords(result), ...codes.map(inWords)].join(', ')}`,
  }),
  'answer-contradicted': ({ data: { result, codes } }) => ({
    text: `${marks.unclear} contradicts itself: ${[inWords(result), ...codes.map(inWords)].join(', ')}; a person has to judge anew`,
  }),
  'late-answer-kept': ({ data: { requestId } }) => ({
    text: `answers question ${requestId.split('.').at(-1)} at last; it is kept, and what was judged stands`,
  }),
  'check-chased': ({ data: { check, ask } }) => ({
    text: `asks ${nameAgency(check)} again by itself: question ${ask}`,
  }),
  'check-unanswered': ({ data: { check } }, { file }) => ({
    text:
      `? finds "no answer" from ${nameAgency(check)} after ` +
      `${countDays(policyOf(file.policyVersion).checks.value[check].limitDays)}: never a "clear"; a person has to judge`,
  }),
  'agency-asked-again': ({ data: { check, ask } }) => ({
    text: `has ${nameAgency(check)} asked again: question ${ask}`,
  }),
  'finding-judged': ({ data: { check, judgement } }, { file }) => ({
    text: `${marks[judgement]} judges "${inWords(resultOf(file, check))}" of ${nameAgency(check)} as ${judgement}`,
  }),
  'interview-scheduled': ({ data: { at, place } }) => ({
    text: `sets the interview for ${spellInstant(at)}, ${nameRegion(place.replace(/-office$/, ''))} office`,
  }),
  'interview-recorded': ({ data: { outcome } }) => ({
    text: `${passMark(outcome === 'passed')} holds the interview: ${inWords(outcome)}`,
  }),
  'decision-proposed': ({ data: { outcome, reasons }, seq }) => ({
    text: `proposes to ${outcome}; whoever decides must name version ${seq}`,
    details: reasonLines(reasons),
  }),
  'decision-returned': () => ({ text: 'gives the proposal back' }),
  'decision-approved': ({ data: { outcome } }, { file }) => ({
    text: `✓ approves what ${nameOf(file.proposal?.proposedBy ?? '')} proposed: to ${outcome}`,
  }),
  'certificate-issued': ({ data: { number, validFrom, validUntil } }) => ({
    text: `✓ issues certificate ${number}, valid from ${spellDate(validFrom)} until ${spellDate(validUntil)}`,
  }),
  'application-refused': ({ data: { by, reasons } }, { file, scoreLabel }) => ({
    text: by === 'rule' ? '✗ refuses by rule: no person decided this' : '✗ refuses, as it was decided',
    details: [...reasonLines(reasons), ...restingLines(reasons, file.score, scoreLabel)],
  }),
  'application-withdrawn': () => ({ text: 'takes the application back' }),
  'turn-lapsed': ({ data: { turn } }) => ({
    text: `✗ closes the case: the applicant's time for the ${inWords(turn)} is over`,
  }),
  'case-assigned': ({ data: { assignee }, actor }) => ({
    text: assignee === actor.id ? 'takes the case' : `gives the case to ${nameOf(assignee)}`,
  }),
  'clock-warned': ({ data: { dueAt } }) => ({
    text: `? warns that the service clock ends on ${spellInstant(dueAt)}`,
  }),
  'case-escalated': ({ data: { cause } }) => ({
    text: `✗ escalates to the supervisors: ${cause === 'service-clock' ? 'the service clock has run out' : inWords(cause)}`,
  }),
} as const satisfies Sentences;

export function sentenceOf(event: CaseEvent, beside: Beside): Said {
  const tell = sentences[event.type] as (event: CaseEvent, beside: Beside) => Said;
  return tell(event, beside);
}

function resultOf({ checks }: CaseFile, check: keyof NonNullable<CaseFile['checks']>): FindingResult {
  return checks?.[check].result ?? 'no-answer';
}
