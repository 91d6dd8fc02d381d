/** Whether our own ceilings held questions to the agencies back while something was measured. */
import type { Pool } from 'pg';

/** The lines on which somebody was given a later turn since an instant: what was measured there is the ceiling. */
export async function linesPutOff(owner: Pool, since: Date): Promise<string[]> {
  const { rows } = await owner.query<{ agency: string }>(
    'SELECT agency FROM agency_lines WHERE turns_until >= $1 ORDER BY agency',
    [since],
  );
  return rows.map(({ agency }) => agency);
}

/** What a section says of it. */
export function noteOnCeilings(lines: readonly string[]): string {
  const agencies = lines.join(', ');
  return lines.length === 0
    ? 'Our own ceilings (`policy/agency-terms.ts`) put no question off: nothing here was throttled by them.'
    : `**Throttled by our own ceilings** (\`policy/agency-terms.ts\`): questions to ${agencies} were put off, so these figures are too low.`;
}
