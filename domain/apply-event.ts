/** The fold: what each event makes of a case. One function for the workflow, the read tables and the auditor. */
import type { CaseFile, ClockSegment } from './case-file';
import type { CaseEvent, EventType } from './events';
import { folds } from './folds';
import { isClosed, standing, type CaseStatus } from './statuses';

/**
 * The case after one more event; nothing is changed in place. The first event must be `application-opened`;
 * a gap in `seq` throws, because then the record itself is wrong.
 */
export function applyEvent(caseId: string, file: CaseFile | null, event: CaseEvent): CaseFile {
  const expected = (file?.seq ?? 0) + 1;
  if (event.seq !== expected) throw new Error(`event ${event.seq} where ${expected} was due`);
  if (file === null) return opened(caseId, event);
  if (isClosed(file.status) && event.type !== 'late-answer-kept') {
    throw new Error(`${event.type} after the case was over`);
  }
  const fold = folds[event.type] as (file: CaseFile, event: CaseEvent) => Partial<CaseFile>;
  const changed = { ...file, ...fold(file, event), seq: event.seq };
  return settled(changed, file, event);
}

/** The whole story at once. */
export function foldEvents(caseId: string, events: readonly CaseEvent[]): CaseFile | null {
  return events.reduce<CaseFile | null>((file, event) => applyEvent(caseId, file, event), null);
}

function opened(caseId: string, event: CaseEvent): CaseFile {
  if (event.type !== 'application-opened') throw new Error(`a case cannot begin with ${event.type}`);
  const { region, applicantId, personId, policyVersion } = event.data;
  const status = 'awaiting-test-booking';
  return {
    caseId,
    seq: event.seq,
    region,
    applicantId,
    personId,
    policyVersion,
    status,
    statusSince: event.effectiveAt,
    openedAt: event.effectiveAt,
    closedAt: null,
    assignee: null,
    testAttempts: [],
    form: null,
    score: null,
    checks: null,
    interview: null,
    proposal: null,
    reasons: [],
    certificate: null,
    clock: {
      segments: [{ kind: 'stopped', from: event.effectiveAt, to: null, basis: status }],
      warnedAt: null,
    },
    escalation: null,
    escalated: [],
    escalationClearedAt: null,
  };
}

const closesEscalation: readonly EventType[] = ['decision-approved', 'decision-returned', 'case-assigned'];

/** What follows from every event alike: the status that the findings make, the clock, the escalation. */
function settled(file: CaseFile, before: CaseFile, event: CaseEvent): CaseFile {
  const seenBySupervisor = event.actor.role === 'supervisor' && closesEscalation.includes(event.type);
  const status = standing[file.status].stage === 'verification' ? statusOfChecks(file) : file.status;
  const escalation = seenBySupervisor || isClosed(status) ? null : file.escalation;
  const cleared = file.escalation !== null && escalation === null;
  const escalationClearedAt = cleared ? event.effectiveAt : file.escalationClearedAt;
  if (status === before.status) return { ...file, escalation, escalationClearedAt };
  const at = event.effectiveAt;
  return {
    ...file,
    status,
    escalation,
    escalationClearedAt,
    statusSince: at,
    closedAt: isClosed(status) ? at : null,
    clock: { ...file.clock, segments: nextSegments(file.clock.segments, status, at) },
  };
}

function statusOfChecks(file: CaseFile): CaseStatus {
  const all = Object.values(file.checks ?? {});
  if (all.some((check) => check.result === null)) return 'verification';
  if (all.some((check) => check.result !== 'clear' && check.judgement === null)) return 'awaiting-judgement';
  if (all.some((check) => check.judgement === 'adverse')) return 'awaiting-proposal';
  const held = file.interview?.outcome ?? 'no-show';
  if (held !== 'no-show') return 'awaiting-proposal';
  return file.interview?.outcome === null ? 'awaiting-interview' : 'awaiting-schedule';
}

function nextSegments(segments: ClockSegment[], status: CaseStatus, at: string): ClockSegment[] {
  const last = segments.at(-1);
  const kind = standing[status].clockRuns ? 'running' : 'stopped';
  if (last === undefined || (last.kind === kind && !isClosed(status))) return segments;
  const ended = [...segments.slice(0, -1), { ...last, to: at }];
  return isClosed(status) ? ended : [...ended, { kind, from: at, to: null, basis: status }];
}
