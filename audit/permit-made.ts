/** Whether the service's own computations for a permit answered in the history what the rules give. */
import type { EventType } from '../domain/events';
import { shown } from './compare-record';
import { differencesOf } from './differences';
import type { Step } from './fold-steps';
import type { OpenedRun } from './open-history';
import type { Again } from './permit-again';
import { diverged, notComparable, type Finding } from './verdict';

/** The activity whose answer an event tells. */
const makers = {
  'completeness-checked': 'checkCompleteness',
  'decision-proposed': 'computeTerm',
  'permit-issued': 'issuePermit',
  'permit-not-issued': 'issuePermit',
} as const satisfies { [T in EventType]?: string };

/** An answer that nothing was made of, or that was asked for twice, need not be in the record: one has to be right. */
export function compareMade(
  computed: readonly { step: Step; again: Again }[],
  runs: readonly OpenedRun[],
): Finding[] {
  return computed.flatMap(({ step: { event }, again }): Finding[] => {
    const { seq, type } = event;
    if (!(type in makers)) return [];
    const activity = makers[type as keyof typeof makers];
    const expected =
      type === 'decision-proposed' ? (again.expected as { term: unknown }).term : again.expected;
    const answers = answersOf(activity, runs).map((answer) => ({
      ...answer,
      differences: differencesOf(only(answer.value, expected), expected),
    }));
    const last = answers.at(-1);
    if (last === undefined) {
      const words = `The history does not show the answer of ${activity}, so only event ${seq} was computed again.`;
      return [notComparable(words, { seq })];
    }
    if (answers.some(({ differences }) => differences.length === 0)) return [];
    const { runId, eventId, differences } = last;
    return differences.map(({ pointer, left: recorded, right }) => {
      const words = `${activity}, ${pointer}: ${shown(recorded)} in the history, ${shown(right)} when computed again.`;
      return diverged(words, { runId, eventId, pointer, recorded, expected: right });
    });
  });
}

function answersOf(activity: string, runs: readonly OpenedRun[]) {
  return runs.flatMap(({ runId, opened }) =>
    (opened?.activities ?? []).flatMap((each) =>
      each.activity === activity && each.result !== undefined ? [{ runId, ...each.result }] : [],
    ),
  );
}

/** Of an answer the fields that a rule gives: a permit's number is the register's own. */
function only(value: unknown, expected: unknown): unknown {
  if (typeof value !== 'object' || value === null || typeof expected !== 'object' || expected === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([name]) => name in expected));
}
