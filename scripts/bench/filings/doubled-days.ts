/** Days that a person has two permits for, walked one by one. */
import { daysLater } from './calendar';

interface Lasting {
  validFrom: string;
  validUntil: string;
}

/** The days that lie in more than one of the terms; both ends of a term count. */
export function doubledDays(terms: readonly Lasting[]): string[] {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const { validFrom, validUntil } of terms) {
    for (let day = validFrom; day <= validUntil; day = daysLater(day, 1)) {
      if (seen.has(day)) doubled.add(day);
      seen.add(day);
    }
  }
  return [...doubled].sort();
}
