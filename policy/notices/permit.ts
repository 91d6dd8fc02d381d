/** Notices of a temporary permit: filed, papers asked for, granted, changed, looked at again. */
import type { NoticeRows } from '../notice-rows';
import { claimDueAt } from '../permit/claims';
import { dueOn, lastDayBefore } from './last-days';

type PermitEvent =
  | 'form-submitted'
  | 'completeness-checked'
  | 'permit-issued'
  | 'change-claimed'
  | 'change-decided'
  | 'change-reported'
  | 'reopening-decided';

export const permitNotices: NoticeRows<PermitEvent> = {
  'form-submitted': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) =>
      file.permit === null || data.permit === undefined
        ? null
        : {
            kind: 'permit-filed',
            facts: {
              filing: file.permit.filing,
              purpose: file.permit.purpose,
              window: data.permit.window.rule,
              decideBy: dueOn(file, 'service', effectiveAt),
            },
          },
  },
  'completeness-checked': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) =>
      data.missing.length === 0
        ? null
        : {
            kind: 'documents-requested',
            facts: { kinds: data.missing, provideBy: dueOn(file, 'turn', effectiveAt) },
          },
  },
  'permit-issued': {
    due: null,
    notice: ({ event: { data } }) => {
      const { validFrom, validUntil, shortestBy } = data.term;
      return { kind: 'permit-granted', facts: { number: data.number, validFrom, validUntil, shortestBy } };
    },
  },
  'change-claimed': {
    due: null,
    notice: ({ file, event: { data } }) => {
      const { change, on } = data;
      const dueAt = claimDueAt(file);
      if (dueAt === null) return null;
      return { kind: 'change-claimed', facts: { change, on, decideBy: lastDayBefore(dueAt) } };
    },
  },
  /** What is confirmed is told with what it does to the permit. */
  'change-decided': {
    due: null,
    notice: ({ file: { permit }, event: { data } }) => {
      const claim = permit?.claim;
      if (claim === undefined || data.outcome === 'confirm') return null;
      return { kind: 'change-dismissed', facts: { change: claim.change, on: claim.on } };
    },
  },
  'change-reported': {
    due: null,
    notice: ({ event: { data } }) => {
      const { change, effect, validUntil, article } = data;
      return { kind: 'permit-changed', facts: { change, effect, validUntil, article } };
    },
  },
  'reopening-decided': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) =>
      data.outcome === 'leave'
        ? null
        : { kind: 'decision-reopened', facts: { dueOn: dueOn(file, 'service', effectiveAt) } },
  },
};
