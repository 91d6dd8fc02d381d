/** The certificate that ends permanent residence's pilot stage: from when until when it holds. */
import { monthsAfter } from '../domain/law-day';
import type { PermanentPolicy } from './policies';

/** From the law's date of the decision (YYYY-MM-DD) on. */
export function validityOf(
  decidedOn: string,
  { certificateMonths }: Pick<PermanentPolicy, 'certificateMonths'>,
): { validFrom: string; validUntil: string } {
  return { validFrom: decidedOn, validUntil: monthsAfter(decidedOn, certificateMonths.value) };
}

/** `KZ-PR-2026-000017`: the year in which it was first granted and the serial number in the register of certificates. */
export function certificateNumber(decidedOn: string, serial: number): string {
  return `KZ-PR-${decidedOn.slice(0, 4)}-${String(serial).padStart(6, '0')}`;
}
