/** What a case hears when it asks: an answer, an acceptance, or that nobody can be reached. */
import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { AgencyTrouble } from '../clients/agency-trouble';
import { lineTerms } from '../clients/line-terms';
import type { CaseEvidence } from '../db/case-evidence';
import type { AgencyName } from '../domain/agencies';
import type { CheckNews } from '../domain/news';

export interface Asked {
  caseId: string;
  personId: string;
  requestId: string;
}

/** `not-due`: by the rule that the codes name nobody is asked, and the finding is clear from `effectiveAt` on. */
export type AskReply =
  | { kind: 'answered'; news: Pick<CheckNews, 'effectiveAt' | 'answer' | 'result' | 'codes'> }
  | { kind: 'accepted' }
  | { kind: 'not-due'; effectiveAt: string; codes: string[] }
  | { kind: 'unreachable'; code: string };

/** Builds `requestOf(agency, asked)`: the question is kept before it leaves, with the person it is about. */
export function createRequester(evidence: CaseEvidence) {
  return async (agency: AgencyName, { caseId, personId, requestId }: Asked) => {
    await evidence.keepRequest({ requestId, caseId, agency });
    return { requestId, person: await evidence.getPerson(personId) };
  };
}

/** A burst of tries, as the agency's line allows; then the workflow waits in its own, longer rhythm. */
export async function orUnreachable(ask: () => Promise<AskReply>): Promise<AskReply> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof AgencyTrouble)) throw error;
    const { triesInBurst } = lineTerms[error.agency];
    if (error.permanent || activityInfo().attempt >= triesInBurst)
      return { kind: 'unreachable', code: error.code };
    throw ApplicationFailure.create({
      message: error.message,
      type: error.code,
      ...(error.retryAfterMs !== undefined && { nextRetryDelay: error.retryAfterMs }),
    });
  }
}
