/** Where a case stands: its stages, its statuses, who has the ball and whether the service clock runs. */
import type { CaseKind } from './case-kinds';

export const stages = [
  'language-test',
  'form',
  'scoring',
  'verification',
  'interview',
  'decision',
  'closed',
] as const;
export type Stage = (typeof stages)[number];

export const caseStatuses = [
  'awaiting-test-booking',
  'awaiting-test-result',
  'awaiting-certificate-check',
  'fetching',
  'awaiting-form',
  'scoring',
  'checking-completeness',
  'verification',
  'awaiting-documents',
  'awaiting-judgement',
  'awaiting-schedule',
  'awaiting-interview',
  'awaiting-proposal',
  'awaiting-hearing',
  'awaiting-approval',
  'awaiting-decision',
  'granting',
  'granted',
  'refused',
  'withdrawn',
  'lapsed',
  'annulled',
  'expired',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const parties = [
  'applicant',
  'testing-centre',
  'agencies',
  'caseworker',
  'supervisor',
  'service',
  'nobody',
] as const;
export type Party = (typeof parties)[number];

/** The service clock runs while the state has the ball; test attempts never consume it. */
export const standing = {
  'awaiting-test-booking': { stage: 'language-test', party: 'applicant', clockRuns: false },
  'awaiting-test-result': { stage: 'language-test', party: 'testing-centre', clockRuns: false },
  'awaiting-certificate-check': { stage: 'language-test', party: 'testing-centre', clockRuns: false },
  fetching: { stage: 'form', party: 'agencies', clockRuns: false },
  'awaiting-form': { stage: 'form', party: 'applicant', clockRuns: false },
  scoring: { stage: 'scoring', party: 'service', clockRuns: true },
  'checking-completeness': { stage: 'verification', party: 'service', clockRuns: true },
  verification: { stage: 'verification', party: 'agencies', clockRuns: true },
  'awaiting-documents': { stage: 'verification', party: 'applicant', clockRuns: false },
  'awaiting-judgement': { stage: 'verification', party: 'caseworker', clockRuns: true },
  'awaiting-schedule': { stage: 'interview', party: 'caseworker', clockRuns: true },
  'awaiting-interview': { stage: 'interview', party: 'caseworker', clockRuns: true },
  'awaiting-proposal': { stage: 'decision', party: 'caseworker', clockRuns: true },
  'awaiting-hearing': { stage: 'decision', party: 'applicant', clockRuns: true },
  'awaiting-approval': { stage: 'decision', party: 'supervisor', clockRuns: true },
  'awaiting-decision': { stage: 'decision', party: 'caseworker', clockRuns: true },
  granting: { stage: 'decision', party: 'service', clockRuns: true },
  granted: { stage: 'closed', party: 'nobody', clockRuns: false },
  refused: { stage: 'closed', party: 'nobody', clockRuns: false },
  withdrawn: { stage: 'closed', party: 'nobody', clockRuns: false },
  lapsed: { stage: 'closed', party: 'nobody', clockRuns: false },
  annulled: { stage: 'closed', party: 'nobody', clockRuns: false },
  expired: { stage: 'closed', party: 'nobody', clockRuns: false },
} as const satisfies Record<CaseStatus, { stage: Stage; party: Party; clockRuns: boolean }>;

/** Open statuses in which the clocks of the state stand. */
export type StandingStatus = {
  [S in CaseStatus]: (typeof standing)[S] extends { clockRuns: false; stage: Exclude<Stage, 'closed'> }
    ? S
    : never;
}[CaseStatus];

/** The stages that each kind of case passes, in their order. */
export const stagesOf = {
  'permanent-residence': stages,
  'temporary-permit': ['form', 'verification', 'decision', 'closed'],
} as const satisfies Record<CaseKind, readonly Stage[]>;

export const openStatuses: readonly CaseStatus[] = caseStatuses.filter(
  (status) => standing[status].stage !== 'closed',
);

/** Decided, or otherwise at an end; a complaint may still bring it back. */
export function isClosed(status: CaseStatus): boolean {
  return standing[status].stage === 'closed';
}
