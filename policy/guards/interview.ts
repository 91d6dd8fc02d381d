/** What must hold for an interview to be called, changed and recorded. */
import type { ActData } from '../../domain/acts';
import type { CaseFile } from '../../domain/case-file';
import type { ProblemCode } from '../../domain/problems';
import { endOf } from '../clocks';
import type { Guards } from '../guard';
import { policyOf } from '../policies';

type InterviewVerb =
  | 'scheduleInterview'
  | 'confirmInterview'
  | 'requestInterviewChange'
  | 'recuseFromInterview'
  | 'recordInterview';

export const interviewGuards: Guards<InterviewVerb> = {
  scheduleInterview: (file, { data, effectiveAt }) => {
    if (data.at <= effectiveAt) return 'appointment-in-the-past';
    const { interview } = policyOf(file.policyVersion);
    if (data.at < endOf(interview.notice.value, effectiveAt, file.calendar)) return 'notice-too-short';
    const members = new Set(data.panel);
    if (file.steppedBack.some((member) => members.has(member))) return 'stepped-back';
    const complete = members.size === data.panel.length && members.size >= interview.panelSize.value;
    return complete && !members.has(file.applicantId) ? undefined : 'panel-incomplete';
  },
  confirmInterview: whyPast,
  requestInterviewChange: (file, { effectiveAt }) => {
    const past = whyPast(file, { effectiveAt });
    if (past !== undefined) return past;
    const most = policyOf(file.policyVersion).interview.changes.value;
    return file.interviewChanges < most ? undefined : 'too-many-changes';
  },
  recuseFromInterview: (file, { actor, effectiveAt }) => {
    const { panel = [], recused = [] } = file.interview ?? {};
    return panel.includes(actor.id) && !recused.includes(actor.id)
      ? whyPast(file, { effectiveAt })
      : 'not-on-panel';
  },
  recordInterview: (file, { data, effectiveAt }) => {
    if (file.interview === null || file.interview.at > effectiveAt) return 'interview-not-held-yet';
    return data.attended ? whyNotVote(file.interview, data) : whyNotAbsent(data);
  },
};

/** What is said of an appointment is said before its hour; whoever did not sit has no vote. */
function whyPast({ interview }: CaseFile, { effectiveAt }: { effectiveAt: string }): ProblemCode | undefined {
  return interview !== null && effectiveAt >= interview.at ? 'appointment-in-the-past' : undefined;
}

function whyNotVote(
  { panel, recused, quorum }: NonNullable<CaseFile['interview']>,
  { votes, questions }: ActData['recordInterview'],
): ProblemCode | undefined {
  const voters = new Set(votes.map(({ member }) => member));
  const entitled = [...voters].every((member) => panel.includes(member) && !recused.includes(member));
  if (!entitled || voters.size !== votes.length) return 'not-on-panel';
  if (voters.size < quorum) return 'quorum-missing';
  const marked = questions.length > 0 && questions.every(({ points, max }) => points <= max);
  return marked ? undefined : 'questions-missing';
}

function whyNotAbsent({ votes, questions }: ActData['recordInterview']): ProblemCode | undefined {
  return votes.length === 0 && questions.length === 0 ? undefined : 'nobody-attended';
}
