/** What the record says of an officer's decision on a permit, of a change after it, of a reopening. */
import type { ActData } from '../../domain/acts';
import type { CaseFile } from '../../domain/case-file';
import type { EventBody } from '../../domain/events';
import { claimToDecide } from '../../domain/waiting';
import { needsAnother } from '../permit/claims';
import { outcomeOfChange } from '../permit/change';
import type { Tellers } from '../teller';

type PermitVerb =
  'decideApplication' | 'reportChange' | 'decideChange' | 'supportReopening' | 'decideReopening';

export const permitTellers: Tellers<PermitVerb> = {
  decideApplication: (_, { data: { outcome, reasons, text } }) => [
    { type: 'decision-approved', data: { outcome, reasons, ...(text && { text }) } },
    ...(outcome === 'refuse'
      ? [{ type: 'application-refused' as const, data: { by: 'decision' as const, reasons } }]
      : []),
  ],
  reportChange: (file, { actor, data }) => [
    needsAnother(file, actor, data.change) ? { type: 'change-claimed', data } : changed(file, data),
  ],
  decideChange: (file, { data }) => {
    const claim = claimToDecide(file);
    if (claim === null) throw new Error('no change waits for anybody');
    return [{ type: 'change-decided', data }, ...(data.outcome === 'confirm' ? [changed(file, claim)] : [])];
  },
  supportReopening: (_, { data }) => [{ type: 'reopening-supported', data }],
  decideReopening: (file, { data }) => [
    { type: 'reopening-decided', data: { ...data, ...heldDays(file, data.outcome) } },
  ],
};

function changed(
  { permit, certificate }: CaseFile,
  { change, on, text }: ActData['reportChange'],
): EventBody {
  if (permit === null || certificate === null) throw new Error('no permit can change');
  const { purpose } = permit;
  const outcome = outcomeOfChange({
    kind: change,
    purpose,
    happenedOn: on,
    validFrom: certificate.validFrom,
    validUntil: certificate.validUntil,
  });
  const { effect, lastDay, article } = outcome;
  const validUntil = effect === 'nothing' ? null : lastDay;
  return { type: 'change-reported', data: { change, on, text, effect, validUntil, article } };
}

/** Permanent residence's certificate says when somebody passed, not since when he may stay: it begins anew. */
function heldDays(
  { kind, certificate, permit }: Pick<CaseFile, 'kind' | 'certificate' | 'permit'>,
  outcome: ActData['decideReopening']['outcome'],
) {
  const falls = kind === 'temporary-permit' && outcome === 'reopen' && certificate !== null;
  if (!falls) return {};
  const { validFrom: heldFrom, validUntil } = certificate;
  const isShortened = validUntil < (permit?.term?.validUntil ?? validUntil);
  return { heldFrom, ...(isShortened && { heldUntil: validUntil }) };
}
