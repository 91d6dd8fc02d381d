/** Attempts, hearing and complaint of a case, with the ends that the law sets them. */
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import { isVoided } from '../../domain/language-attempts';
import { readOpenClock } from '../../policy/clocks';
import { actSuspendedSince } from '../../policy/complaint';
import { objectionsUntil } from '../../policy/hearing';

/** The marks lie in the events alone. */
export function viewAttempts(file: CaseFile, events: readonly CaseEvent[]) {
  const marks = new Map(
    events.flatMap((event) =>
      event.type === 'language-test-result-received'
        ? [[event.data.attempt, event.data.blocks] as const]
        : [],
    ),
  );
  return file.testAttempts.map(({ attempt, level, bookedAt, passed, requestId }) => ({
    ...{ attempt, level, bookedAt, passed, voided: isVoided(file, requestId) },
    blocks: marks.get(attempt) ?? [],
  }));
}

export function viewPresented({ presented }: CaseFile) {
  return presented && { certificateId: presented.certificateId, confirmed: presented.confirmed };
}

export function viewHearing(file: CaseFile) {
  const objectionUntil = objectionsUntil(file);
  return file.hearing === null || objectionUntil === undefined ? null : { ...file.hearing, objectionUntil };
}

export function viewComplaint(file: CaseFile) {
  if (file.complaint === null) return null;
  const { against, filedAt, forwardedAt, outcome, decidedAt } = file.complaint;
  const until = readOpenClock(file, 'complaint', file.lastAt)?.dueAt ?? null;
  return {
    against,
    filedAt,
    forwardedAt,
    until,
    suspendedSince: actSuspendedSince(file),
    outcome,
    decidedAt,
  };
}

/** What was annulled stands only while a complaint suspends that. */
export function viewStandingCertificate(file: CaseFile) {
  const isAnnulled = file.status === 'annulled' && actSuspendedSince(file) === null;
  return isAnnulled ? null : viewCertificate(file);
}

export function viewCertificate({ certificate }: CaseFile) {
  if (certificate === null) return null;
  const { number, validFrom, validUntil } = certificate;
  return { number, validFrom, validUntil };
}
