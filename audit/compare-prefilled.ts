/** Whether the values that fill a permit's form in are those that the registers' kept answers give. */
import type { KeptBody } from '../db/reads/audit';
import type { Prefilled } from '../db/reads/prefilled';
import { Value } from 'typebox/value';
import { agencyAnswerSchemas } from '../domain/agency-answers';
import type { CaseEvent } from '../domain/events';
import { stateSources, type StateSource } from '../domain/permit';
import { prefilledFrom } from '../policy/permit/prefill';
import { ofType } from './recorded-events';
import { diverged, notComparable, type Finding } from './verdict';

interface Kept {
  prefilled: readonly Prefilled[];
  bodies: readonly KeptBody[];
}

/** A value is never shown: it is of a person. `counted`: of answers that the record names; `notes` tell of all others. */
export function comparePrefilled(
  events: readonly CaseEvent[],
  { prefilled, bodies }: Kept,
): { counted: Prefilled[]; findings: Finding[]; notes: string[] } {
  const named = ofType(events, 'state-data-fetched').flatMap(({ seq, data: { source, answer } }) => {
    if (answer === null) return [];
    const { answerId } = answer;
    const values = prefilled.filter((value) => value.source === source && value.answerId === answerId);
    return [{ seq, source, answerId, values }];
  });
  const counted = named.flatMap(({ values }) => values);
  const findings = named.flatMap(({ seq, source, answerId, values }) => {
    const kept = bodies.find((body) => body.agency === source && body.answerId === answerId);
    return compareSource(source, { values, body: kept?.body, seq });
  });
  const unused = stateSources.filter((source) =>
    prefilled.some((value) => value.source === source && !counted.includes(value)),
  );
  return {
    counted,
    findings,
    notes: unused.map(
      (source) => `An answer of ${source} that no event names is kept, and nothing of it counts.`,
    ),
  };
}

function compareSource(
  source: StateSource,
  { values, body, ...where }: { values: readonly Prefilled[]; body: unknown; seq: number },
): Finding[] {
  if (!Value.Check(agencyAnswerSchemas[source], body)) {
    const words = `The answer of ${source} that filled the form in is not kept as it came.`;
    return [notComparable(words, where)];
  }
  const given = prefilledFrom(source, body as never);
  const pointers = [...new Set([...values, ...given].map(({ pointer }) => pointer))];
  return pointers.flatMap((pointer): Finding[] => {
    const own = values.find((value) => value.pointer === pointer)?.value;
    const answered = given.find((value) => value.pointer === pointer)?.value;
    if (own === answered) return [];
    const words =
      own === undefined
        ? `The value ${pointer} that ${source} answered is not kept.`
        : `The prefilled value ${pointer} is not what ${source} answered.`;
    return [diverged(words, { ...where, pointer })];
  });
}
