/** Whether the score is the one that the kept form gives under the pinned policy: in the record and in the history. */
import { hashOfJson } from '../db/hash';
import type { CaseEvent, Score } from '../domain/events';
import { Value } from 'typebox/value';
import { ApplicationForm } from '../domain/form';
import { lawDate } from '../domain/law-day';
import { eventsOfScore } from '../policy/events-of-news';
import { permanentPolicyOf } from '../policy/policies';
import { findProvedLevel } from '../domain/language-proof';
import { scoreForm } from '../policy/scoring';
import { shown } from './compare-record';
import { counted } from './counted';
import { differencesOf } from './differences';
import type { OpenedRun } from './open-history';
import { isPermit, ofType } from './recorded-events';
import { diverged, notComparable, partOf, type Finding, type Part } from './verdict';

type FindForm = (version: number) => Promise<{ content: unknown; sha256: string } | undefined>;
const notOfPermits = 'not applicable: a temporary permit is not scored, and no language is asked of it';

type Where = Pick<Finding, 'seq' | 'runId' | 'eventId'>;

export async function compareScore(
  events: readonly CaseEvent[],
  runs: readonly OpenedRun[],
  findForm: FindForm,
): Promise<Part> {
  const scored = ofType(events, 'application-scored');
  if (isPermit(events)) return partOf('score', notOfPermits, scored.map(unscorable));
  if (scored.length === 0) return partOf('score', 'no score yet', []);
  const policyVersion = ofType(events, 'application-opened')[0]?.data.policyVersion ?? '';
  const findings: Finding[] = [];
  for (const event of scored) {
    const { formVersion, formSha256 } = event.data;
    const form = await findForm(formVersion);
    if (form === undefined) {
      findings.push(notComparable(`Form version ${formVersion} is not kept any more.`, { seq: event.seq }));
      continue;
    }
    if (hashOfJson(form.content) !== formSha256 || form.sha256 !== formSha256) {
      const words = `Form version ${formVersion} is not the form that was scored: its SHA-256 is another one.`;
      findings.push(
        diverged(words, { seq: event.seq, recorded: formSha256, expected: hashOfJson(form.content) }),
      );
    }
    if (!Value.Check(ApplicationForm, form.content)) {
      findings.push(notComparable(`Form version ${formVersion} is not a complete form.`, { seq: event.seq }));
      continue;
    }
    const submitted = { version: formVersion, sha256: formSha256, content: form.content };
    const filedOn = filingDateOf(event, events);
    const provedKazakh = findProvedLevel(events.filter(({ seq }) => seq < event.seq));
    const beside = { filedOn, provedKazakh, hash: hashOfJson };
    const again = scoreForm(submitted, permanentPolicyOf(policyVersion), beside);
    findings.push(
      ...compareTo(again, event.data, { where: { seq: event.seq }, from: 'the record', base: '/data' }),
    );
    findings.push(...consequences(again, event, events), ...inHistory(again, runs));
  }
  return partOf('score', comparedOf(scored, runs), findings);
}

function unscorable({ seq }: CaseEvent): Finding {
  return diverged('A temporary permit is not scored, and the record has a score.', { seq });
}

/** The law's date on which the scored form was handed in. */
function filingDateOf(scored: CaseEvent & { data: Score }, events: readonly CaseEvent[]): string {
  const { seq, data } = scored;
  const submission = ofType(events, 'form-submitted').findLast(
    (event) => event.seq < seq && event.data.version === data.formVersion,
  );
  return lawDate((submission ?? scored).effectiveAt);
}

interface Seen {
  where: Where;
  from: string;
  base: string;
}

function compareTo(again: Score, given: Score, { where, from, base }: Seen): Finding[] {
  return differencesOf(given, again).map(({ pointer, left: recorded, right: expected }) => {
    const [, row, field] = /^\/rows\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
    const criterion =
      row === undefined ? undefined : (again.rows[Number(row)] ?? given.rows[Number(row)])?.criterion;
    const what = criterion === undefined ? `Score, ${pointer}` : `Criterion ${criterion}, ${field}`;
    const words = `${what}: ${shown(recorded)} in ${from}, ${shown(expected)} when computed again.`;
    return diverged(words, { ...where, pointer: `${base}${pointer}`, recorded, expected });
  });
}

/** What the rules make of the score: nothing more, or the refusal. */
function consequences(again: Score, scored: CaseEvent, events: readonly CaseEvent[]): Finding[] {
  const due = eventsOfScore(again).slice(1);
  const followed = events
    .filter(({ seq, causeId }) => seq > scored.seq && causeId === scored.causeId)
    .map(({ type, data }) => ({ type, data }));
  if (differencesOf(followed, due).length === 0) return [];
  const names = (of: readonly { type: string }[]) => of.map(({ type }) => type).join(', ') || 'nothing';
  const words = `After the score the record has ${names(followed)}; the rule gives ${names(due)}.`;
  return [diverged(words, { seq: scored.seq })];
}

function resultsIn(runs: readonly OpenedRun[]) {
  return runs.flatMap(({ runId, opened }) =>
    (opened?.activities ?? []).flatMap(({ activity, result }) =>
      activity === 'scoreApplication' && result !== undefined ? [{ runId, ...result }] : [],
    ),
  );
}

function inHistory(again: Score, runs: readonly OpenedRun[]): Finding[] {
  const results = resultsIn(runs).filter(({ value }) => (value as Score).formVersion === again.formVersion);
  if (results.length === 0) {
    const words =
      'The history does not show the result of the scoring, so only the record was computed again.';
    return [notComparable(words)];
  }
  return results.flatMap(({ runId, eventId, value }) =>
    compareTo(again, value as Score, { where: { runId, eventId }, from: 'the history', base: '' }),
  );
}

function comparedOf(scored: readonly { data: Score }[], runs: readonly OpenedRun[]): string {
  const rows = scored.reduce((sum, { data }) => sum + data.rows.length, 0);
  return `${rows} criteria, in the record and in ${counted(resultsIn(runs).length, 'result')} of the history`;
}
