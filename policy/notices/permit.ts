/** Notices of a temporary permit: filed, papers asked for, granted, changed, looked at again. */
import type { CaseFile } from '../../domain/case-file';
import type { NoticeBody } from '../../domain/notices';
import type { NoticeRows } from '../notice-rows';
import { policyOf } from '../policies';
import { claimDueAt } from '../permit/claims';
import { purposeRow } from '../permit/purposes';
import { renewedBy } from '../permit/window';
import { dueOn, lastDayBefore, turnDueOn } from './last-days';

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
            facts: { kinds: data.missing, provideBy: turnDueOn(file, effectiveAt) },
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
    notice: ({ before, file, event: { data, effectiveAt } }) => {
      if (data.outcome === 'leave') return null;
      const fallen = policyOf(file.policyVersion).told.fallen.value ? before?.certificate : null;
      const facts = { dueOn: dueOn(file, 'service', effectiveAt), ...(fallen && { number: fallen.number }) };
      return { kind: 'decision-reopened', facts };
    },
  },
};

/** The reminder of a permit's end; null where the case is about none, or its policy told no more than the day. */
export function permitEnds({ permit, certificate, policyVersion }: CaseFile): NoticeBody | null {
  if (permit === null || certificate === null || !policyOf(policyVersion).told.renewal.value) return null;
  const { number, validUntil } = certificate;
  const renewBy = purposeRow(permit.purpose).renewable.value ? renewedBy(validUntil) : null;
  return { kind: 'permit-ends', facts: { number, validUntil, renewBy } };
}
