/** What a delivered answer tells a case, in codes: the finding it makes, or the marks of a test. */
import type { CallbackAgency } from '../domain/agencies';
import type { AgencyAnswers, CriminalRegistryAnswer, TestResult } from '../domain/agency-answers';
import { readFinding } from '../policy/findings';

export function codeAnswer(agency: CallbackAgency, answer: AgencyAnswers[CallbackAgency]): object {
  if (agency === 'testing-centre') {
    const { level, blocks, bannedItems } = answer as TestResult;
    return { level, blocks, bannedItems };
  }
  return { check: agency, ...readFinding(agency, answer as CriminalRegistryAnswer) };
}
