/** Builders of cases: a life told event by event, and the case file that it makes. */
import { permanentChecks } from '../../domain/agencies';
import { foldEvents } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import type { EventBody, EventData, EventType } from '../../domain/events';
import type { CaseStatus } from '../../domain/statuses';
import { permitLives } from './permit-files';
import { answeredClear, story, tell, type Told } from './tell';
import { caseId } from './usual-events';

export * from './permit-files';
export * from './tell';
export {
  agency,
  answerRef,
  applicant,
  caseId,
  caseworker,
  onDay,
  operator,
  otherSupervisor,
  panel,
  supervisor,
  textRef,
} from './usual-events';

const opened = [tell('application-opened')];
const booked = [...opened, tell('language-test-booked', { day: 1 })];
const passed = [...booked, tell('language-test-result-received', { day: 3 })];
const submitted = [...passed, tell('form-submitted', { day: 5 })];
const scored = [...submitted, tell('application-scored', { day: 5 })];
const papersClear = [...scored, tell('documents-judged', { day: 6 })];
const allButBerkutClear = [
  ...papersClear,
  ...permanentChecks.filter((check) => check !== 'berkut').map((check) => answeredClear(check, 6)),
];
const allClear = [...allButBerkutClear, answeredClear('berkut', 7)];
const scheduled = [...allClear, tell('interview-scheduled', { day: 8 })];
const heard = [...scheduled, tell('interview-recorded', { day: 15 })];
const proposed = [...heard, tell('decision-proposed', { day: 16 })];
const approved = [...proposed, tell('decision-approved', { day: 17 })];
const granted = [...approved, tell('certificate-issued', { day: 17 })];
const notified = [
  ...heard,
  tell('decision-proposed', { day: 16, data: { outcome: 'refuse', hearing: true } }),
];
const heardOut = [...notified, tell('hearing-closed', { day: 21 })];
const refused = [
  ...heardOut,
  tell('decision-approved', { day: 22, data: { outcome: 'refuse' } }),
  tell('application-refused', { day: 22 }),
];

/** The shortest life that leads to a status. */
export const livesTo: Record<CaseStatus, readonly Told[]> = {
  'awaiting-test-booking': opened,
  'awaiting-test-result': booked,
  'awaiting-certificate-check': [...opened, tell('certificate-presented', { day: 1 })],
  'awaiting-form': passed,
  scoring: submitted,
  verification: scored,
  'awaiting-documents': [...scored, tell('documents-requested', { day: 6 })],
  'awaiting-judgement': [
    ...allButBerkutClear,
    tell('check-answered', { day: 7, data: { check: 'berkut', result: 'unclear', codes: ['overstay'] } }),
  ],
  'awaiting-schedule': allClear,
  'awaiting-interview': scheduled,
  'awaiting-proposal': heard,
  'awaiting-hearing': notified,
  'awaiting-approval': proposed,
  granting: approved,
  granted,
  refused,
  withdrawn: [...passed, tell('application-withdrawn', { day: 4 })],
  lapsed: [...opened, tell('turn-lapsed', { day: 91 })],
  annulled: [
    ...granted,
    tell('decision-proposed', { day: 30, data: { outcome: 'annul', hearing: true } }),
    tell('hearing-closed', { day: 35 }),
    tell('decision-approved', { day: 36, data: { outcome: 'annul' } }),
    tell('permit-annulled', { day: 36 }),
  ],
  expired: [...granted, tell('certificate-expired', { day: 382 })],
  fetching: permitLives.fetching,
  'checking-completeness': permitLives['checking-completeness'],
  'awaiting-decision': permitLives['awaiting-decision'],
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
