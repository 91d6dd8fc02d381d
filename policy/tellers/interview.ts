/** What the record says of acts around the interview; a vote decides its outcome. */
import type { InterviewOutcome, Vote } from '../../domain/events';
import { policyOf } from '../policies';
import { sittingIn } from '../taking-part';
import type { Tellers } from '../teller';

type InterviewVerb =
  | 'scheduleInterview'
  | 'confirmInterview'
  | 'requestInterviewChange'
  | 'recuseFromInterview'
  | 'recordInterview';

export const interviewTellers: Tellers<InterviewVerb> = {
  scheduleInterview: (file, { data }) => {
    const quorum = policyOf(file.policyVersion).interview.quorum.value;
    return [{ type: 'interview-scheduled', data: { ...data, quorum } }];
  },
  confirmInterview: () => [{ type: 'interview-confirmed', data: {} }],
  requestInterviewChange: (_, { data }) => [{ type: 'interview-change-requested', data }],
  recuseFromInterview: (_, { actor, data }) => [
    { type: 'panel-member-recused', data: { member: actor.id, reason: data.reason } },
  ],
  recordInterview: (file, { data: { attended, ...recorded } }) => {
    const outcome = attended ? outcomeOf(recorded.votes) : 'no-show';
    const final = attended || file.noShows + 1 >= policyOf(file.policyVersion).interview.noShows.value;
    const panel = file.interview === null ? [] : sittingIn(file.interview);
    return [{ type: 'interview-recorded', data: { ...recorded, outcome, final, panel } }];
  },
};

/** More than half of the votes must be for it. */
export function outcomeOf(votes: readonly Vote[]): Exclude<InterviewOutcome, 'no-show'> {
  const inFavour = votes.filter(({ vote }) => vote === 'for').length;
  return inFavour * 2 > votes.length ? 'passed' : 'failed';
}
