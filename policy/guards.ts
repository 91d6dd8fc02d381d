/** What beyond status and role must hold for an act: one row per verb. */
import type { Act, ActData } from '../domain/acts';
import type { CaseFile } from '../domain/case-file';
import type { ProblemCode } from '../domain/problems';
import type { UpdateVerb } from '../domain/verbs';

type Guard<V extends UpdateVerb> = (
  file: CaseFile,
  act: Pick<Act<V>, 'actor' | 'data' | 'effectiveAt'>,
) => ProblemCode | undefined;

const free = () => undefined;

export const guards: { [V in UpdateVerb]: Guard<V> } = {
  bookLanguageTest: free,
  submitForm: (_, { data }) => (data.documents.length === 0 ? 'document-missing' : undefined),
  withdrawApplication: free,
  assignCase: free,
  judgeFinding: (file, { data }) => openFinding(file, data),
  askAgencyAgain: (file, { data }) => openFinding(file, data),
  scheduleInterview: (_, { data, effectiveAt }) =>
    data.at > effectiveAt ? undefined : 'appointment-in-the-past',
  recordInterview: (file, { effectiveAt }) =>
    file.interview !== null && file.interview.at <= effectiveAt ? undefined : 'interview-not-held-yet',
  proposeDecision: (file, { data }) => {
    if (data.outcome === 'grant') return mayGrant(file) ? undefined : 'grant-blocked';
    if (data.reasons.length === 0) return 'reasons-missing';
    return data.reasons.every(({ ground }) => isShown(file, ground)) ? undefined : 'ground-not-shown';
  },
  approveDecision: (file, { actor, data }) => {
    if (file.proposal?.proposedBy === actor.id) return 'four-eyes';
    return file.proposal?.version === data.version ? undefined : 'stale-version';
  },
  returnDecision: (file, { data }) => (file.proposal?.version === data.version ? undefined : 'stale-version'),
};

function openFinding(file: CaseFile, data: ActData['askAgencyAgain']): ProblemCode | undefined {
  const check = file.checks?.[data.check];
  const open = check && check.result !== null && check.result !== 'clear' && check.judgement === null;
  return open ? undefined : 'nothing-to-judge';
}

/** Some grounds are a rule's alone and end a case by themselves; a failed interview must have been one. */
function isShown(file: CaseFile, ground: string): boolean {
  if (ground === 'language-test-failed' || ground === 'score-below-threshold') return false;
  return ground !== 'interview-failed' || file.interview?.outcome === 'failed';
}

/** Nothing stands against a grant: score passed, every check clear or judged clear, interview passed. */
export function mayGrant(file: CaseFile): boolean {
  const found = Object.values(file.checks ?? {});
  const clear = found.every((check) => check.result === 'clear' || check.judgement === 'clear');
  return file.score?.passed === true && found.length > 0 && clear && file.interview?.outcome === 'passed';
}
