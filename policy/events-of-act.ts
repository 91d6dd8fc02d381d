/** What the record will say of an act that was allowed. */
import type { Act } from '../domain/acts';
import type { CaseFile } from '../domain/case-file';
import type { EventBody } from '../domain/events';
import type { UpdateVerb } from '../domain/verbs';
import { policyOf } from './policies';

type Teller<V extends UpdateVerb> = (file: CaseFile, act: Act<V>) => EventBody[];

export const eventsOfAct: { [V in UpdateVerb]: Teller<V> } = {
  bookLanguageTest: (file) => {
    const attempt = file.testAttempts.length + 1;
    const level = policyOf(file.policyVersion).language.level.value;
    const requestId = `${file.caseId}.testing-centre.${attempt}`;
    return [{ type: 'language-test-booked', data: { attempt, requestId, level } }];
  },
  submitForm: (_, { data }) => [{ type: 'form-submitted', data }],
  withdrawApplication: (_, { data }) => [{ type: 'application-withdrawn', data }],
  assignCase: (_, { data }) => [{ type: 'case-assigned', data }],
  judgeFinding: (_, { data }) => [{ type: 'finding-judged', data }],
  askAgencyAgain: (file, { data }) => [
    { type: 'agency-asked-again', data: { ...data, ask: (file.checks?.[data.check].asks ?? 0) + 1 } },
  ],
  scheduleInterview: (_, { data }) => [{ type: 'interview-scheduled', data }],
  recordInterview: (_, { data }) => [{ type: 'interview-recorded', data }],
  proposeDecision: (_, { data }) => [{ type: 'decision-proposed', data }],
  approveDecision: ({ proposal }) => {
    if (proposal === null) throw new Error('nothing is proposed');
    const { outcome, reasons } = proposal;
    const approved: EventBody = { type: 'decision-approved', data: { outcome, reasons } };
    return outcome === 'grant'
      ? [approved]
      : [approved, { type: 'application-refused', data: { by: 'decision', reasons } }];
  },
  returnDecision: (_, { data }) => [{ type: 'decision-returned', data: { reason: data.reason } }],
};
