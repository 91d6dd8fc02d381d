/** Builders of cases: a life told event by event, and the case file that it makes. */
import { theService, type Actor } from '../../domain/actor';
import { checks, type Check } from '../../domain/agencies';
import { foldEvents } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent, EventBody, EventData, EventType } from '../../domain/events';
import type { CaseStatus } from '../../domain/statuses';

export const caseId = '0000-0000-0001';

/** Of the people in a case, by what they are to it. */
export const applicant: Actor = { id: 'timur', role: 'applicant' };
export const caseworker: Actor = { id: 'aizhan', role: 'caseworker' };
export const supervisor: Actor = { id: 'bolat', role: 'supervisor' };
export const agency = (name: string): Actor => ({ id: name, role: 'agency' });

export const textRef = { textId: 'text-1', sha256: 'a'.repeat(64) };
export const answerRef = { answerId: 'answer-1', sha256: 'b'.repeat(64) };

/** Ten in the morning at UTC+5, so many days after Monday, 4 May 2026: the day on which every case opens. */
export function onDay(day: number, time = '05:00:00.000'): string {
  const date = new Date(Date.UTC(2026, 4, 4 + day)).toISOString().slice(0, 10);
  return `${date}T${time}Z`;
}

/** What each event says when a test does not care. */
const usualData: EventData = {
  'application-opened': {
    region: 'abai',
    applicantId: applicant.id,
    personId: 'person-1',
    personSha256: 'c'.repeat(64),
    policyVersion: '2026-04-13',
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
  'late-answer-kept': { agency: 'berkut', requestId: `${caseId}.berkut.1`, answer: answerRef },
  'check-chased': { check: 'berkut', ask: 2 },
  'check-unanswered': { check: 'berkut' },
  'agency-asked-again': { check: 'berkut', ask: 2, reason: textRef },
  'finding-judged': { check: 'berkut', judgement: 'clear', reason: textRef },
  'interview-scheduled': { at: onDay(10), place: 'abai-office' },
  'interview-recorded': { outcome: 'passed', remarks: textRef },
  'decision-proposed': { outcome: 'grant', reasons: [], text: textRef },
  'decision-returned': { reason: textRef },
  'decision-approved': { outcome: 'grant', reasons: [] },
  'certificate-issued': { number: 'KZ-PR-2026-000001', validFrom: '2026-05-16', validUntil: '2027-05-16' },
  'application-refused': {
    by: 'decision',
    reasons: [{ ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'form' }],
  },
  'application-withdrawn': { reason: null },
  'turn-lapsed': { turn: 'language-test' },
  'case-assigned': { assignee: caseworker.id },
  'clock-warned': { dueAt: onDay(35) },
  'case-escalated': { cause: 'service-clock', dueAt: onDay(35) },
};

/** Who does it when a test does not care. */
const usualActor: Record<EventType, Actor> = {
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
};

export interface Told<T extends EventType = EventType> {
  type: T;
  data: EventData[T];
  effectiveAt: string;
  actor: Actor;
  causeId: string | undefined;
}
interface Unlike<T extends EventType> {
  day?: number;
  effectiveAt?: string;
  actor?: Actor;
  causeId?: string;
  data?: Partial<EventData[T]>;
}

/** An event before it has its place in a story; `day` counts from the opening, 0 when nothing is said. */
export function tell<T extends EventType>(type: T, unlike: Unlike<T> = {}): Told {
  const { day = 0, effectiveAt = onDay(day), actor = usualActor[type], causeId, data } = unlike;
  return { type, data: { ...usualData[type], ...data }, effectiveAt, actor, causeId } as Told;
}

/** The events in their places, counted from `from`; each cause is `cause:<seq>` unless it was told. */
export function story(told: readonly Told[], from = 1): CaseEvent[] {
  return told.map(({ causeId, ...event }, index) => {
    const seq = from + index;
    return { ...event, seq, causeId: causeId ?? `cause:${seq}` } as CaseEvent;
  });
}

/** One event in its place. */
export function anEvent<T extends EventType>(type: T, unlike: Unlike<T> & { seq?: number } = {}): CaseEvent {
  return story([tell(type, unlike)], unlike.seq)[0]!;
}

export function answeredClear(check: Check, day: number): Told {
  return tell('check-answered', { day, data: { check, requestId: `${caseId}.${check}.1` } });
}

const opened = [tell('application-opened')];
const booked = [...opened, tell('language-test-booked', { day: 1 })];
const passed = [...booked, tell('language-test-result-received', { day: 3 })];
const submitted = [...passed, tell('form-submitted', { day: 5 })];
const scored = [...submitted, tell('application-scored', { day: 5 })];
const allButBerkutClear = [
  ...scored,
  ...checks.filter((check) => check !== 'berkut').map((check) => answeredClear(check, 6)),
];
const allClear = [...allButBerkutClear, answeredClear('berkut', 7)];
const scheduled = [...allClear, tell('interview-scheduled', { day: 8 })];
const heard = [...scheduled, tell('interview-recorded', { day: 10 })];
const proposed = [...heard, tell('decision-proposed', { day: 11 })];
const approved = [...proposed, tell('decision-approved', { day: 12 })];
const granted = [...approved, tell('certificate-issued', { day: 12 })];

/** The shortest life that leads to a status. */
export const livesTo: Record<CaseStatus, readonly Told[]> = {
  'awaiting-test-booking': opened,
  'awaiting-test-result': booked,
  'awaiting-form': passed,
  scoring: submitted,
  verification: scored,
  'awaiting-judgement': [
    ...allButBerkutClear,
    tell('check-answered', { day: 7, data: { check: 'berkut', result: 'unclear', codes: ['overstay'] } }),
  ],
  'awaiting-schedule': allClear,
  'awaiting-interview': scheduled,
  'awaiting-proposal': heard,
  'awaiting-approval': proposed,
  granting: approved,
  granted,
  refused: [
    ...heard,
    tell('decision-proposed', { day: 11, data: { outcome: 'refuse' } }),
    tell('decision-approved', { day: 12, data: { outcome: 'refuse' } }),
    tell('application-refused', { day: 12 }),
  ],
  withdrawn: [...passed, tell('application-withdrawn', { day: 4 })],
  lapsed: [...opened, tell('turn-lapsed', { day: 91 })],
};

/** The file that a story makes. */
export function fileOf(told: readonly Told[]): CaseFile {
  const file = foldEvents(caseId, story(told));
  if (file === null) throw new Error('a case needs an event');
  return file;
}

/** A case as it stands in a status, by default in verification; what else is given replaces what the life made. */
export function aCaseFile(unlike: Partial<CaseFile> = {}): CaseFile {
  return { ...fileOf(livesTo[unlike.status ?? 'verification']), ...unlike };
}

/** The same case after more events. */
export function after(status: CaseStatus, ...more: Told[]): CaseFile {
  return fileOf([...livesTo[status], ...more]);
}

/** The body of an event, as rules make it. */
export function body<T extends EventType>(type: T, data: EventData[T]): EventBody {
  return { type, data } as EventBody;
}
