/** The instant in which a case lives: the wall clock, and in development the days it was moved ahead. */
export function caseInstant({ offsetMs }: { offsetMs: number }): string {
  return new Date(Date.now() + offsetMs).toISOString();
}
