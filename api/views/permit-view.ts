/** What only a temporary permit has, and a proposal to look at a decision again. */
import type { Static } from 'typebox';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import type { ClaimFile } from '../../domain/permit-file';
import { stateSources, type PermitTerm } from '../../domain/permit';
import type { PermitDraft } from '../../domain/permit-form';
import type { PermitFile, Reopening } from '../schemas/permit-file';

/** Null for a case of another kind; the registers stand in the order in which they are asked. */
export function viewPermit({ permit }: CaseFile): Static<typeof PermitFile> | null {
  if (permit === null) return null;
  const { fetched, takesPlace: _, claim, ...rest } = permit;
  const asked = stateSources.flatMap((source) => {
    const told = fetched[source];
    return told === undefined ? [] : [{ source, result: told.result, at: told.at }];
  });
  return { ...rest, fetched: asked, ...(claim && { claim: viewClaim(claim) }) };
}

/** Who reads as a filer: the person himself, or who filed for him, with the form that he wrote. */
export interface FilerReading {
  isPerson: boolean;
  written: object;
}

/** What a register alone told of the permit that is renewed is the person's to read. */
export function viewPermitFiled(file: CaseFile, reading: FilerReading): Static<typeof PermitFile> | null {
  const permit = viewPermit(file);
  if (permit === null || reading.isPerson) return permit;
  const { window, renews, uses } = permit;
  const { currentPermit }: PermitDraft = reading.written;
  const isKnown = (field: 'number' | 'validUntil') => {
    const use = uses.find(({ pointer }) => pointer === `/currentPermit/${field}`);
    return use?.used !== 'fetched' || (use.rule === 'not-corrected' && currentPermit?.[field] !== undefined);
  };
  return {
    ...permit,
    window: window && { ...window, lastDay: isKnown('validUntil') ? window.lastDay : null },
    renews: isKnown('number') ? renews : null,
  };
}

/** Who it was the record says; the holder learns as what that person spoke. */
function viewClaim({ claimedBy, text: _, ...rest }: ClaimFile) {
  return { ...rest, claimedAs: claimedBy.role };
}

export function viewReopening({ reopening }: CaseFile): Static<typeof Reopening> | null {
  if (reopening === null) return null;
  const { seq, check, codes, joined, supportedBy, outcome } = reopening;
  const others = joined?.map((one) => ({ check: one.check, codes: one.codes }));
  return { seq, check, codes, ...(others && { joined: others }), supportedBy, outcome };
}

/** How long the permit would last that is proposed now; null where no permit is. */
export function findProposedTerm({ proposal }: CaseFile, events: readonly CaseEvent[]): PermitTerm | null {
  const proposed = events.find(({ seq }) => seq === proposal?.version);
  return (proposed?.type === 'decision-proposed' && proposed.data.term) || null;
}
