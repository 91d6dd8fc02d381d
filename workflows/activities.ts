/** The activities of a case, each with how long it may take and how it is tried again. */
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';

const often = { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' } as const;

/** What must be done, however long PostgreSQL is away; a worker that died with one is noticed after ten seconds. */
export const {
  appendEvents,
  findActsBefore,
  findOutages,
  scoreApplication,
  issueCertificate,
  checkCompleteness,
  computeTerm,
  issuePermit,
  reservePlace,
  exportHistory,
} = proxyActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: often,
});

/** A question to an agency: says itself when it is tried again, and soon answers `unreachable`. */
export const { askAgency, askCertificate, bookTestAttempt, fetchStateData } = proxyActivities<Activities>({
  startToCloseTimeout: '12 seconds',
  cancellationType: 'ABANDON',
  retry: often,
});
