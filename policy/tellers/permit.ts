/** What the record says of an officer's decision on a permit, of a change after it, of a reopening. */
import { effectOfChange } from '../permit/change';
import type { Tellers } from '../teller';

type PermitVerb = 'decideApplication' | 'reportChange' | 'supportReopening' | 'decideReopening';

export const permitTellers: Tellers<PermitVerb> = {
  decideApplication: (_, { data: { outcome, reasons, text } }) => [
    { type: 'decision-approved', data: { outcome, reasons, ...(text && { text }) } },
    ...(outcome === 'refuse'
      ? [{ type: 'application-refused' as const, data: { by: 'decision' as const, reasons } }]
      : []),
  ],
  reportChange: (file, { data: { change, on, text } }) => [
    { type: 'change-reported', data: { change, on, text, ...effectOfChange(file, change, on) } },
  ],
  supportReopening: (_, { data }) => [{ type: 'reopening-supported', data }],
  decideReopening: (_, { data }) => [{ type: 'reopening-decided', data }],
};
