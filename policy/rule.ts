/** A value of the law with where it comes from and how sure we are. */

/** official: text of an act was read; press: reported; inferred: computed by us; assumption: not published. */
export const confidences = ['official', 'press', 'inferred', 'assumption'] as const;
export type Confidence = (typeof confidences)[number];

export interface Rule<T> {
  value: T;
  source: string;
  confidence: Confidence;
}

export function official<T>(value: T, source: string): Rule<T> {
  return { value, source, confidence: 'official' };
}

export function press<T>(value: T, source: string): Rule<T> {
  return { value, source, confidence: 'press' };
}

/** `source` says what the value was computed or understood from. */
export function inferred<T>(value: T, source: string): Rule<T> {
  return { value, source, confidence: 'inferred' };
}

/** `reason` says why this value was chosen while the law's own is not published. */
export function assumption<T>(value: T, reason: string): Rule<T> {
  return { value, source: reason, confidence: 'assumption' };
}
