/** What must hold for a complaint to be filed, satisfied and decided. */
import type { CaseFile } from '../../domain/case-file';
import type { ReturnStage } from '../../domain/events';
import { countedAttempts } from '../../domain/language-attempts';
import type { ProblemCode } from '../../domain/problems';
import { stagesOf, type Stage } from '../../domain/statuses';
import { complaintsUntil, findGrievance } from '../complaint';
import type { Guards } from '../guard';
import { whoTookPart } from '../taking-part';

export const complaintGuards: Guards<'fileComplaint' | 'satisfyComplaint' | 'decideComplaint'> = {
  fileComplaint: (file, { effectiveAt }) => {
    const grievance = findGrievance(file);
    if (grievance === undefined) return 'act-out-of-order';
    return effectiveAt < complaintsUntil(file, grievance) ? undefined : 'complaint-too-late';
  },
  satisfyComplaint: (file, { data }) => whyNotReturn(file, data.returnTo),
  decideComplaint: (file, { actor, data: { outcome, returnTo } }) => {
    if (whoTookPart(file).includes(actor.id)) return 'took-part';
    return outcome === 'satisfied' ? whyNotReturn(file, returnTo) : undefined;
  },
};

/** A refusal or a lapse goes back to a stage; silence and an annulment have nowhere to go back to. */
function whyNotReturn(file: CaseFile, returnTo: ReturnStage | null): ProblemCode | undefined {
  const against = file.complaint?.against;
  const needsStage = against === 'refusal' || against === 'lapse';
  if (needsStage !== (returnTo !== null)) return 'return-stage-wrong';
  return returnTo === null || hasBeenIn(file, returnTo) ? undefined : 'return-stage-wrong';
}

function hasBeenIn(file: CaseFile, stage: ReturnStage): boolean {
  const stages: readonly Stage[] = stagesOf[file.kind];
  return stages.includes(stage) && reached[stage](file);
}

/**
 * A case goes back only to a stage that its kind has, and that it has been in. APPK art. 98: a complaint worsens nobody's
 * position, so a test and an interview that were passed are not held again.
 */
const reached: Record<ReturnStage, (file: CaseFile) => boolean> = {
  'language-test': (file) => !hasProof(file),
  form: (file) => file.kind === 'temporary-permit' || hasProof(file),
  scoring: ({ form }) => form !== null,
  verification: ({ checks }) => checks !== null,
  interview: ({ checks, interview }) => checks !== null && interview?.outcome !== 'passed',
  decision: ({ checks }) => checks !== null,
};

/** Of the language, by a certificate or by a test that still counts. */
function hasProof(file: CaseFile): boolean {
  return file.presented?.confirmed === true || countedAttempts(file).some(({ passed }) => passed === true);
}
