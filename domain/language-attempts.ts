/** The proof of language that is under way: which attempts count, what the testing centre is asked, what was taken back. */
import type { CaseFile, TestAttempt } from './case-file';

/** Of the attempts, those that are among the allowed ones. */
export function countedAttempts(
  file: Pick<CaseFile, 'testAttempts' | 'voidAttempts' | 'voided'>,
): TestAttempt[] {
  return file.testAttempts.slice(file.voidAttempts).filter(({ requestId }) => !isVoided(file, requestId));
}

/** Whether an attempt, or the question about a certificate, was taken back because the centre never answered. */
export function isVoided({ voided = [] }: Pick<CaseFile, 'voided'>, requestId: string): boolean {
  return voided.includes(requestId);
}

/** The request that the centre has to answer; undefined where it is asked nothing. */
export function findAskedOfCentre({ status, testAttempts, presented }: CaseFile): string | undefined {
  if (status === 'awaiting-test-result') return testAttempts.at(-1)?.requestId;
  return status === 'awaiting-certificate-check' ? presented?.requestId : undefined;
}
