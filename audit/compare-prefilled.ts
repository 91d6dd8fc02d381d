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

/** A value is never shown: it is of a person. `notes`: values that came when nobody waited for them any more. */
export function comparePrefilled(
  events: readonly CaseEvent[],
  { prefilled, bodies }: Kept,
): { findings: Finding[]; notes: string[] } {
  const told = ofType(events, 'state-data-fetched');
  const of = (source: StateSource) => told.find(({ data }) => data.source === source);
  const sources = stateSources.filter(
    (source) =>
      (of(source)?.data.answer ?? null) !== null || prefilled.some((value) => value.source === source),
  );
  const findings = sources.flatMap((source) => {
    const values = prefilled.filter((value) => value.source === source);
    const seq = of(source)?.seq;
    const answerId = of(source)?.data.answer?.answerId ?? values[0]?.answerId;
    const kept = bodies.find((body) => body.agency === source && body.answerId === answerId);
    return compareSource(source, { values, body: kept?.body, ...(seq !== undefined && { seq }) });
  });
  const late = sources.filter((source) => of(source) === undefined);
  return {
    findings,
    notes: late.map((source) => `What ${source} said came when the form was open already.`),
  };
}

function compareSource(
  source: StateSource,
  { values, body, ...where }: { values: readonly Prefilled[]; body: unknown; seq?: number },
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
