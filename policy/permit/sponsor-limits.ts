/** How long a sponsor lets the person stay: as the form says and as the register knows, whichever is shorter. */
import type { PermitPurpose, TermLimit } from '../../domain/permit';
import type { PermitDraft } from '../../domain/permit-form';
import type { Rule } from '../rule';
import { purposeRow } from './purposes';
import type { SponsorRow } from './purpose-row';
import { sponsorRows, type RegisteredSponsor } from './registered-sponsor';

/** A sponsor as one of the two tells of him. */
interface SponsorSaid {
  row: SponsorRow;
  permitUntil: string | undefined;
  bySaying: (source: string) => string;
}

interface Sponsored {
  purpose: PermitPurpose;
  form: PermitDraft;
  sponsor?: RegisteredSponsor | undefined;
}

/** What is written comes first, so that it is named where both say the same; none where the purpose has no sponsor. */
export function sponsorsSaid({ purpose, form: { sponsor: written }, sponsor }: Sponsored): SponsorSaid[] {
  const { sponsors } = purposeRow(purpose);
  if (Object.keys(sponsors).length === 0) return [];
  const row = sponsors[written?.kind ?? 'none'];
  const inForm = { permitUntil: written?.permitUntil, bySaying: (source: string) => source };
  return [...(row ? [{ row, ...inForm }] : []), ...(sponsor ? [asRegistered(sponsor)] : [])];
}

function asRegistered({ status, permitUntil }: RegisteredSponsor): SponsorSaid {
  const bySaying = (source: string) => `${source}; of the sponsor as the register of kinship knows him`;
  return { row: sponsorRows[status], permitUntil: permitUntil ?? undefined, bySaying };
}

/** The purpose's own months, or a sponsor's where those are no more. */
export function shortestMonths(own: Rule<number>, said: readonly SponsorSaid[]): Rule<number> {
  const bounds = said.map(({ row: { months }, bySaying }) => ({
    ...months,
    source: bySaying(months.source),
  }));
  return [...bounds, own].reduce((shortest, next) => (next.value < shortest.value ? next : shortest));
}

/** The day on which the sponsor's own permit ends, where the person's ends with it. */
export function sponsorsEnd(said: readonly SponsorSaid[]): TermLimit[] {
  const ends = said.flatMap(({ row: { endsWithSponsor }, permitUntil, bySaying }): TermLimit[] =>
    endsWithSponsor.value && permitUntil !== undefined
      ? [{ by: 'sponsor', until: permitUntil, source: bySaying(endsWithSponsor.source) }]
      : [],
  );
  return ends.toSorted((a, b) => a.until.localeCompare(b.until)).slice(0, 1);
}
