/** Whether a person is heard before a decision about him. */
import type { DecisionOutcome } from '../domain/events';

/** APPK art. 73 (2): not before a favourable act; decisions by rule, without discretion, never come here. */
const heard: Record<DecisionOutcome, boolean> = { grant: false, refuse: true, annul: true };

export function mustHear(outcome: DecisionOutcome): boolean {
  return heard[outcome];
}
