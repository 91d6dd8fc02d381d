/** The certificate that ends permanent residence's pilot stage: from when until when it holds. */
import { oneYearAfter } from '../domain/law-day';

/** One year from the law's date of the decision (acsour.kz of 18.05.2026: a certificate valid one year). */
export function validityOf(decidedOn: string): { validFrom: string; validUntil: string } {
  return { validFrom: decidedOn, validUntil: oneYearAfter(decidedOn) };
}

/** `KZ-PR-2026-000017`: the year of the decision and the serial number in the register of certificates. */
export function certificateNumber(decidedOn: string, serial: number): string {
  return `KZ-PR-${decidedOn.slice(0, 4)}-${String(serial).padStart(6, '0')}`;
}
