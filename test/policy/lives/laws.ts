/** The laws that every step of every life keeps: what holds of a case before an event, the event, and the case after. */
import type { CaseFile, Clocks } from '../../../domain/case-file';
import type { Outage } from '../../../domain/clock';
import { lawDate } from '../../../domain/law-day';
import { agencyBehind, type CaseEvent } from '../../../domain/events';
import { isClosed, stagesOf, standing } from '../../../domain/statuses';
import { waitingOn } from '../../../domain/waiting';
import { faultsOf } from '../../../policy/clock/ledger-faults';
import { readOpenClock } from '../../../policy/clocks';
import { canBeComplainedOf, complaintsUntil, findGrievance } from '../../../policy/complaint';
import { deadlinesOf, type Deadline } from '../../../policy/deadlines';
import { canShow } from '../../../policy/ground-evidence';
import { isOutOfPlace } from '../../../policy/ground-limits';
import { mayGrant } from '../../../policy/guards/decision';
import { objectionsUntil } from '../../../policy/hearing';
import { permanentPolicyOf, policyOf } from '../../../policy/policies';
import { projectionOf } from '../../../policy/projection';
import { readClock } from '../../../policy/service-clock';
import { tasksOf, type Task } from '../../../policy/tasks';
import { waitingUntil } from '../../../policy/waiting-until';
import type { Step } from './random-life';

/** Under which what is claimed is looked at and each later end is warned of. */
const newest = ['2026-11-24', '2026-11-25', 'permit-2026-11-23', 'permit-2026-11-24', 'permit-2026-11-25'];

/** A fault is a sentence about a step; a life that is lawful has none. */
type Fault = string | false | undefined;
export const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const ledgersOf = ({ service, verification, turn, complaint }: Clocks) =>
  [service, verification, turn, complaint].filter((ledger) => ledger !== null);

interface View {
  deadlines: Deadline[];
  tasks: Task[];
  projection: ReturnType<typeof projectionOf>;
}
const views = new WeakMap<CaseFile, View>();

/** What is read of a case again and again, once. */
function view(file: CaseFile): View {
  let known = views.get(file);
  if (known === undefined) {
    known = { deadlines: deadlinesOf(file), tasks: tasksOf(file), projection: projectionOf(file) };
    views.set(file, known);
  }
  return known;
}
const due = (file: CaseFile, name: string) =>
  view(file).deadlines.find((known) => known.name === name)?.dueAt;

