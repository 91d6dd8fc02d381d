/** Sentences about the interview. */
import type { InterviewEvents } from '../../../domain/events/interview';
import { spellInstant } from '../law-time';
import { inWords, nameOf, nameRegion } from '../who';
import { passMark, type Sentences } from './said';

export const interviewSentences: Sentences<keyof InterviewEvents> = {
  'interview-scheduled': ({ data: { at, place, panel, quorum } }) => ({
    text: `sets the interview for ${spellInstant(at)}, ${nameRegion(place.replace(/-office$/, ''))} office`,
    details: [`the panel: ${panel.map(nameOf).join(', ')}; ${quorum} of them may decide`],
  }),
  'interview-confirmed': () => ({ text: '✓ will come to the interview' }),
  'interview-change-requested': () => ({ text: 'asks for another time' }),
  'panel-member-recused': ({ data: { member } }) => ({ text: `${nameOf(member)} steps back from the panel` }),
  'interview-recorded': ({ data: { outcome, votes, questions } }) => ({
    text: `${passMark(outcome === 'passed')} holds the interview: ${inWords(outcome)}`,
    details: [
      ...questions.map(({ question, points, max }) => `${inWords(question)}: ${points} of ${max}`),
      ...(votes.length === 0
        ? []
        : [votes.map(({ member, vote }) => `${nameOf(member)} ${vote}`).join(', ')]),
    ],
  }),
};
