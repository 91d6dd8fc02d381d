/** The service clock with its arithmetic: what each stretch used, and where the term comes from. */
import type { Static } from 'typebox';
import type { CaseFile } from '../../domain/case-file';
import { policyOf } from '../../policy/policies';
import { readClock } from '../../policy/service-clock';
import type { ClockView } from '../schemas/audit';

/** `now` is the instant of the case (ISO 8601, UTC). */
export function viewClock(file: CaseFile, now: string): Static<typeof ClockView> {
  const { running, termDays, daysUsed, daysLeft, dueAt, warnAt } = readClock(file, now);
  const { value, source, confidence } = policyOf(file.policyVersion).serviceClock.termDays;
  const { caseId, policyVersion, clock } = file;
  return {
    caseId,
    readAt: now,
    policyVersion,
    term: { days: value, source, confidence },
    reading: { running, termDays, daysUsed, daysLeft, dueAt },
    warnAt,
    warnedAt: clock.warnedAt,
    segments: clock.segments.map((segment) => {
      const alone = { policyVersion, clock: { segments: [segment], warnedAt: null } };
      return { ...segment, daysUsed: readClock(alone, now).daysUsed };
    }),
  };
}
