/** Whether every run of the case is there, whole, and the text that was kept. */
import { counted } from './counted';
import type { OpenedRun } from './open-history';
import { previousRunOf } from './history-text';
import { notComparable, partOf, type Part } from './verdict';

export function compareHistory(runs: readonly OpenedRun[], trouble: string | null): Part {
  const findings = runs.flatMap(({ faults }) => faults);
  const first = runs[0];
  const before = first?.opened && previousRunOf(first.opened.history);
  if (first === undefined)
    findings.push(notComparable('No history of this case is in Temporal or in our store.'));
  if (before !== undefined) {
    findings.push(notComparable(`The run before ${first?.runId} is not here.`, { runId: before }));
  }
  const events = runs.reduce((sum, { lastEventId }) => sum + lastEventId, 0);
  const notes =
    trouble === null ? [] : [`Temporal could not be asked (${trouble}): only our own store was read.`];
  return {
    ...partOf(
      'history',
      `${counted(runs.length, 'run')}, ${events} events, ${runs.filter(({ opened }) => opened).length} opened`,
      findings,
    ),
    notes,
  };
}
