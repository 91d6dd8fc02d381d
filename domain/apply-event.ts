/** The fold: what each event makes of a case. One function for the workflow, the read tables and the auditor. */
import type { CaseFile } from './case-file';
import type { CaseKind } from './case-kinds';
import type { CaseEvent, EventType } from './events';
import { agencyBehind } from './evidence';
import { folds } from './folds';
import { withNoticeToProve } from './folds/notices';
import { laterOf, openLedger, stopLedger } from './ledger';
import { takesPlace } from './permit-file';
import { settleClocks } from './settle-clocks';
import { isClosed, standing, type CaseStatus } from './statuses';
import { claimToDecide } from './waiting';

/**
 * The case after one more event; nothing is changed in place. The first event must be `application-opened`;
 * a gap in `seq` throws, because then the record itself is wrong.
 */
export function applyEvent(caseId: string, file: CaseFile | null, event: CaseEvent): CaseFile {
  const expected = (file?.seq ?? 0) + 1;
  if (event.seq !== expected) throw new Error(`event ${event.seq} where ${expected} was due`);
  if (file === null) return opened(caseId, event);
  if (file.overAt !== null && event.type !== 'late-answer-kept') {
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
  const { region, applicantId, personId, policyVersion, calendar, notifyBy = 'account' } = event.data;
  const { kind = 'permanent-residence', permit = null } = event.data;
  const at = event.effectiveAt;
  const status = firstStatus[kind];
  return {
    caseId,
    kind,
    seq: event.seq,
    region,
    applicantId,
    personId,
    policyVersion,
    calendar,
    status,
    statusSince: at,
    openedAt: at,
    lastAt: at,
    closedAt: null,
    overAt: null,
    assignee: null,
    tookPart: [],
    testAttempts: [],
    voidAttempts: 0,
    barredUntil: null,
    presented: null,
    form: null,
    documents: [],
    documentsRequested: [],
    documentsMissing: [],
    score: null,
    checks: null,
    permit: permit && {
      ...permit,
      fetched: {},
      uses: [],
      window: null,
      owed: null,
      place: null,
      term: null,
      renews: null,
    },
    reopening: null,
    interview: null,
    steppedBack: [],
    noShows: 0,
    interviewChanges: 0,
    proposal: null,
    hearing: null,
    reasons: [],
    certificate: null,
    complaint: null,
    clocks: {
      service: stopLedger(openLedger(at), { from: at, basis: status }),
      verification: null,
      turn: kind === 'permanent-residence' ? { ...openLedger(at), turn: 'language-test' } : null,
      complaint: null,
    },
    officerStop: null,
    clockWarnedAt: null,
    deemedRefusedAt: null,
    escalation: null,
    escalated: [],
    escalationClearedAt: null,
    notifyBy,
    noticesToProve: {},
    noticesDelivered: {},
  };
}

const firstStatus = {
  'permanent-residence': 'awaiting-test-booking',
  'temporary-permit': 'fetching',
} as const satisfies Record<CaseKind, CaseStatus>;

const closesEscalation: readonly EventType[] = [
  'decision-approved',
  'decision-returned',
  'case-assigned',
  'attempt-voided',
];

/** What follows from every event alike: who took part, the status that findings make, the clocks, the escalation. */
function settled(file: CaseFile, before: CaseFile, event: CaseEvent): CaseFile {
  const seenBySupervisor = event.actor.role === 'supervisor' && closesEscalation.includes(event.type);
  const isFound = standing[file.status].stage === 'verification' && file.status !== 'checking-completeness';
  const status = isFound ? statusOfFindings(file) : file.status;
  const escalation = seenBySupervisor ? null : standingEscalation({ ...file, status });
  const cleared = file.escalation !== null && escalation === null;
  const escalationClearedAt = cleared ? event.effectiveAt : file.escalationClearedAt;
  const officerStop = isClosed(status) ? null : file.officerStop;
  const tookPart = withPart(file, event);
  const noticesToProve = withNoticeToProve(file, event);
  const lastAt = laterOf(event.effectiveAt, file.lastAt);
  const now = {
    ...file,
    status,
    lastAt,
    escalation,
    escalationClearedAt,
    officerStop,
    tookPart,
    noticesToProve,
  };
  if (status === before.status) return now;
  const at = laterOf(event.effectiveAt, before.statusSince);
  const closedAt = isClosed(status) ? at : null;
  return { ...now, statusSince: at, closedAt, clocks: settleClocks(now, at) };
}

/** What is decided waits for nobody, but for who has to look at a change of it. */
function standingEscalation(file: CaseFile): CaseFile['escalation'] {
  const { escalation, status } = file;
  const stands = escalation?.cause === 'change-undecided' ? claimToDecide(file) !== null : !isClosed(status);
  return stands ? escalation : null;
}

/** Whoever of the office acted, and whoever sat where the applicant was heard. */
function withPart({ tookPart }: CaseFile, event: CaseEvent): string[] {
  const { id, role } = event.actor;
  const acted = role === 'caseworker' || role === 'supervisor' ? [id] : [];
  const sat = event.type === 'interview-recorded' ? (event.data.panel ?? []) : [];
  const joined = [...new Set([...acted, ...sat])].filter((one) => !tookPart.includes(one));
  return joined.length > 0 ? [...tookPart, ...joined] : tookPart;
}

/** Documents first, then agencies, then what a person has to judge; then the interview, or the decision without one. */
function statusOfFindings(file: CaseFile): CaseStatus {
  const found = Object.values(file.checks ?? {});
  if (file.documentsRequested.length > 0) return 'awaiting-documents';
  const uncounted = file.permit !== null && takesPlace(file.permit) && file.permit.place === null;
  if (uncounted || found.some(({ result }) => result === null)) return 'verification';
  const unjudged = file.documents.some(({ kind, judgement }) => judgement === null && !agencyBehind[kind]);
  if (unjudged || found.some(({ result, judgement }) => result !== 'clear' && judgement === null)) {
    return 'awaiting-judgement';
  }
  if (file.kind === 'temporary-permit') return 'awaiting-decision';
  const adverse = [...found, ...file.documents].some(({ judgement }) => judgement === 'adverse');
  if (adverse || file.documentsMissing.length > 0) return 'awaiting-proposal';
  if (file.interview === null) return 'awaiting-schedule';
  return file.interview.outcome === null ? 'awaiting-interview' : 'awaiting-proposal';
}
