/** What only a temporary permit has, and a proposal to look at a decision again. */
import type { Static } from 'typebox';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import type { ClaimFile } from '../../domain/permit-file';
import { stateSources, type PermitTerm } from '../../domain/permit';
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
