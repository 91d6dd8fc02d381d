/** Random legal lives: every step goes through the doors of the workflow, and is told as what was before and after. */
import fc from 'fast-check';
import { applyEvent } from '../../../domain/apply-event';
import type { CaseFile } from '../../../domain/case-file';
import type { CaseKind } from '../../../domain/case-kinds';
import type { CaseEvent, EventBody } from '../../../domain/events';
import { shiftDays } from '../../../domain/law-day';
import { deadlinesOf, eventOfDeadline, findDueBy } from '../../../policy/deadlines';
import { eventsOfAct } from '../../../policy/events-of-act';
import { movesOf, whyNot } from '../../../policy/moves';
import { permanentPolicies } from '../../../policy/permanent-policies';
import { permitPolicies } from '../../../policy/permit/policies';
import type { UpdateVerb } from '../../../domain/verbs';
import type { Actor } from '../../../domain/actor';
import { anEvent, caseId } from '../../support/case-files';
import { cast, isTried, sayingOf, type Moment } from './random-acts';
import type { Happening } from './happening';
import { newsFor } from './random-news';

/** `waitMs` until it happens, or `edge`: so many milliseconds around the next deadline; `lateMs` on its way to us. */
export interface Choice {
  pick: number;
  roll: number;
  waitMs: number;
  edge: number | null;
  lateMs: number;
}
export interface Opening {
  at: string;
  policyVersion: string;
  calendar: string;
  kind: CaseKind;
  employerId?: string | null;
}
export interface Step {
  before: CaseFile | null;
  event: CaseEvent;
  after: CaseFile;
  /** Whether everything that its cause makes has happened. */
  complete: boolean;
  /** What happened before it. */
  earlier: () => CaseEvent[];
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const most = 2 ** 20;

export const choices: fc.Arbitrary<Choice> = fc.record({
  pick: fc.nat(most),
  roll: fc.nat(most),
  waitMs: fc.oneof(
    { weight: 24, arbitrary: fc.integer({ min: 0, max: 2_000 }).map((minutes) => minutes * minuteMs) },
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 8 * dayMs }) },
    { weight: 1, arbitrary: fc.integer({ min: 20 * dayMs, max: 100 * dayMs }) },
  ),
  edge: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 0, 1, 3_600_000) },
  ),
  lateMs: fc.constantFrom(0, 0, 0, 0, minuteMs, 36 * 60 * minuteMs),
});

const openedAt = fc.integer({ min: 0, max: 300 }).map((day) => shiftDays('2026-02-20T05:30:00.000Z', day));
const calendar = fc.constantFrom('kz-2026-01', 'kz-2026-03');

export const openings: Record<CaseKind, fc.Arbitrary<Opening>> = {
  'permanent-residence': fc.record({
    at: openedAt,
    policyVersion: fc.constantFrom(...permanentPolicies.map(({ version }) => version)),
    calendar,
    kind: fc.constant('permanent-residence'),
  }),
  'temporary-permit': fc.record({
    at: openedAt,
    policyVersion: fc.constantFrom(...permitPolicies.map(({ version }) => version)),
    calendar,
    kind: fc.constant('temporary-permit'),
    employerId: fc.constantFrom(null, 'employer-1'),
  }),
};

/** Throws when deadlines follow each other without end. */
export function live(opening: Opening, chosen: readonly Choice[]): Step[] {
  const steps: Step[] = [];
  const place = (event: CaseEvent, complete = true): void => {
    const before = steps.at(-1)?.after ?? null;
    const index = steps.length;
    const earlier = () => steps.slice(0, index).map((step) => step.event);
    steps.push({ before, event, after: applyEvent(caseId, before, event), complete, earlier });
    if (steps.length > 3_000) throw new Error(`no end of ${event.causeId}`);
  };
  const file = (): CaseFile => steps.at(-1)!.after;
  const { at, kind, employerId = null, ...pinned } = opening;
  const permit = { filing: 'issue' as const, purpose: 'family' as const, employerId };
  const data = { ...pinned, kind, ...(kind === 'temporary-permit' && { permit }) };
  place(anEvent('application-opened', { effectiveAt: at, data }));
  let now = at;
  for (const choice of chosen) {
    if (steps.filter(({ before }) => before !== null && before.overAt !== null).length > 1) break;
    now = later(file(), now, choice);
    const stamped = stampOf(file(), now, choice);
    applyDue(file, place, { by: stamped, spare: false });
    applyDue(file, place, { by: now, spare: true });
    const happening = choose(file(), { at: stamped, roll: choice.roll }, choice.pick);
    if (happening !== undefined) {
      const meta = { effectiveAt: stamped, actor: happening.actor, causeId: `choice:${steps.length}` };
      const bodies = happening.tell(file());
      bodies.forEach((body, index) =>
        place({ ...body, ...meta, seq: file().seq + 1 }, index === bodies.length - 1),
      );
    }
    applyDue(file, place, { by: now, spare: false });
  }
  return steps;
}

function later(file: CaseFile, now: string, { waitMs, edge }: Choice): string {
  const due = deadlinesOf(file)[0]?.dueAt;
  const ms = edge === null || due === undefined ? Date.parse(now) + waitMs : Date.parse(due) + edge;
  return new Date(Math.max(ms, Date.parse(now))).toISOString();
}

/** An act that is on its way was stamped earlier, but not before the case was opened. */
function stampOf({ openedAt }: CaseFile, now: string, { lateMs }: Choice): string {
  const stamped = new Date(Date.parse(now) - lateMs).toISOString();
  return stamped > openedAt ? stamped : openedAt;
}

/** A deadline that would make an act come too late waits for what was stamped in time. */
function applyDue(
  file: () => CaseFile,
  place: (event: CaseEvent) => void,
  { by, spare }: { by: string; spare: boolean },
): void {
  for (let due = findDueBy(file(), by); due !== undefined; due = findDueBy(file(), by)) {
    if (spare && due.actsFirst) return;
    place(eventOfDeadline(file(), due));
  }
}

/** The first possible thing from the picked one on; only what is tried is asked whether it may be. */
function choose(file: CaseFile, moment: Moment, pick: number): Happening | undefined {
  const open = [...actsOn(file, moment), ...newsFor(file, moment).map((news) => () => news)];
  for (let turn = 0; turn < open.length; turn += 1) {
    const happening = open[(pick + turn) % open.length]?.();
    if (happening !== undefined) return happening;
  }
  return undefined;
}

function actsOn(file: CaseFile, moment: Moment): (() => Happening | undefined)[] {
  return cast.flatMap((actor) =>
    movesOf(file, actor)
      .filter((verb): verb is UpdateVerb => isTried(verb, moment.roll))
      .map((verb) => () => act(verb, { file, moment, actor })),
  );
}

function act<V extends UpdateVerb>(
  verb: V,
  { file, moment, actor }: { file: CaseFile; moment: Moment; actor: Actor },
): Happening | undefined {
  const data = sayingOf(verb, file, moment);
  const said = { intake: '1', effectiveAt: moment.at, actor, outages: [], data };
  if (whyNot(verb, file, said) !== undefined) return undefined;
  return { actor, tell: (now): EventBody[] => eventsOfAct[verb](now, said) };
}
