/** What a complaint, and a decision that is set aside, change in a case file. */
import type { CaseFile } from '../case-file';
import type { ComplaintEvents, ReturnStage } from '../events/complaint';
import { endLedger, openLedger } from '../ledger';
import type { Folds } from './fold';
import { openChecks } from './form';

export const complaintFolds: Folds<keyof ComplaintEvents> = {
  'complaint-filed': (file, { data: { against }, effectiveAt, seq }) => ({
    complaint: {
      seq,
      against,
      filedAt: effectiveAt,
      forwardedAt: null,
      outcome: null,
      decidedAt: null,
    },
    clocks: { ...file.clocks, complaint: openLedger(effectiveAt) },
  }),
  'complaint-forwarded': ({ complaint }, { effectiveAt }) => ({
    complaint: complaint && { ...complaint, forwardedAt: effectiveAt },
  }),
  'complaint-decided': ({ complaint, clocks }, { data: { outcome }, effectiveAt }) => ({
    complaint: complaint && { ...complaint, outcome, decidedAt: effectiveAt },
    clocks: { ...clocks, complaint: clocks.complaint && endLedger(clocks.complaint, effectiveAt) },
  }),
  'decision-set-aside': (file, { data: { returnTo }, effectiveAt }) =>
    returnTo === null
      ? { status: 'granted', reasons: [] }
      : {
          ...returned[returnTo](file, effectiveAt),
          proposal: null,
          hearing: null,
          reasons: [],
          clocks: { ...file.clocks, service: openLedger(effectiveAt), verification: null },
          clockWarnedAt: null,
          deemedRefusedAt: null,
          escalated: [],
        },
};

/** Where the case goes on, and what of the earlier way no longer counts. */
const returned = {
  'language-test': (file) => ({
    status: 'awaiting-test-booking',
    voidAttempts: file.testAttempts.length,
    barredUntil: null,
  }),
  form: () => ({ status: 'awaiting-form' }),
  scoring: () => ({ status: 'scoring' }),
  verification: (file, at) => ({
    status: 'verification',
    checks: openChecks(file.checks, at),
    documentsMissing: [],
    interview: null,
    noShows: 0,
  }),
  interview: () => ({ status: 'awaiting-schedule', interview: null, noShows: 0, interviewChanges: 0 }),
  decision: () => ({ status: 'awaiting-proposal' }),
} as const satisfies Record<ReturnStage, (file: CaseFile, at: string) => Partial<CaseFile>>;