const laws: Record<string, (step: Step) => Fault[]> = {
  'the record has no gap': ({ before, event, after }) => [
    after.seq !== (before?.seq ?? 0) + 1 && 'seq',
    event.seq !== after.seq && 'event',
  ],

  'what the read tables say can be computed, and is plain JSON': ({ after }) => [
    !same(view(after).projection, asJson(view(after).projection)) && 'projection',
  ],

  'every wait has an owner and a next event': ({ after }) => [
    after.overAt === null && view(after).deadlines.length + view(after).tasks.length === 0 && 'forgotten',
    after.officerStop !== null && !view(after).tasks.some(({ name }) => name === 'resume-clock') && 'stopped',
  ],

  'a certificate that stands has an end, also while an annulment is considered': ({ after }) => {
    const { certificate, overAt, status, complaint } = after;
    const stands = certificate !== null && overAt === null && status !== 'annulled' && status !== 'refused';
    return [stands && complaint?.outcome !== null && !due(after, 'certificate:expire') && 'for good'];
  },

  'somebody says of every paper that is asked for whether it holds': ({ after }) =>
    after.documentsRequested
      .filter((kind) => agencyBehind[kind] !== undefined && after.checks?.[agencyBehind[kind]] === undefined)
      .map((kind) => after.checks !== null && kind),

  'nothing is waited for in a case that is over': ({ after }) =>
    after.overAt === null
      ? []
      : [
          view(after).deadlines.length > 0 && 'deadline',
          view(after).tasks.length > 0 && 'task',
          waitingOn(after).party !== 'nobody' && 'party',
          waitingUntil(after) !== null && 'until',
        ],

  'deadlines and tasks are told apart by name': ({ after }) => {
    const names = view(after).deadlines.map(({ name }) => name);
    const tasks = view(after).tasks.map(({ name, subject }) => `${name} ${subject}`);
    return [
      new Set(names).size !== names.length && 'deadlines',
      new Set(tasks).size !== tasks.length && 'tasks',
    ];
  },

  'no event makes a deadline that had passed before it': ({ before, event, after, complete }) =>
    !complete || before === null || isLate(before, event)
      ? []
      : view(after)
          .deadlines.filter(({ name, dueAt }) => dueAt < after.lastAt && due(before, name) !== dueAt)
          .filter(({ name }) => event.type !== 'calendar-adopted' || name !== 'clock:warn')
          .filter(({ name }) => event.type !== 'change-reported' || name !== 'certificate:expire')
          .map(({ name, dueAt }) => `${name} ${dueAt}`),

  'the due date and the deadlines say the same': ({ after }) => {
    const { dueAt, warnAt, running } = readClock(after, after.lastAt);
    const deemed = due(after, 'clock:deemed-refusal');
    const warned = due(after, 'clock:warn');
    const isDecided = after.status === 'granting' && policyOf(after.policyVersion).grantEndsTerm.value;
    const open = after.overAt === null && running && !isDecided;
    return [
      deemed !== (open && after.deemedRefusedAt === null ? dueAt : undefined) && 'deemed refusal',
      warned !== (open ? warningOwed(after, warnAt) : undefined) && 'warning',
      view(after).projection.row.clockDueAt !== dueAt && 'table',
    ];
  },

  'an outage of ours makes no time of the applicant shorter, and none ends on a day that it took': ({
    before,
    event,
    after,
  }) => {
    if (before === null || event.type !== 'outage-noted') return [];
    const { terms = ['turn'] as const } = event.data;
    const [was, is] = [endsFor(before), endsFor(after)];
    return [
      ...Object.entries(was).map(([name, end]) => (is[name] ?? '') < end && `${name} shorter`),
      ...terms.map((name) => outageOn(event.data, lastInstantOf(is[name])) && `${name} ends in it`),
    ];
  },

  'the service clock runs while the state has the ball and nobody stopped it': ({ after }) => {
    const runs = standing[after.status].clockRuns && after.officerStop === null;
    const ended = after.clocks.service.endedAt !== null;
    return [
      readClock(after, after.lastAt).running !== (runs && !ended) && 'running',
      isClosed(after.status) && !ended && 'not ended',
    ];
  },

  'days that were used stay used': ({ before, event, after }) => {
    const mayBegin = [
      'decision-set-aside',
      'reopening-decided',
      'clock-resumed',
      'calendar-adopted',
    ].includes(event.type);
    if (before === null || mayBegin || isLate(before, event)) return [];
    const used = readClock(before, before.lastAt).daysUsed;
    return [readClock(after, after.lastAt).daysUsed < used && 'taken back'];
  },

  'a term begins anew only after a stop that says so, or when the decision was set aside': ({
    before,
    event,
    after,
  }) => {
    if (before === null || event.type !== 'clock-resumed' || isLate(before, event)) return [];
    const anew = before.clocks.service.stops.some(({ to, effect }) => to === null && effect === 'anew');
    const used = readClock(before, before.lastAt).daysUsed;
    return [
      !anew && readClock(after, after.lastAt).daysUsed < used && 'taken back',
      anew && readClock(after, after.lastAt).daysUsed !== 0 && 'not anew',
    ];
  },

  'a ledger can be counted, and no stop outlasts it': ({ after }) =>
    ledgersOf(after.clocks).flatMap((ledger) => [
      ...faultsOf(ledger),
      ledger.endedAt !== null && ledger.stops.some(({ to }) => to === null || to > ledger.endedAt!) && 'stop',
    ]),

  'what was proposed is not returned by who proposed it': ({ before, event }) => [
    event.type === 'decision-returned' && before?.proposal?.proposedBy === event.actor.id && 'one person',
  ],

  'what is to be judged anew waits for a person as its agency told it, and nothing else is opened': ({
    before,
    event,
    after,
  }) => {
    if (before === null || event.type !== 'decision-returned') return [];
    const { judgeAnew = [] } = event.data;
    const left = Object.fromEntries(
      judgeAnew.map((check) => [check, { ...before.checks?.[check], judgement: null, judgedBy: null }]),
    );
    return [
      judgeAnew.some((check) => !before.checks?.[check]?.judgement) && 'never judged',
      judgeAnew.length > 0 && after.status !== 'awaiting-judgement' && after.status,
      !same(after.checks, before.checks && { ...before.checks, ...left }) && 'findings',
    ];
  },

  'nobody is granted what stands against the rules, nor by one person alone': ({ before, event }) =>
    event.type !== 'decision-approved' || before === null
      ? []
      : [
          event.data.outcome === 'grant' && !mayGrant(before) && 'grant',
          before.proposal?.proposedBy === event.actor.id && 'one person',
        ],

  'a refusal rests on evidence that can show its ground, where the policy asks it': ({ before, event }) => {
    const refuses = event.type === 'decision-proposed' || event.type === 'decision-approved';
    if (before === null || !refuses || !policyOf(before.policyVersion).evidenceHeld.value) return [];
    return event.data.reasons.map((reason) => !canShow(before.kind, reason) && reason.ground);
  },

  'a ground is told of whom and for what the law has it, where the policy asks it': ({ before, event }) => {
    if (before === null || event.type !== 'decision-proposed') return [];
    const after = event.data.outcome === 'annul' ? 'grant' : 'filing';
    return event.data.reasons.map(({ ground }) => isOutOfPlace(before, ground, after) && ground);
  },

  'a decision is reopened by two people, one proposal at a time, and only while it stands': ({
    before,
    event,
  }) => {
    if (before === null) return [];
    const decided = before.status === 'granted' || before.status === 'refused';
    const { reopening } = before;
    const open = reopening !== null && reopening.outcome === null;
    const annulling = before.proposal?.outcome === 'annul' && !isClosed(before.status);
    const stands = decided || before.status === 'granting' || annulling;
    return [
      event.type === 'reopening-proposed' && (open || !stands) && 'proposed',
      event.type === 'reopening-joined' && (!open || !stands) && 'joined',
      event.type === 'reopening-decided' && reopening?.supportedBy === null && 'not supported',
      event.type === 'reopening-decided' && reopening?.supportedBy === event.actor.id && 'one person',
      event.type === 'reopening-decided' && (reopening?.outcome !== null || !decided) && 'not open',
    ];
  },

  'what people have looked at is not proposed to them again before its agency was asked anew': ({
    event,
    earlier,
  }) => {
    if (!isPut(event)) return [];
    const { check, codes, ask } = event.data;
    const put = earlier().filter(isPut);
    return [
      put.some(({ data }) => data.check === check && data.ask === ask && same(data.codes, codes)) && 'again',
    ];
  },

  'a proposal to reopen outlives no decision': ({ before, event, after }) => [
    before?.reopening?.outcome === null &&
      (event.type === 'permit-not-issued' ||
        (event.type === 'decision-set-aside' && event.data.returnTo !== null)) &&
      after.reopening?.outcome === null &&
      'open',
  ],

  'a permit is decided by an officer, on findings that are each clear or judged clear': ({
    before,
    event,
  }) => {
    if (before === null || before.permit === null || event.type !== 'decision-approved') return [];
    const findings = Object.values(before.checks ?? {});
    const papers = before.documents.map(({ judgement }) => judgement);
    const grants = event.data.outcome === 'grant';
    return [
      grants && event.actor.role !== 'caseworker' && 'nobody',
      grants && findings.length === 0 && 'no agency was asked',
      grants && findings.some((each) => each.result !== 'clear' && each.judgement !== 'clear') && 'finding',
      grants && (papers.includes('adverse') || before.documentsMissing.length > 0) && 'papers',
      event.data.outcome === 'annul' && event.actor.role !== 'supervisor' && 'annulled alone',
    ];
  },

  'a permit never becomes longer': ({ before, event, after }) =>
    before?.certificate &&
    after.certificate &&
    event.type !== 'permit-issued' &&
    event.type !== 'certificate-issued'
      ? [after.certificate.validUntil > before.certificate.validUntil && 'longer']
      : [],

  'nobody takes from a permit by his own word what he says of somebody else': ({
    before,
    event,
    earlier,
  }) => {
    if (before === null || !newest.includes(before.policyVersion)) return [];
    const claim = before.permit?.claim;
    const confirmed = earlier().at(-1)?.type === 'change-decided';
    return [
      isOfAnother(event) && !confirmed && 'alone',
      event.type === 'change-decided' && claim?.claimedBy.id === event.actor.id && 'one person',
      event.type === 'change-decided' && claim?.outcome !== null && 'decided twice',
      event.type === 'change-claimed' && claim?.outcome === null && before.status === 'granted' && 'two',
    ];
  },

  'each kind of case has a life of its own': ({ after }) => {
    const stages: readonly string[] = stagesOf[after.kind];
    return [
      !stages.includes(standing[after.status].stage) && `in ${after.status}`,
      (after.permit === null) !== (after.kind === 'permanent-residence') && 'part',
    ];
  },

  'a complaint is decided by somebody who neither acted in the case nor sat in its interview': ({
    before,
    event,
    earlier,
  }) => {
    const decided = event.type === 'complaint-decided' && event.actor.role === 'supervisor';
    if (!decided || before?.complaint?.forwardedAt === null) return [];
    const told = earlier();
    return [
      told.some(({ actor }) => actor.id === event.actor.id) && 'acted',
      told.some((_, index) => satIn(told, index).includes(event.actor.id)) && 'sat',
    ];
  },

  'an attempt that was taken back is neither marked nor counted': ({ before, event }) => {
    if (before === null) return [];
    const { voided = [] } = before;
    const marked =
      event.type === 'language-test-result-received' &&
      before.testAttempts.some((sat) => sat.attempt === event.data.attempt && voided.includes(sat.requestId));
    const failed = before.testAttempts.filter(
      ({ attempt, passed }) => attempt > before.voidAttempts && passed === false,
    );
    const ends =
      event.type === 'application-refused' && event.data.reasons[0]?.ground === 'language-test-failed';
    const most = before.permit === null && permanentPolicyOf(before.policyVersion).language.attempts.value;
    return [marked && 'marked', ends && failed.length !== most && `after ${failed.length}`];
  },

  'a complaint takes from nobody the proof of language that he had': ({ before, event }) => {
    if (before === null || event.type !== 'decision-set-aside') return [];
    const counting = before.testAttempts.filter(({ attempt }) => attempt > before.voidAttempts);
    const proved = before.presented?.confirmed || counting.some(({ passed }) => passed);
    return [event.data.returnTo === 'language-test' && proved && 'void'];
  },

  'a complaint takes from nobody an interview that he passed': ({ before, event, after }) => [
    event.type === 'decision-set-aside' &&
      before?.interview?.outcome === 'passed' &&
      after.interview?.outcome !== 'passed' &&
      'again',
  ],

  'a permit that goes back to verification misses what it missed': ({ before, event, after }) => [
    event.type === 'decision-set-aside' &&
      event.data.returnTo === 'verification' &&
      before?.kind === 'temporary-permit' &&
      before.documentsMissing.some((paper) => !after.documentsMissing.includes(paper)) &&
      'forgotten',
  ],

  'nothing but a late answer comes after the end': ({ before, event }) => [
    before !== null && before.overAt !== null && event.type !== 'late-answer-kept' && 'after the end',
  ],
};

