/** What each event says, and who does it, when a test does not care. */
import { theService, type Actor } from '../../domain/actor';
import type { EventData, EventType } from '../../domain/events';
import type { PermitEvents } from '../../domain/events/permit';

export const caseId = '0000-0000-0001';

/** Of the people in a case, by what they are to it. */
export const applicant: Actor = { id: 'timur', role: 'applicant' };
export const caseworker: Actor = { id: 'aizhan', role: 'caseworker' };
export const supervisor: Actor = { id: 'bolat', role: 'supervisor' };
export const otherSupervisor: Actor = { id: 'kairat', role: 'supervisor' };
export const operator: Actor = { id: 'dana', role: 'operator' };
export const panel = ['aizhan', 'dauren', 'gulnara'] as const;
export const agency = (name: string): Actor => ({ id: name, role: 'agency' });

export const textRef = { textId: 'text-1', sha256: 'a'.repeat(64) };
export const answerRef = { answerId: 'answer-1', sha256: 'b'.repeat(64) };

/** Ten in the morning at UTC+5, so many days after Monday, 4 May 2026: the day on which every case opens. */
export function onDay(day: number, time = '05:00:00.000'): string {
  const date = new Date(Date.UTC(2026, 4, 4 + day)).toISOString().slice(0, 10);
  return `${date}T${time}Z`;
}

export const usualPermitData: PermitEvents = {
  'state-data-fetched': {
    source: 'permit-register',
    requestId: `${caseId}.permit-register.prefill`,
    result: 'found',
    pointers: ['/currentPermit/number', '/currentPermit/validUntil'],
    answer: answerRef,
  },
  'completeness-checked': {
    owed: ['passport'],
    missing: [],
    checks: ['berkut', 'criminal-registry', 'iin-registry', 'migration-register'],
  },
  'place-reserved': { taken: 3, elsewhere: 10, limit: 50 },
  'place-refused': { taken: 40, elsewhere: 10, limit: 50 },
  'permit-issued': {
    number: 'KZ-TRP-2026-000001',
    term: {
      validFrom: '2026-05-06',
      validUntil: '2027-05-05',
      shortestBy: 'purpose',
      limits: [{ by: 'purpose', until: '2027-05-05', source: 'the table of purposes' }],
    },
    renews: null,
  },
  'change-claimed': { change: 'contract-ended', on: '2026-06-01', text: null },
  'change-decided': { claim: 1, outcome: 'dismiss', reason: textRef },
  'change-reported': {
    change: 'contract-ended',
    on: '2026-06-01',
    effect: 'ends',
    validUntil: '2026-06-01',
    article: 'art. 28',
    text: null,
  },
  'reopening-proposed': {
    check: 'criminal-registry',
    requestId: `${caseId}.criminal-registry.1`,
    result: 'adverse',
    codes: ['wanted'],
    answer: { answerId: 'answer-2', sha256: 'd'.repeat(64) },
  },
  'reopening-joined': {
    check: 'berkut',
    requestId: `${caseId}.berkut.1`,
    result: 'unclear',
    codes: ['overstay'],
    answer: { answerId: 'answer-3', sha256: 'e'.repeat(64) },
  },
  'reopening-supported': { reason: textRef },
  'reopening-decided': { outcome: 'reopen', reason: textRef },
};

