/** Which act is told to the person it is about, as what, and within what term: none or one notice for each event. */
import type { CaseFile } from '../domain/case-file';
import type { CaseEvent, EventType } from '../domain/events';
import type { Notice } from '../domain/notices';
import { endOf } from './clocks';
import { calendarNotices } from './notices/calendar';
import { decisionNotices } from './notices/decision';
import { permitNotices } from './notices/permit';
import { procedureNotices } from './notices/procedure';
import { testNotices } from './notices/language';
import { policyOf } from './policies';
import type { NoticeRow, NoticeRows } from './notice-rows';

export const noticeTable: NoticeRows<EventType> = {
  ...testNotices,
  ...procedureNotices,
  ...decisionNotices,
  ...permitNotices,
  ...calendarNotices,
  'documents-judged': null,
  'documents-provided': null,
  'check-answered': null,
  'check-not-due': null,
  'late-answer-kept': null,
  'check-chased': null,
  'check-unanswered': null,
  'agency-asked-again': null,
  'answer-expired': null,
  'finding-judged': null,
  'interview-confirmed': null,
  'interview-recorded': null,
  'objection-received': null,
  'hearing-recorded': null,
  'hearing-closed': null,
  'decision-approved': null,
  'case-closed': null,
  'case-assigned': null,
  'outage-noted': null,
  'clock-warned': null,
  'case-escalated': null,
  'notice-delivered': null,
  'state-data-fetched': null,
  'place-reserved': null,
  'place-refused': null,
  'permit-not-issued': null,
  'reopening-proposed': null,
  'reopening-joined': null,
  'reopening-supported': null,
};

/** What the person is told of an event; undefined where nothing. */
export function noticeOf(event: CaseEvent, before: CaseFile | null, file: CaseFile): Notice | undefined {
  const row = noticeTable[event.type] as NoticeRow<EventType> | null;
  const body = row?.notice({ before, file, event }) ?? null;
  if (row === null || body === null) return undefined;
  const { caseId, calendar, policyVersion } = file;
  const at = event.effectiveAt;
  const dueBy =
    row.due === null ? null : endOf(policyOf(policyVersion).noticeTerms[row.due].value, at, calendar);
  return { ...body, caseId, seq: event.seq, at, dueBy };
}
