/** Sentences about what the agencies say. */
import type { CaseFile } from '../../../domain/case-file';
import type { FindingResult } from '../../../domain/events';
import type { VerificationEvents } from '../../../domain/events/verification';
import { isClosed } from '../../../domain/statuses';
import { policyOf } from '../../../policy/policies';
import { countDays } from '../law-time';
import { inWords, nameAgency } from '../who';
import { marks, type Sentences } from './said';

export const verificationSentences: Sentences<keyof VerificationEvents> = {
  'check-answered': ({ data: { result, codes } }) => ({
    text: `${marks[result]} answers: ${[inWords(result), ...codes.map(inWords)].join(', ')}`,
  }),
  'answer-contradicted': ({ data: { result, codes, appointmentFalls } }) => ({
    text:
      `${marks.unclear} contradicts itself: ${[inWords(result), ...codes.map(inWords)].join(', ')}; a person has to judge anew` +
      (appointmentFalls ? ', and the interview falls' : ''),
  }),
  'late-answer-kept': ({ data: { requestId } }, { file }) => ({
    text: `answers question ${requestId.split('.').at(-1)} ${isClosed(file.status) ? 'anew; it is kept, and what was decided' : 'at last; it is kept, and what was judged'} stands`,
  }),
  'check-chased': ({ data: { check, ask } }) => ({
    text: `asks ${nameAgency(check)} again by itself: question ${ask}`,
  }),
  'check-unanswered': ({ data: { check } }, { file }) => ({
    text:
      `? finds "no answer" from ${nameAgency(check)} after ` +
      `${countDays(policyOf(file.policyVersion).checks.value[check]?.limitDays ?? 0)}: never a "clear"; a person has to judge`,
  }),
  'agency-asked-again': ({ data: { check, ask } }) => ({
    text: `has ${nameAgency(check)} asked again: question ${ask}`,
  }),
  'answer-expired': ({ data: { check, ask } }) => ({
    text: `? can no longer rely on the answer of ${nameAgency(check)}: it is asked again, question ${ask}`,
  }),
  'finding-judged': ({ data: { check, judgement } }, { file }) => ({
    text: `${marks[judgement]} judges "${inWords(resultOf(file, check))}" of ${nameAgency(check)} as ${judgement}`,
  }),
  'check-not-due': ({ data: { check, codes } }) => ({
    text: `✓ has nothing to ask ${nameAgency(check)}: ${codes.map(inWords).join(', ')}`,
  }),
};

function resultOf({ checks }: CaseFile, check: keyof NonNullable<CaseFile['checks']>): FindingResult {
  return checks?.[check]?.result ?? 'no-answer';
}
