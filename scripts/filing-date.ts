/** On which day tests and measurements apply for permanent residence, so that they outlive its pilot. */
import { lawDate } from '../domain/law-day';
import { findPolicyOn } from '../policy/policies';

/** Today (YYYY-MM-DD) as long as the pilot takes applications; then its last day. */
export function filingDateInPilot(): string {
  const today = lawDate(new Date().toISOString());
  const lastDay = findPolicyOn('permanent-residence', today)?.pilotUntil.value ?? today;
  return today < lastDay ? today : lastDay;
}
