/** What a permit is called: `KZ-TRP-2026-000017`, the year in which it was first granted and the serial number in our register. */
export function permitNumber(decidedOn: string, serial: number): string {
  return `KZ-TRP-${decidedOn.slice(0, 4)}-${String(serial).padStart(6, '0')}`;
}
