/** How long a sponsor lets the person stay: as the form says and as the register knows, whichever is shorter. */
import type { LimitValue, PermitPurpose, TermLimit } from '../../domain/permit';
import type { PermitDraft } from '../../domain/permit-form';
import type { Rule } from '../rule';
import { purposeRow } from './purposes';
import type { SponsorRow } from './purpose-row';
import type { LimitValues } from './limit-values';
import { sponsorRows, type RegisteredSponsor } from './registered-sponsor';

/** A sponsor as one of the two tells of him. */
interface SponsorSaid {
  row: SponsorRow;
  permitUntil: string | undefined;
  bySaying: (source: string) => string;
  /** The value of a field of the sponsor; undefined where the policy does not ask. */
  valueOf: (pointer: string) => LimitValue | undefined;
}

interface Sponsored {
  purpose: PermitPurpose;
  form: PermitDraft;
  sponsor?: RegisteredSponsor | undefined;
  values?: LimitValues | undefined;
}

/** What is written comes first, so that it is named where both say the same; none where the purpose has no sponsor. */
export function sponsorsSaid({ purpose, form, sponsor, values }: Sponsored): SponsorSaid[] {
  const { sponsor: written } = form;
  const { sponsors } = purposeRow(purpose);
  if (Object.keys(sponsors).length === 0) return [];
  const row = sponsors[written?.kind ?? 'none'];
  const inForm = {
    permitUntil: written?.permitUntil,
    bySaying: (source: string) => source,
    valueOf: (pointer: string) => values?.inForm(pointer),
  };
  return [...(row ? [{ row, ...inForm }] : []), ...(sponsor ? [asRegistered(sponsor, values)] : [])];
}

function asRegistered({ status, permitUntil }: RegisteredSponsor, values?: LimitValues): SponsorSaid {
  const bySaying = (source: string) => `${source}; of the sponsor as the register of kinship knows him`;
  return {
    row: sponsorRows[status],
    permitUntil: permitUntil ?? undefined,
    bySaying,
    valueOf: (pointer) => values?.ofSponsor(pointer),
  };
}

/** The purpose's own months, or a sponsor's where those are no more. */
export function shortestMonths(
  own: Rule<number>,
  said: readonly SponsorSaid[],
): Rule<number> & { said?: LimitValue | undefined } {
  const bounds = said.map(({ row: { months }, bySaying, valueOf }) => ({
    ...{ ...months, source: bySaying(months.source), said: valueOf('/sponsor/kind') },
  }));
  const all: (Rule<number> & { said?: LimitValue | undefined })[] = [...bounds, own];
  return all.reduce((shortest, next) => (next.value < shortest.value ? next : shortest));
}

/** The day on which the sponsor's own permit ends, where the person's ends with it. */
export function sponsorsEnd(said: readonly SponsorSaid[]): TermLimit[] {
  const ends = said.flatMap(({ row: { endsWithSponsor }, permitUntil, bySaying, valueOf }): TermLimit[] => {
    if (!endsWithSponsor.value || permitUntil === undefined) return [];
    const value = valueOf('/sponsor/permitUntil');
    const source = bySaying(endsWithSponsor.source);
    return [{ by: 'sponsor', until: permitUntil, source, ...(value && { value }) }];
  });
  return ends.toSorted((a, b) => a.until.localeCompare(b.until)).slice(0, 1);
}
