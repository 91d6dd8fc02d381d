/** A case file with all that lies beside it, as the office may see it. */
import type { CaseRow } from '../../db/reads/cases';
import type { RecordedEvent } from '../../db/reads/events';
import type { KeptAnswer } from '../../db/reads/evidence';
import type { FormVersion, KeptDocument } from '../../db/reads/forms';
import type { SentNotice } from '../../db/reads/notices';
import type { Prefilled } from '../../db/reads/prefilled';
import type { CaseFile } from '../../domain/case-file';
import type { TextRef } from '../../domain/events';
import type { PersonIdentity } from '../../domain/person';
import { policyOf } from '../../policy/policies';
import { readClock } from '../../policy/service-clock';
import { whoTookPart } from '../../policy/taking-part';
import type { CaseView } from '../schemas/case';
import { summarise, viewScore } from './application-view';
import { viewDecisions } from './decisions-view';
import { viewFindings } from './finding-view';
import { viewKnownOfCase } from './documents-known';
import { viewFormValues } from './form-values';
import { viewPermit, viewReopening } from './permit-view';
import { viewAttempts, viewCertificate, viewComplaint, viewHearing, viewPresented } from './procedure-view';
import { viewDraftReasons, viewProposal } from './proposal-view';
import { readerMovesOf, type Reader } from './reader-moves';

export interface CaseSources {
  row: CaseRow;
  person: PersonIdentity;
  form: FormVersion | undefined;
  prefilled: Prefilled[];
  documents: KeptDocument[];
  answers: KeptAnswer[];
  events: RecordedEvent[];
  texts: ReadonlyMap<string, string>;
  notices: SentNotice[];
}

/** `now` is the instant of the case (ISO 8601, UTC). */
export function viewCase(sources: CaseSources, reader: Reader, now: string): CaseView {
  const { row, person, texts } = sources;
  const { file } = row;
  const { running, termDays, daysUsed, daysLeft, dueAt } = readClock(file, now);
  return {
    ...summarise(file, row.waitingUntil),
    seq: file.seq,
    readAt: now,
    closedAt: file.closedAt,
    overAt: file.overAt,
    applicantId: file.applicantId,
    assignee: file.assignee,
    policyVersion: file.policyVersion,
    calendar: file.calendar,
    person,
    clock: { running, termDays, daysUsed, daysLeft, dueAt },
    escalation: file.escalation,
    officerStop: file.officerStop,
    deemedRefusedAt: file.deemedRefusedAt,
    permit: viewPermit(file),
    reopening: viewReopening(file),
    testAttempts: viewAttempts(file, sources.events),
    barredUntil: file.barredUntil,
    languageCertificate: viewPresented(file),
    form: viewForm(file, sources),
    score: file.score && viewScore(file.score),
    documents: viewDocuments(file, sources.documents),
    documentsRequested: file.documentsRequested,
    documentsMissing: file.documentsMissing,
    documentsKnown: viewDocumentsKnown(file, sources),
    findings: viewFindings(file.checks, { ...sources, policy: policyOf(file.policyVersion) }),
    interview: viewInterview(file, texts),
    noShows: file.noShows,
    interviewChanges: file.interviewChanges,
    proposal: viewProposal(file, sources),
    draftReasons: viewDraftReasons(file),
    hearing: viewHearing(file),
    reasons: file.reasons,
    certificate: viewCertificate(file),
    complaint: viewComplaint(file),
    decisions: viewDecisions('/admin/cases', file.caseId, sources.events),
    tookPart: whoTookPart(file),
    notices: sources.notices.map(({ seq, kind, at, dueBy, deliveries }) => {
      return { seq, kind, at, dueBy, deliveries };
    }),
    notes: viewNotes(sources),
    moves: readerMovesOf(file, reader),
  };
}

/** Whatever somebody wrote, at any depth of an event's data. */
export function textRefsOf({ data }: Pick<RecordedEvent, 'data'>): TextRef[] {
  return refsIn(data);
}

function refsIn(value: unknown): TextRef[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'textId' in value ? [value as TextRef] : Object.values(value).flatMap(refsIn);
}

function viewForm(file: CaseFile, { form, prefilled }: CaseSources): CaseView['form'] {
  const content = form?.content ?? {};
  return file.form && { ...file.form, content, values: viewFormValues(file, content, prefilled) };
}

function viewDocumentsKnown(file: CaseFile, { form, person, prefilled }: CaseSources) {
  return viewKnownOfCase(file, { content: form?.content ?? {}, person, prefilled });
}

function viewDocuments(
  { documents: handed }: CaseFile,
  kept: readonly KeptDocument[],
): CaseView['documents'] {
  return handed.map((document) => {
    const found = kept.find(({ documentId }) => documentId === document.documentId);
    const { mediaType = null, size = null, uploadedAt = null } = found ?? {};
    return { ...document, mediaType, size, uploadedAt };
  });
}

function viewInterview({ interview }: CaseFile, texts: CaseSources['texts']): CaseView['interview'] {
  if (interview === null) return null;
  const questions = interview.questions.map(({ remark, ...mark }) => ({
    ...mark,
    remark: texts.get(remark.textId) ?? null,
  }));
  return { ...interview, questions };
}

function viewNotes({ events, texts }: CaseSources): CaseView['notes'] {
  return events.flatMap((event) =>
    textRefsOf(event).map(({ textId }) => ({
      seq: event.seq,
      event: event.type,
      writtenBy: event.actor.id,
      at: event.effectiveAt,
      text: texts.get(textId) ?? '',
    })),
  );
}