/** What each event says when a test does not care. */
export const usualData: EventData = {
  'application-opened': {
    region: 'abai',
    applicantId: applicant.id,
    personId: 'person-1',
    personSha256: 'c'.repeat(64),
    policyVersion: '2026-04-13',
    calendar: 'kz-2026-03',
  },
  'language-test-booked': { attempt: 1, requestId: `${caseId}.testing-centre.1`, level: 'B1' },
  'language-test-result-received': {
    attempt: 1,
    level: 'B1',
    blocks: [
      { block: 'listening', items: 20, correct: 15, requiredPercent: 50, passed: true },
      { block: 'reading', items: 40, correct: 30, requiredPercent: 50, passed: true },
    ],
    bannedItems: false,
    passed: true,
    barredUntil: null,
    answer: answerRef,
  },
  'attempt-voided': { requestId: `${caseId}.testing-centre.1`, reason: textRef },
  'certificate-presented': {
    certificateId: 'certificate-1',
    sha256: 'f'.repeat(64),
    requestId: `${caseId}.testing-centre.certificate-1`,
  },
  'certificate-confirmed': {
    requestId: `${caseId}.testing-centre.certificate-1`,
    level: 'B1',
    answer: answerRef,
  },
  'certificate-not-confirmed': {
    requestId: `${caseId}.testing-centre.certificate-1`,
    fault: 'expired',
    answer: answerRef,
  },
  'form-submitted': {
    version: 3,
    sha256: 'd'.repeat(64),
    documents: [{ documentId: 'document-1', kind: 'passport', sha256: 'e'.repeat(64) }],
  },
  'application-scored': {
    table: 'demonstration-2026-02',
    formVersion: 3,
    formSha256: 'd'.repeat(64),
    rows: [],
    total: 450,
    threshold: 400,
    passed: true,
    shortfall: [],
  },
  'check-answered': {
    check: 'berkut',
    requestId: `${caseId}.berkut.1`,
    result: 'clear',
    codes: [],
    answer: answerRef,
  },
  'answer-contradicted': {
    check: 'berkut',
    requestId: `${caseId}.berkut.1`,
    result: 'adverse',
    codes: ['entry-ban'],
    answer: { answerId: 'second', sha256: 'e'.repeat(64) },
  },
  'documents-judged': { findings: [{ documentId: 'document-1', judgement: 'clear' }], reason: textRef },
  'documents-requested': { kinds: ['passport'], reason: textRef },
  'documents-provided': {
    documents: [{ documentId: 'document-2', kind: 'passport', sha256: 'e'.repeat(64) }],
  },
  'check-not-due': { check: 'fingerprint-registry', codes: ['under-sixteen'] },
  'late-answer-kept': { agency: 'berkut', requestId: `${caseId}.berkut.1`, answer: answerRef },
  'check-chased': { check: 'berkut', ask: 2 },
  'check-unanswered': { check: 'berkut' },
  'answer-expired': { check: 'berkut', ask: 2 },
  'agency-asked-again': { check: 'berkut', ask: 2, reason: textRef },
  'finding-judged': { check: 'berkut', judgement: 'clear', reason: textRef },
  'interview-scheduled': { at: onDay(15), place: 'abai-office', panel: [...panel], quorum: 2 },
  'interview-confirmed': {},
  'interview-change-requested': { reason: textRef },
  'panel-member-recused': { member: panel[0], reason: textRef },
  'interview-recorded': {
    outcome: 'passed',
    final: true,
    questions: [{ question: 'ties', points: 4, max: 5, remark: textRef }],
    votes: panel.map((member) => ({ member, vote: 'for' })),
    remarks: textRef,
  },
  'decision-proposed': { outcome: 'grant', reasons: [], text: textRef, hearing: false },
  'objection-received': { kind: 'objection', text: textRef },
  'hearing-recorded': { protocol: textRef },
  'hearing-closed': { by: 'time' },
  'decision-returned': { reason: textRef },
  'decision-approved': { outcome: 'grant', reasons: [] },
  'certificate-issued': { number: 'KZ-PR-2026-000001', validFrom: '2026-05-21', validUntil: '2027-05-21' },
  'application-refused': {
    by: 'decision',
    reasons: [{ ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'form' }],
  },
  'application-withdrawn': { reason: null },
  'permit-annulled': { reasons: [{ ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'form' }] },
  'expiry-reminded': { validUntil: '2027-05-21' },
  'certificate-expired': { validUntil: '2027-05-21' },
  'case-closed': {},
  'turn-lapsed': { turn: 'language-test' },
  'case-assigned': { assignee: caseworker.id },
  'complaint-filed': { against: 'refusal', text: textRef },
  'complaint-forwarded': {},
  'complaint-decided': { outcome: 'rejected', by: 'decision', reason: textRef },
  'decision-set-aside': { returnTo: 'decision' },
  'clock-stopped': { reason: 'expert-opinion', effect: 'continue', text: textRef },
  'clock-resumed': { text: textRef },
  'clock-extended': { days: 10, text: textRef },
  'calendar-adopted': { calendar: 'kz-2026-03', before: 'kz-2026-01', dueBefore: null, dueAfter: null },
  'outage-noted': { from: onDay(2), to: onDay(3) },
  'deemed-refused': { dueAt: onDay(35) },
  'clock-warned': { dueAt: onDay(35) },
  'case-escalated': { cause: 'service-clock', dueAt: onDay(35) },
  'notice-delivered': { noticeSeq: 1, channel: 'email' },
  ...usualPermitData,
};

/** Who does it when a test does not care. */
export const usualActor: Record<EventType, Actor> = {
  'application-opened': applicant,
  'language-test-booked': applicant,
  'language-test-result-received': agency('testing-centre'),
  'form-submitted': applicant,
  'application-scored': theService,
  'check-answered': agency('berkut'),
  'answer-contradicted': agency('berkut'),
  'late-answer-kept': agency('berkut'),
  'check-chased': theService,
  'check-unanswered': theService,
  'agency-asked-again': caseworker,
  'finding-judged': caseworker,
  'interview-scheduled': caseworker,
  'interview-recorded': caseworker,
  'decision-proposed': caseworker,
  'decision-returned': supervisor,
  'decision-approved': supervisor,
  'certificate-issued': theService,
  'application-refused': supervisor,
  'application-withdrawn': applicant,
  'turn-lapsed': theService,
  'case-assigned': caseworker,
  'clock-warned': theService,
  'case-escalated': theService,
  'attempt-voided': supervisor,
  'certificate-presented': applicant,
  'certificate-confirmed': agency('testing-centre'),
  'certificate-not-confirmed': agency('testing-centre'),
  'documents-judged': caseworker,
  'documents-requested': caseworker,
  'documents-provided': applicant,
  'check-not-due': theService,
  'interview-confirmed': applicant,
  'interview-change-requested': applicant,
  'panel-member-recused': caseworker,
  'objection-received': applicant,
  'hearing-recorded': caseworker,
  'hearing-closed': theService,
  'permit-annulled': supervisor,
  'expiry-reminded': theService,
  'certificate-expired': theService,
  'case-closed': theService,
  'complaint-filed': applicant,
  'complaint-forwarded': theService,
  'complaint-decided': otherSupervisor,
  'decision-set-aside': otherSupervisor,
  'clock-stopped': caseworker,
  'clock-resumed': caseworker,
  'clock-extended': supervisor,
  'calendar-adopted': operator,
  'outage-noted': theService,
  'deemed-refused': theService,
  'notice-delivered': theService,
  'state-data-fetched': agency('permit-register'),
  'completeness-checked': theService,
  'answer-expired': theService,
  'place-reserved': theService,
  'place-refused': theService,
  'permit-issued': theService,
  'change-claimed': caseworker,
  'change-decided': supervisor,
  'change-reported': applicant,
  'reopening-proposed': agency('criminal-registry'),
  'reopening-joined': agency('berkut'),
  'reopening-supported': caseworker,
  'reopening-decided': supervisor,
};
