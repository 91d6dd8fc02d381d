/** What the record says of a permit beside what the rules give when they are asked again. Pure. */
import { Value } from 'typebox/value';
import type { KeptBody } from '../db/reads/audit';
import type { CaseFile } from '../domain/case-file';
import type { AnswerRef, EventData, EventType } from '../domain/events';
import { lawDate } from '../domain/law-day';
import type { PermitFiling, PermitTerm } from '../domain/permit';
import { agencyAnswerSchemas } from '../domain/agency-answers';
import type { Check } from '../domain/agencies';
import { KinshipRegisterAnswer } from '../domain/permit-answers';
import type { PermitDraft } from '../domain/permit-form';
import type { FetchedValue } from '../domain/permit-form/fetched';
import type { PersonIdentity } from '../domain/person';
import { completenessFor, renewedNumber, termFor } from '../policy/permit/as-filed';
import { outcomeOfChange } from '../policy/permit/change';
import { limitValues, toldAtIn } from '../policy/permit/limit-values';
import {
  daysToldIn,
  registeredDays,
  type DayTeller,
  type RegisteredDays,
} from '../policy/permit/registered-days';
import { markEnded } from '../policy/permit/still-lasting';
import { formAsUsed, useValues } from '../policy/permit/uses';
import { readFilingWindow } from '../policy/permit/window';
import type { Step } from './fold-steps';

/** The form as it was handed in, the person, what the registers said before, and the answers that were kept. */
export interface Ground {
  entered: PermitDraft;
  person: PersonIdentity;
  fetched: readonly FetchedValue[];
  bodies: readonly KeptBody[];
}

/** Both sides hold the same fields: those that can be computed again. */
export interface Again {
  recorded: unknown;
  expected: unknown;
}

type Told<T extends EventType> = { effectiveAt: string; data: EventData[T] };
interface Known extends Ground {
  file: CaseFile;
  permit: PermitFiling & NonNullable<CaseFile['permit']>;
}
type Computer<T extends EventType> = (event: Told<T>, known: Known) => Again | undefined;

const computers = {
  'form-submitted': ({ data, effectiveAt }, { file, permit: { filing }, entered, fetched: known }) => {
    const { policyVersion } = file;
    const filedOn = lawDate(effectiveAt);
    const fetched = markEnded(known, filedOn);
    const { currentPermit, fine } = formAsUsed(entered, fetched, policyVersion);
    const reading = readFilingWindow({
      filing,
      currentUntil: currentPermit?.validUntil ?? null,
      finedOn: fine?.decidedOn,
      filedOn,
    });
    const window = reading.ok ? reading.window : null;
    return {
      recorded: { permit: data.permit },
      expected: { permit: { uses: useValues(entered, fetched, policyVersion), window } },
    };
  },
  'completeness-checked': ({ data }, known) => {
    const { file, permit } = known;
    const { employerId } = permit;
    const handed = file.documents.map(({ kind }) => kind);
    return { recorded: data, expected: completenessFor(applicantOf(known), { handed, employerId }) };
  },
  'decision-proposed': ({ data: { term } }, known) =>
    term === undefined ? undefined : { recorded: { term }, expected: { term: termIn(known, term) } },
  'permit-issued': ({ data: { term, renews } }, known) => ({
    recorded: { term, renews },
    expected: { term: termIn(known, term), renews: renewedNumber(applicantOf(known)) },
  }),
  'permit-not-issued': ({ data: { term } }, known) => ({
    recorded: { term },
    expected: { term: termIn(known, term) },
  }),
  'change-reported': ({ data }, { file: { certificate }, permit: { purpose } }) => {
    if (certificate === null) return undefined;
    const { change: kind, on: happenedOn, effect, validUntil, article } = data;
    const { validFrom, validUntil: standsUntil } = certificate;
    const change = { kind, purpose, happenedOn, validFrom, validUntil: standsUntil };
    const outcome = outcomeOfChange(change);
    const lastDay = outcome.effect === 'nothing' ? null : outcome.lastDay;
    return {
      recorded: { effect, validUntil, article },
      expected: { effect: outcome.effect, validUntil: lastDay, article: outcome.article },
    };
  },
} as const satisfies { [T in EventType]?: Computer<T> };

type Computed = keyof typeof computers;

export function isComputed(type: EventType): type is Computed {
  return type in computers;
}

/** Undefined where the event says nothing that a rule gives. */
export function computeAgain({ before, event }: Step, ground: Ground): Again | undefined {
  if (before === null || before.permit === null || !isComputed(event.type)) return undefined;
  const compute = computers[event.type] as Computer<Computed>;
  return compute(event as Told<Computed>, { ...ground, file: before, permit: before.permit });
}

function applicantOf({ file, permit, person, entered, fetched }: Known) {
  if (file.form === null) throw new Error('nothing was filed');
  const { purpose, filing } = permit;
  const { citizenship, bornOn } = person;
  const { policyVersion } = file;
  const filedOn = lawDate(file.form.submittedAt);
  const found = markEnded(fetched, filedOn);
  const form = formAsUsed(entered, found, policyVersion);
  return { purpose, filing, citizenship, bornOn, filedOn, policyVersion, form, found };
}

/** That another permit of the person lasts, and until when, the register of permits knew then; the record keeps it. */
function termIn(known: Known, { follows: ownUntil }: PermitTerm) {
  const { file, permit } = known;
  if (permit.window === null) throw new Error('nothing says by which rule it was filed in time');
  const decidedOn = lawDate(file.statusSince);
  const { window, heldFrom, heldUntil } = permit;
  const kinship = kinshipIn(known);
  const applicant = applicantOf(known);
  const said = { entered: known.entered, found: applicant.found, toldAt: toldAtIn(file) };
  const values = limitValues(file.policyVersion, said);
  const held = { heldFrom, heldUntil, registered: registeredIn(known) };
  return termFor(applicant, { window: window.rule, decidedOn, kinship, ownUntil, values, ...held });
}

/** The answer on the sponsor that the case rested on. */
function kinshipIn({ file, bodies }: Known) {
  const agency = 'kinship-register';
  const answer = file.checks?.[agency]?.answer ?? null;
  if (answer === null) return undefined;
  const body = bodyOf(agency, answer, bodies);
  if (!Value.Check(KinshipRegisterAnswer, body)) throw new Error('the answer on the sponsor is not kept');
  return body;
}

/** Until when papers last, as the registers answered in verification. */
function registeredIn({ file, bodies }: Known): RegisteredDays {
  const told = Object.entries(daysToldIn(file)).map(([name, { answer, at }]) => {
    const register = name as DayTeller;
    const body = bodyOf(register, answer, bodies);
    if (!Value.Check(agencyAnswerSchemas[register], body))
      throw new Error(`the answer of ${register} is not kept`);
    return { register, body, at };
  });
  return registeredDays(told, file.policyVersion);
}

function bodyOf(agency: Check, { answerId, sha256 }: AnswerRef, bodies: Known['bodies']): unknown {
  const isNamed = (each: KeptBody) =>
    each.agency === agency && each.answerId === answerId && each.sha256 === sha256;
  return bodies.find(isNamed)?.body;
}