/** Nobody tells of his own death. */
function isOfAnother(event: CaseEvent): boolean {
  return (
    event.type === 'change-reported' && (event.actor.role !== 'applicant' || event.data.change === 'died')
  );
}

function isPut(
  event: CaseEvent,
): event is Extract<CaseEvent, { type: 'reopening-proposed' | 'reopening-joined' }> {
  return event.type === 'reopening-proposed' || event.type === 'reopening-joined';
}

/** Who was called to the interview that this event records, and did not step back. */
function satIn(told: readonly CaseEvent[], index: number): string[] {
  if (told[index]?.type !== 'interview-recorded') return [];
  const before = told.slice(0, index);
  const from = before.findLastIndex(({ type }) => type === 'interview-scheduled');
  const called = before[from];
  const left = before
    .slice(from)
    .flatMap((one) => (one.type === 'panel-member-recused' ? [one.data.member] : []));
  return called?.type === 'interview-scheduled' ? called.data.panel.filter((one) => !left.includes(one)) : [];
}

/** The first warning comes with the target; one more, where the policy says so, with a target that ends later. */
function warningOwed(
  { clockWarnedAt, deemedRefusedAt, lastAt, policyVersion }: CaseFile,
  target: string | null,
) {
  if (target === null || clockWarnedAt === null) return target ?? undefined;
  const again = newest.includes(policyVersion) && deemedRefusedAt === null;
  if (!again || target <= clockWarnedAt) return undefined;
  return target > lastAt ? target : lastAt;
}

/** Until when the applicant can still act, by what it is. */
function endsFor(file: CaseFile): Record<string, string> {
  const grievance = canBeComplainedOf(file) ? findGrievance(file) : undefined;
  const ends = {
    turn: readOpenClock(file, 'turn', file.lastAt)?.dueAt,
    objection: objectionsUntil(file),
    complaint: grievance && complaintsUntil(file, grievance),
  };
  return Object.fromEntries(Object.entries(ends).filter((each): each is [string, string] => !!each[1]));
}

const lastInstantOf = (end: string | undefined) => new Date(Date.parse(end ?? '') - 1).toISOString();

function outageOn({ from, to }: Outage, instant: string): boolean {
  return lawDate(from) <= lawDate(instant) && lawDate(instant) <= lawDate(to);
}

/** An act on its way was stamped before what the case knows already. */
const isLate = (before: CaseFile, event: CaseEvent) => event.effectiveAt < before.lastAt;

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function faultsIn(step: Step): string[] {
  return Object.entries(laws).flatMap(([law, check]) =>
    check(step)
      .filter((fault) => typeof fault === 'string')
      .map((fault) => `${law}: ${fault} at ${step.event.seq} ${step.event.type}`),
  );
}
