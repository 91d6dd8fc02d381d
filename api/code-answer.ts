/** What a delivered letter tells a case, in codes: a finding, the marks of a test, the word on a certificate. */
import type { CallbackCheck } from '../domain/agencies';
import type { AgencyAnswers, TestResult } from '../domain/agency-answers';
import type { CertificateConfirmation } from '../domain/language-certificate';
import type { Letter, LetterKind } from '../domain/letters';
import { readFinding } from '../policy/findings';

/** Nothing of the person goes on: neither a certificate's number nor a sum of money. */
export function codeAnswer(kind: LetterKind, letter: Letter): object {
  if (kind === 'test-result') {
    const { level, blocks, bannedItems } = letter as TestResult;
    return { level, blocks, bannedItems };
  }
  if (kind === 'certificate-confirmation') {
    const { level, status, validUntil } = letter as CertificateConfirmation;
    return { level, status, validUntil };
  }
  return { check: kind, ...readFinding(kind, letter as AgencyAnswers[CallbackCheck]) };
}
