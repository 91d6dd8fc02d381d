/** A case file with all that lies beside it, as the office may see it. */
import type { CaseRow } from '../../db/reads/cases';
import type { RecordedEvent } from '../../db/reads/events';
import type { KeptAnswer } from '../../db/reads/evidence';
import type { FormVersion, KeptDocument } from '../../db/reads/forms';
import { checks } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import type { TextRef } from '../../domain/events';
import type { PersonIdentity } from '../../domain/person';
import { readClock } from '../../policy/service-clock';
import type { CaseView } from '../schemas/case';
import { summarise, viewScore } from './application-view';
import { readerMovesOf, type Reader } from './reader-moves';

export interface CaseSources {
  row: CaseRow;
  person: PersonIdentity;
  form: FormVersion | undefined;
  documents: KeptDocument[];
  answers: KeptAnswer[];
  events: RecordedEvent[];
  texts: ReadonlyMap<string, string>;
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
    applicantId: file.applicantId,
    assignee: file.assignee,
    policyVersion: file.policyVersion,
    person,
    clock: { running, termDays, daysUsed, daysLeft, dueAt },
    escalation: file.escalation,
    testAttempts: file.testAttempts,
    form: viewForm(file, sources),
    score: file.score && viewScore(file.score),
    findings: viewFindings(file, sources.answers),
    interview: file.interview,
    proposal: file.proposal && { ...file.proposal, text: texts.get(file.proposal.text.textId) ?? null },
    reasons: file.reasons,
    certificate: file.certificate,
    notes: viewNotes(sources),
    moves: readerMovesOf(file, reader),
  };
}

/** Where an event's data holds what somebody wrote. */
export function textRefsOf({ data }: Pick<RecordedEvent, 'data'>): TextRef[] {
  return Object.values(data).filter(isTextRef);
}

function isTextRef(value: unknown): value is TextRef {
  return typeof value === 'object' && value !== null && 'textId' in value;
}

function viewForm({ form: submitted }: CaseFile, { form, documents }: CaseSources): CaseView['form'] {
  if (submitted === null) return null;
  const { version, sha256, submittedAt } = submitted;
  const handedIn = new Set(submitted.documents.map(({ documentId }) => documentId));
  return {
    version,
    sha256,
    submittedAt,
    content: form?.content ?? {},
    documents: documents.filter(({ documentId }) => handedIn.has(documentId)),
  };
}

function viewFindings({ checks: found }: CaseFile, answers: KeptAnswer[]): CaseView['findings'] {
  if (found === null) return [];
  return checks.map((check) => {
    const { answer, ...rest } = found[check];
    const kept = answers.find(
      ({ agency, answerId, sha256 }) =>
        agency === check && answerId === answer?.answerId && sha256 === answer.sha256,
    );
    return { check, ...rest, evidence: kept?.body ?? null };
  });
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
