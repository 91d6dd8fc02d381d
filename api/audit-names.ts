/** What a route's use is called in an audit, and where it is kept. */

/** record: the case's own events; register: the intake; access-log: a row for each reading; nowhere: nobody's data. */
type Keeper = 'record' | 'register' | 'access-log' | 'nowhere';

export const auditNames = {
  'application-opened': 'record',
  'applications-listed': 'nowhere',
  'own-application-read': 'nowhere',
  'language-test-booked': 'record',
  'certificate-presented': 'record',
  'form-saved': 'register',
  'own-form-read': 'nowhere',
  'document-uploaded': 'register',
  'own-document-read': 'nowhere',
  'form-submitted': 'record',
  'documents-provided': 'record',
  'interview-confirmed': 'record',
  'interview-change-requested': 'record',
  'objection-received': 'record',
  'complaint-filed': 'record',
  'application-withdrawn': 'record',
  'own-notices-read': 'nowhere',
  'own-notice-opened': 'register',
  'worklist-read': 'access-log',
  'slack-read': 'access-log',
  'calendar-cases-read': 'access-log',
  'calendar-moves-read': 'access-log',
  'case-read': 'access-log',
  'document-read': 'access-log',
  'case-assigned': 'record',
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
  'own-clock-read': 'nowhere',
  'clock-certified': 'access-log',
  'own-clock-certified': 'nowhere',
  'history-exported': 'access-log',
  'history-replayed': 'access-log',
  'chain-verified': 'access-log',
  'callback-received': 'register',
  'own-act-read': 'nowhere',
  'time-moved': 'register',
  'health-read': 'nowhere',
  'documentation-read': 'nowhere',
} as const satisfies Record<string, Keeper>;

export type AuditName = keyof typeof auditNames;

export function isAuditName(name: unknown): name is AuditName {
  return typeof name === 'string' && Object.hasOwn(auditNames, name);
}
