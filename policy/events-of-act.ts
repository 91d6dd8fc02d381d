/** What the record will say of an act that was allowed. */
import { findAskedOfCentre } from '../domain/language-attempts';
import type { UpdateVerb } from '../domain/verbs';
import type { Teller } from './teller';
import { clockTellers } from './tellers/clock';
import { decisionTellers } from './tellers/decision';
import { interviewTellers } from './tellers/interview';
import { permitTellers } from './tellers/permit';
import { rechecksOf } from './new-papers';
import { permanentPolicyOf } from './policies';

export const eventsOfAct: { [V in UpdateVerb]: Teller<V> } = {
  ...interviewTellers,
  ...decisionTellers,
  ...clockTellers,
  ...permitTellers,
  bookLanguageTest: (file) => {
    const attempt = file.testAttempts.length + 1;
    const level = permanentPolicyOf(file.policyVersion).language.level.value;
    const requestId = `${file.caseId}.testing-centre.${attempt}`;
    return [{ type: 'language-test-booked', data: { attempt, requestId, level } }];
  },
  presentCertificate: (file, { data }) => {
    const requestId = `${file.caseId}.testing-centre.certificate-${file.seq + 1}`;
    return [{ type: 'certificate-presented', data: { ...data, requestId } }];
  },
  submitForm: (_, { data }) => [{ type: 'form-submitted', data }],
  provideDocuments: (file, { data }) => {
    const rechecks = rechecksOf(file, data.documents);
    return [{ type: 'documents-provided', data: { ...data, ...(rechecks.length > 0 && { rechecks }) } }];
  },
  voidAttempt: (file, { data }) => {
    const requestId = findAskedOfCentre(file);
    if (requestId === undefined) throw new Error('the testing centre is asked nothing');
    return [{ type: 'attempt-voided', data: { ...data, requestId } }];
  },
  withdrawApplication: (_, { data }) => [{ type: 'application-withdrawn', data }],
  assignCase: (_, { data }) => [{ type: 'case-assigned', data }],
  judgeFinding: (_, { data }) => [{ type: 'finding-judged', data }],
  judgeDocuments: (_, { data }) => [{ type: 'documents-judged', data }],
  requestDocuments: (_, { data }) => [{ type: 'documents-requested', data }],
  askAgencyAgain: (file, { data }) => [
    { type: 'agency-asked-again', data: { ...data, ask: (file.checks?.[data.check]?.asks ?? 0) + 1 } },
  ],
};
