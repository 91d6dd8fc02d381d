/** Whether uses, window, papers, agencies and term of a permit are those that the kept form gives, asked again. */
import { Value } from 'typebox/value';
import type { AuditReads } from '../db/reads/audit';
import type { Prefilled } from '../db/reads/prefilled';
import { hashOfJson } from '../db/hash';
import { PermitDraft } from '../domain/permit-form';
import { comparePrefilled } from './compare-prefilled';
import { shown } from './compare-record';
import { counted } from './counted';
import { differencesOf } from './differences';
import type { Step, Told } from './fold-steps';
import type { OpenedRun } from './open-history';
import { computeAgain, isComputed, type Again, type Ground } from './permit-again';
import { compareMade } from './permit-made';
import { isPermit } from './recorded-events';
import { diverged, notComparable, partOf, type Finding, type Part } from './verdict';

type Bodies = Awaited<ReturnType<AuditReads['listBodies']>>;
type Persons = Awaited<ReturnType<AuditReads['listPersons']>>;
export interface PermitKept {
  findForm: (version: number) => Promise<{ content: unknown; sha256: string } | undefined>;
  persons: Persons;
  /** Also values that do not count. */
  prefilled: readonly Prefilled[];
  bodies: Bodies;
}

/** `runs`: what the service's own computations answered in the history is compared with the same. */
export async function comparePermit(
  { steps }: Told,
  runs: readonly OpenedRun[],
  kept: PermitKept,
): Promise<Part> {
  const events = steps.map(({ event }) => event);
  if (!isPermit(events)) return partOf('permit', 'not applicable: the case is about permanent residence', []);
  const { counted: prefilled, findings, notes } = comparePrefilled(events, kept);
  const due = steps.filter(({ event }) => isComputed(event.type));
  const computed: { step: Step; again: Again }[] = [];
  for (const step of due) {
    const ground = await groundOf(step, { ...kept, prefilled });
    if ('verdict' in ground) {
      findings.push(ground);
      continue;
    }
    findings.push(...ground.faults);
    const again = computeOr(step, ground);
    if (again === null) findings.push(senseless(step));
    else if (again !== undefined) computed.push({ step, again });
  }
  findings.push(...computed.flatMap(differing), ...compareMade(computed, runs));
  const places = events.filter(({ type }) => type === 'place-reserved' || type === 'place-refused');
  return {
    ...partOf('permit', comparedOf(prefilled.length, computed.length), findings),
    notes: [
      ...notes,
      ...places.map(({ seq }) => `Event ${seq} counts places in one transaction: not computed again.`),
    ],
  };
}

/** The form that was the last one handed in at that step; a form that was changed since is a fault. */
async function groundOf(
  { before, event }: Step,
  { findForm, persons, prefilled: fetched, bodies }: PermitKept,
): Promise<(Ground & { faults: Finding[] }) | Finding> {
  const { seq } = event;
  const submitted = event.type === 'form-submitted' ? event.data : before?.form;
  const person = persons.find(({ personId }) => personId === before?.personId)?.identity;
  if (!submitted || person === undefined) {
    return notComparable(`Event ${seq} (${event.type}) rests on a person or a form that is not kept.`, {
      seq,
    });
  }
  const form = await findForm(submitted.version);
  if (form === undefined || !Value.Check(PermitDraft, form.content)) {
    return notComparable(`Form version ${submitted.version} is not kept, or is no form of a permit.`, {
      seq,
    });
  }
  const expected = hashOfJson(form.content);
  const isSame = expected === submitted.sha256 && form.sha256 === submitted.sha256;
  const words = `Form version ${submitted.version} is not the form that was handed in: its SHA-256 is another one.`;
  const isFirst = event.type === 'form-submitted';
  const faults = isSame || !isFirst ? [] : [diverged(words, { seq, recorded: submitted.sha256, expected })];
  return { entered: form.content, person, fetched, bodies, faults };
}

/** Null where the rules cannot be asked at all with what is recorded. */
function computeOr(step: Step, ground: Ground): Again | null | undefined {
  try {
    return computeAgain(step, ground);
  } catch {
    return null;
  }
}

function senseless({ event: { seq, type } }: Step): Finding {
  return notComparable(`Event ${seq} (${type}) cannot be computed again from what was recorded before it.`, {
    seq,
  });
}

function differing({ step: { event }, again }: { step: Step; again: Again }): Finding[] {
  const { seq, type } = event;
  return differencesOf(again.recorded, again.expected).map(({ pointer, left, right }) => {
    const words = `Event ${seq} (${type}), ${pointer}: ${shown(left)} in the record, ${shown(right)} when computed again.`;
    return diverged(words, { seq, pointer: `/data${pointer}`, recorded: left, expected: right });
  });
}

function comparedOf(values: number, computed: number): string {
  return `${counted(values, 'prefilled value')}, ${counted(computed, 'event')} by the rules of the permit`;
}
