/** What a complaint, and a decision that is set aside, change in a case file. */
import { permanentChecks, type Check } from '../agencies';
import type { CaseFile } from '../case-file';
import type { ComplaintEvents, ReturnStage } from '../events/complaint';
import { endLedger, openLedger } from '../ledger';
import { withoutDecision } from './decision';
import type { Folds } from './fold';
import { openChecks } from './form';
import { judgedFirst, withProposalOvertaken } from './reopening';

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
  'decision-set-aside': (file, { data, effectiveAt }) => {
    const { returnTo, overtakes, keepsInterview, keepsMissing } = data;
    return returnTo === null
      ? { status: 'granted', reasons: [], proposal: null, hearing: null }
      : {
          ...returned[returnTo](file, effectiveAt),
          ...(keepsInterview && { interview: file.interview }),
          ...(keepsMissing && { documentsMissing: file.documentsMissing }),
          ...(overtakes !== undefined && {
            ...(beyondFindings.includes(returnTo) && judgedFirst(file, effectiveAt)),
            ...withProposalOvertaken(file),
          }),
          ...withoutDecision(file, effectiveAt),
        };
  },
};

/** Where nobody is asked anew a person judges what the proposal was about before the case goes on. */
const beyondFindings: readonly ReturnStage[] = ['interview', 'decision'];

const notHeard = { interview: null, noShows: 0, interviewChanges: 0 } as const;
const notVerified = { ...notHeard, documentsMissing: [] };

/** The agencies that the case has asked are asked again. */
function askedOf({ checks }: CaseFile): Check[] {
  return checks === null ? [...permanentChecks] : (Object.keys(checks) as Check[]);
}

/** Where the case goes on, and what of the earlier way no longer counts: everything that comes after that stage. */
const returned = {
  'language-test': (file) => ({
    ...notVerified,
    status: 'awaiting-test-booking',
    voidAttempts: file.testAttempts.length,
    barredUntil: null,
  }),
  form: () => ({ ...notVerified, status: 'awaiting-form' }),
  scoring: () => ({ ...notVerified, status: 'scoring' }),
  verification: (file, at) => ({
    ...notVerified,
    status: 'verification',
    checks: openChecks(file.checks, askedOf(file), at),
  }),
  interview: () => ({ ...notHeard, status: 'awaiting-schedule' }),
  decision: ({ kind }) => ({
    status: kind === 'temporary-permit' ? 'awaiting-decision' : 'awaiting-proposal',
  }),
} as const satisfies Record<ReturnStage, (file: CaseFile, at: string) => Partial<CaseFile>>;
