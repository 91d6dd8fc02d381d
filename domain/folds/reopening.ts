/** What becomes of answers that contradict a decision: kept with the proposal to reopen it, judged when the decision falls. */
import type { CaseFile } from '../case-file';
import type { PermitEvents } from '../events/permit';
import { contradictionsOf, type LaterAnswer } from '../permit-file';
import { withContradiction } from './verification';

export function laterAnswer({ check, codes, answer, ask }: PermitEvents['reopening-proposed']): LaterAnswer {
  return { check, codes, answer, ...(ask !== undefined && { ask }) };
}

/** What earlier proposals were about; nothing where there was none. */
export function earlierThan({ reopening }: CaseFile): { earlier?: LaterAnswer[] } {
  return reopening === null
    ? {}
    : { earlier: [...(reopening.earlier ?? []), ...contradictionsOf(reopening)] };
}

/** The decision fell before anybody settled the proposal. */
export function withProposalOvertaken({ reopening }: CaseFile): Pick<CaseFile, 'reopening'> {
  return { reopening: reopening && { ...reopening, outcome: 'overtaken' } };
}

/** A person judges what the proposal is about before the case goes on. */
export function judgedFirst(file: CaseFile, at: string): Pick<CaseFile, 'checks' | 'status'> {
  return { ...judgedAnew(file, at), status: 'verification' };
}

/** Every answer that the proposal is about has to be judged by a person. */
export function judgedAnew(file: CaseFile, at: string): Pick<CaseFile, 'checks'> {
  if (file.reopening === null) throw new Error('nothing was proposed to be reopened');
  return contradictionsOf(file.reopening).reduce<Pick<CaseFile, 'checks'>>(
    (before, later) => withContradiction({ ...file, ...before }, later, at),
    file,
  );
}
