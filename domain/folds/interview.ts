/** What the interview changes in a case file. */
import type { InterviewEvents } from '../events/interview';
import type { Folds } from './fold';

const toBeScheduled = { status: 'awaiting-schedule', interview: null } as const;

export const interviewFolds: Folds<keyof InterviewEvents> = {
  'interview-scheduled': (_, { data }) => ({
    status: 'awaiting-interview',
    interview: { ...data, recused: [], confirmed: false, outcome: null, questions: [], votes: [] },
  }),
  'interview-confirmed': ({ interview }) => ({ interview: interview && { ...interview, confirmed: true } }),
  'interview-change-requested': (file) => ({
    ...toBeScheduled,
    interviewChanges: file.interviewChanges + 1,
  }),
  'panel-member-recused': ({ interview, steppedBack: before }, { data: { member } }) => {
    if (interview === null) throw new Error('a panel member stepped back from no interview');
    const recused = [...interview.recused, member];
    const enough = interview.panel.length - recused.length >= interview.quorum;
    const steppedBack = [...before.filter((other) => other !== member), member];
    return { steppedBack, ...(enough ? { interview: { ...interview, recused } } : toBeScheduled) };
  },
  'interview-recorded': (file, { data: { outcome, final, questions, votes } }) => ({
    noShows: file.noShows + (outcome === 'no-show' ? 1 : 0),
    ...(final
      ? {
          status: 'awaiting-proposal' as const,
          interview: file.interview && { ...file.interview, outcome, questions, votes },
        }
      : toBeScheduled),
  }),
};
