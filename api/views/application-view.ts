/** A case file as its applicant may see it. */
import type { CaseFile } from '../../domain/case-file';
import type { Outage } from '../../domain/clock';
import type { Score } from '../../domain/events';
import type { Role } from '../../domain/roles';
import type { Verb } from '../../domain/verbs';
import { stageOf, waitingOn } from '../../domain/waiting';
import { objectionsUntil } from '../../policy/hearing';
import { movesOf } from '../../policy/moves';
import { withOutages } from '../../policy/outages';
import { labelOfSource, scoringTableOf } from '../../policy/scoring-tables';
import { readClock } from '../../policy/service-clock';
import { waitingUntil } from '../../policy/waiting-until';
import type { CaseRow } from '../../db/reads/cases';
import type { RecordedEvent } from '../../db/reads/events';
import { outcomeKinds, type Application, type ApplicationSummary } from '../schemas/application';
import { viewDocuments, viewInterview, viewProposalTold } from './applicant-view';
import { decisionBehind, viewDecisions, type DecisionView } from './decisions-view';
import { viewPermitFiled, type FilerReading } from './permit-view';
import {
  viewAttempts,
  viewCertificate,
  viewComplaint,
  viewHearing,
  viewPresented,
  viewStandingCertificate,
} from './procedure-view';
import { stageDatesOf } from './stage-dates';
import { findWayToComplain } from './way-to-complain';

/** What is told beside the file: its events, the words that `applicantTexts` names, and to whom; left out: to a stranger. */
export interface ApplicationSources {
  events: readonly RecordedEvent[];
  texts: ReadonlyMap<string, string>;
  /** Ours that the case may not have noted yet; its days count already. */
  outages?: readonly Outage[];
  reading?: FilerReading;
}

const asStranger: FilerReading = { isPerson: false, written: {} };

/** `now` is the instant of the case (ISO 8601, UTC); only its law's day matters. */
export function viewApplication(row: CaseRow, sources: ApplicationSources, now: string): Application {
  const file = withOutages(row.file, sources.outages ?? []);
  const until = file === row.file ? row.waitingUntil : waitingUntil(file);
  const { running, termDays, daysUsed, daysLeft, dueAt } = readClock(file, now);
  const decisions = viewDecisions('/applications', file.caseId, sources.events);
  return {
    ...summarise(file, until),
    stages: stageDatesOf(file.caseId, sources.events),
    clock: { running, termDays, daysUsed, daysLeft, dueAt },
    permit: viewPermitFiled(file, sources.reading ?? asStranger),
    score: file.score && viewScore(file.score),
    testAttempts: viewAttempts(file, sources.events),
    barredUntil: file.barredUntil,
    languageCertificate: viewPresented(file),
    ...viewDocuments(file, sources),
    interview: viewInterview(file),
    proposal: viewProposalTold(file, sources),
    hearing: viewHearing(file),
    deemedRefusedAt: file.deemedRefusedAt,
    outcome: findOutcome(file, decisions),
    decisions,
    complaint: viewComplaint(file),
    wayToComplain: findWayToComplain(file, now) ?? null,
    overAt: file.overAt,
    certificate: viewStandingCertificate(file),
    moves: movesOf(file, { id: file.applicantId, role: roleOfFiler(file) }).filter((verb) =>
      isInTime(verb, file, now),
    ),
  };
}

/** What a limit that stands in the same answer forbids today is not offered. */
function isInTime(verb: Verb, file: CaseFile, now: string): boolean {
  const { barredUntil } = file;
  if (verb === 'bookLanguageTest') return barredUntil === null || barredUntil <= now;
  if (verb === 'fileComplaint') return findWayToComplain(file, now) !== undefined;
  const until = verb === 'objectToRefusal' ? objectionsUntil(file) : undefined;
  return until === undefined || now < until;
}

function roleOfFiler({ permit }: CaseFile): Role {
  return permit === null || permit.employerId === null ? 'applicant' : 'employer';
}

export function summarise(file: CaseFile, until: string | null): ApplicationSummary {
  return {
    caseId: file.caseId,
    kind: file.kind,
    region: file.region,
    stage: stageOf(file),
    status: file.status,
    openedAt: file.openedAt,
    waitingOn: { ...waitingOn(file), until: (mayObject(file) ? objectionsUntil(file) : undefined) ?? until },
  };
}

/** Then the ball is with him for less than the notice lasts. */
function mayObject({ status, hearing }: CaseFile): boolean {
  return status === 'awaiting-hearing' && hearing?.objection === null;
}

export function viewScore({ table, rows, total, threshold, passed, shortfall }: Score) {
  const { demonstration, source: label } = scoringTableOf(table);
  const labelled = rows.map((row) => ({ ...row, label: labelOfSource(row.source) }));
  return { table, demonstration, label, rows: labelled, total, threshold, passed, shortfall };
}

function findOutcome(file: CaseFile, decisions: readonly DecisionView[]): Application['outcome'] {
  const { status, closedAt, reasons } = file;
  const kind = outcomeKinds.find((known) => known === status);
  if (closedAt === null || kind === undefined) return null;
  const { clockCertificate } = decisionBehind(kind, decisions);
  return { kind, at: closedAt, reasons, certificate: viewCertificate(file), clockCertificate };
}
