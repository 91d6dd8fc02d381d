/** What must hold for an officer alone to decide on a permit, and for two people to reopen any decision. */
import type { CaseFile } from '../../domain/case-file';
import { lawDate } from '../../domain/law-day';
import { claimToDecide } from '../../domain/waiting';
import type { Guards } from '../guard';
import { needsAnother } from '../permit/claims';
import { mayGrant, whyNotReasons } from './decision';

type PermitVerb =
  'decideApplication' | 'reportChange' | 'decideChange' | 'supportReopening' | 'decideReopening';

export const permitGuards: Guards<PermitVerb> = {
  decideApplication: (file, { data: { outcome, version, reasons, text } }) => {
    const { proposal } = file;
    if (version !== null && (proposal?.version !== version || proposal.outcome !== outcome)) {
      return 'stale-version';
    }
    if (outcome === 'grant') return mayGrant(file) ? undefined : 'grant-blocked';
    return text === null ? 'reasons-missing' : whyNotReasons(file, reasons);
  },
  /** One claim at a time, so that nobody decides on what he has not read. */
  reportChange: (file, { actor, data: { change, on }, effectiveAt }) => {
    if (on > lawDate(effectiveAt) || on < standsFrom(file)) return 'change-not-in-term';
    const waits = claimToDecide(file) !== null && needsAnother(file, actor, change);
    return waits ? 'act-out-of-order' : undefined;
  },
  decideChange: (file, { actor, data: { claim: version } }) => {
    const claim = claimToDecide(file);
    if (claim?.claimedBy.id === actor.id) return 'four-eyes';
    return claim?.seq === version ? undefined : 'stale-version';
  },
  supportReopening: () => undefined,
  decideReopening: ({ reopening }, { actor }) =>
    reopening?.supportedBy === actor.id ? 'four-eyes' : undefined,
};

/** The law's date from which a change concerns a permit: its first day, or its decision where that came before. */
function standsFrom({ certificate, clocks }: CaseFile): string {
  const decidedAt = clocks.service.endedAt;
  if (certificate === null || decidedAt === null) throw new Error('no permit was granted');
  const decidedOn = lawDate(decidedAt);
  return decidedOn < certificate.validFrom ? decidedOn : certificate.validFrom;
}
