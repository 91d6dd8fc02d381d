/** What a route's use is called in an audit, and where it is kept. */

/**
 * record: the case's own events; register: the intake; access-log: a row for each reading; of-delegates: such a row when
 * a delegate reads a worker's file, none when a person reads his own; nowhere: no file of a person is read or changed
 * but what the caller has or did himself.
 */
type Keeper = 'record' | 'register' | 'access-log' | 'of-delegates' | 'nowhere';

export const auditNames = {
  'application-opened': 'record',
  'application-decided': 'record',
  'change-reported': 'record',
  'change-decided': 'record',
  'reopening-supported': 'record',
  'reopening-decided': 'record',
  'applications-listed': 'nowhere',
  'own-application-read': 'of-delegates',
  'employer-opened': 'register',
  'delegate-added': 'register',
  'delegate-ended': 'register',
  'workers-uploaded': 'register',
  'employers-listed': 'nowhere',
  'employer-read': 'nowhere',
  'workers-read': 'access-log',
  'bulk-filings-read': 'access-log',
  'bulk-template-read': 'nowhere',
  'language-test-booked': 'record',
  'certificate-presented': 'record',
  'form-saved': 'register',
  'own-form-read': 'of-delegates',
  'document-uploaded': 'register',
  'own-document-read': 'of-delegates',
  'form-submitted': 'record',
  'documents-provided': 'record',
  'interview-confirmed': 'record',
  'interview-change-requested': 'record',
  'objection-received': 'record',
  'complaint-filed': 'record',
  'application-withdrawn': 'record',
  'own-notices-read': 'of-delegates',
  /** That it was opened, by whomever, is kept beside the notice as its delivery. */
  'own-notice-opened': 'of-delegates',
  'worklist-read': 'access-log',
  'slack-read': 'access-log',
  'calendar-cases-read': 'access-log',
  'calendar-moves-read': 'access-log',
  'agencies-read': 'nowhere',
  'agency-held': 'register',
  'agency-released': 'register',
  'alarms-read': 'access-log',
  'alarm-cleared': 'register',
  'case-read': 'access-log',
  'document-read': 'access-log',
  'case-assigned': 'record',
  'attempt-voided': 'record',
  'finding-judged': 'record',
  'agency-asked-again': 'record',
  'documents-judged': 'record',
  'documents-requested': 'record',
  'interview-scheduled': 'record',
  'panel-member-recused': 'record',
  'interview-recorded': 'record',
  'decision-proposed': 'record',
  'annulment-proposed': 'record',
  'hearing-recorded': 'record',
  'decision-approved': 'record',
  'decision-returned': 'record',
  'complaint-satisfied': 'record',
  'complaint-decided': 'record',
  'clock-stopped': 'record',
  'clock-resumed': 'record',
  'clock-extended': 'record',
  'calendar-adopted': 'record',
  'events-read': 'access-log',
  'clock-read': 'access-log',
  'own-clock-read': 'of-delegates',
  'clock-certified': 'access-log',
  'own-clock-certified': 'of-delegates',
  'history-exported': 'access-log',
  'history-replayed': 'access-log',
  'chain-verified': 'access-log',
  'callback-received': 'register',
  'own-act-read': 'nowhere',
  /** Development only: how far ahead the case lives is kept, and not who moved it. */
  'time-moved': 'nowhere',
  'health-read': 'nowhere',
  'documentation-read': 'nowhere',
} as const satisfies Record<string, Keeper>;

export type AuditName = keyof typeof auditNames;

export function isAuditName(name: unknown): name is AuditName {
  return typeof name === 'string' && Object.hasOwn(auditNames, name);
}
