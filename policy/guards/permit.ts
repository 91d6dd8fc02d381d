/** What must hold for an officer alone to decide on a permit, and for two people to reopen any decision. */
import { lawDate } from '../../domain/law-day';
import type { Guards } from '../guard';
import { mayGrant, whyNotReasons } from './decision';

type PermitVerb = 'decideApplication' | 'reportChange' | 'supportReopening' | 'decideReopening';

export const permitGuards: Guards<PermitVerb> = {
  decideApplication: (file, { data: { outcome, version, reasons, text } }) => {
    const { proposal } = file;
    if (version !== null && (proposal?.version !== version || proposal.outcome !== outcome)) {
      return 'stale-version';
    }
    if (outcome === 'grant') return mayGrant(file) ? undefined : 'grant-blocked';
    return text === null ? 'reasons-missing' : whyNotReasons(file, reasons);
  },
  reportChange: ({ certificate }, { data: { on }, effectiveAt }) =>
    certificate === null || on > lawDate(effectiveAt) || on < certificate.validFrom
      ? 'change-not-in-term'
      : undefined,
  supportReopening: () => undefined,
  decideReopening: ({ reopening }, { actor }) =>
    reopening?.supportedBy === actor.id ? 'four-eyes' : undefined,
};
