/** Whether a person is heard before a decision about him, and from when on his time to answer counts. */
import type { CaseFile } from '../domain/case-file';
import type { DecisionOutcome } from '../domain/events';
import { endForApplicant } from './clocks';
import { policyOf } from './policies';
import { receivedAt } from './receipt';

/** APPK art. 73 (2): not before a favourable act; decisions by rule, without discretion, never come here. */
const heard: Record<DecisionOutcome, boolean> = { grant: false, refuse: true, annul: true };

export function mustHear(outcome: DecisionOutcome): boolean {
  return heard[outcome];
}

/** When the notice of the proposal counts as received; undefined where nobody is being heard. */
export function noticeReceivedAt(file: CaseFile): string | undefined {
  return file.hearing === null ? undefined : receivedAt(file, 'decision-proposed', file.hearing.notifiedAt);
}

/** APPK art. 73: until when the person may object, exclusive; undefined where nobody is being heard. */
export function objectionsUntil(file: CaseFile): string | undefined {
  return fromReceipt(file, 'objection');
}

/** APPK art. 73: from when on the decision may be taken; undefined where nobody is being heard. */
export function hearingEndsAt(file: CaseFile): string | undefined {
  return fromReceipt(file, 'notice');
}

function fromReceipt(file: CaseFile, term: 'objection' | 'notice'): string | undefined {
  const received = noticeReceivedAt(file);
  return received && endForApplicant(file, policyOf(file.policyVersion).hearing[term].value, received);
}
