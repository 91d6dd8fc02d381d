/** The number under which an employer, school or clinic is registered: a BIN, or the IIN of an individual. */
import { isIin } from './iin';

/**
 * Twelve digits of which the last is right. Order 521 of 29.06.2023 gives the check digit of the IIN; that a BIN has
 * the same one, and is built of YYMM, a kind of entity (4 to 6) and a feature (0 to 3), is general knowledge, not an
 * act that was read: so nothing but the check digit is refused.
 */
export function isBin(text: string): boolean {
  return isIin(text);
}

export const employerKinds = ['organisation', 'individual'] as const;
export type EmployerKind = (typeof employerKinds)[number];

/** By the fifth digit: in an IIN it is the first of a day of birth and never above 3, in a BIN never below 4. */
export function employerKindOf(bin: string): EmployerKind {
  return Number(bin[4]) <= 3 ? 'individual' : 'organisation';
}
