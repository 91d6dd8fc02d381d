/** The file of a case whose agencies are all being asked: every kind of wait that a case can have at once. */
import { foldEvents } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent, EventBody } from '../../domain/events';
import { applicant, formRef, openingData, textRef } from './synthetic-case';

const bodies: EventBody[] = [
  { type: 'application-opened', data: openingData },
  { type: 'language-test-booked', data: { attempt: 1, requestId: 'request-1', level: 'B1' } },
  {
    type: 'language-test-result-received',
    data: {
      attempt: 1,
      level: 'B1',
      blocks: [],
      bannedItems: false,
      passed: true,
      barredUntil: null,
      answer: { answerId: 'answer-1', sha256: textRef.sha256 },
    },
  },
  { type: 'form-submitted', data: formRef },
  {
    type: 'application-scored',
    data: {
      table: 'demonstration-2026-02',
      formVersion: formRef.version,
      formSha256: formRef.sha256,
      rows: [],
      total: 450,
      threshold: 400,
      passed: true,
      shortfall: [],
    },
  },
];

/** Every event on a day of its own. */
export function fileInVerification(caseId: string, openedOn: string): CaseFile {
  const firstMs = Date.parse(`${openedOn}T05:00:00.000Z`);
  const events = bodies.map((body, index): CaseEvent => {
    const effectiveAt = new Date(firstMs + index * 86_400_000).toISOString();
    return { ...body, effectiveAt, actor: applicant, causeId: `cause-${index}`, seq: index + 1 };
  });
  const file = foldEvents(caseId, events);
  if (file?.status !== 'verification') throw new Error('the agencies are not being asked');
  return file;
}
