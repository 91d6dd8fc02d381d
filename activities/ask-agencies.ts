/** Questions to the agencies: kept before they leave, answers kept as they came, coded for the case. */
import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { AgencyTrouble } from '../clients/agency-trouble';
import type { AgencyClients } from '../clients/agency-clients';
import type { AgencyName, Check } from '../domain/agencies';
import type { AgencyAnswers } from '../domain/agency-answers';
import type { LanguageLevel } from '../domain/events';
import type { CheckNews } from '../domain/news';
import type { CaseEvidence } from '../db/case-evidence';
import { readFinding } from '../policy/findings';

/** A burst of tries; then the workflow hears `unreachable` and waits in its own, longer rhythm. */
const triesInBurst = 4;

interface Asked {
  caseId: string;
  personId: string;
  requestId: string;
}
export type AskReply =
  | { kind: 'answered'; news: Pick<CheckNews, 'effectiveAt' | 'answer' | 'result' | 'codes'> }
  | { kind: 'accepted' }
  | { kind: 'unreachable'; code: string };

interface Deps {
  evidence: CaseEvidence;
  agencies: AgencyClients;
}

export function createAgencyActivities({ evidence, agencies }: Deps) {
  async function requestOf(agency: AgencyName, { caseId, personId, requestId }: Asked) {
    await evidence.keepRequest({ requestId, caseId, agency });
    return { requestId, person: await evidence.getPerson(personId) };
  }

  async function answered<C extends Check>(
    check: C,
    caseId: string,
    body: AgencyAnswers[C],
  ): Promise<AskReply> {
    const offsetMs = await evidence.offsetOf(caseId);
    const { requestId, answerId } = body;
    const sha256 = await evidence.keepAnswer({ agency: check, caseId, requestId, answerId, body });
    const effectiveAt = new Date(Date.now() + offsetMs).toISOString();
    return {
      kind: 'answered',
      news: { effectiveAt, answer: { answerId, sha256 }, ...readFinding(check, body) },
    };
  }

  const questions = {
    berkut: async (asked: Asked) => {
      const { answer } = await agencies.berkut.ask(await requestOf('berkut', asked));
      return answered('berkut', asked.caseId, answer);
    },
    'iin-registry': async (asked: Asked) => {
      const { answer } = await agencies.iinRegistry.ask(await requestOf('iin-registry', asked));
      return answered('iin-registry', asked.caseId, answer);
    },
    'fingerprint-registry': async (asked: Asked) => {
      const { answer } = await agencies.fingerprintRegistry.ask(
        await requestOf('fingerprint-registry', asked),
      );
      return answered('fingerprint-registry', asked.caseId, answer);
    },
    'criminal-registry': async (asked: Asked) => {
      await agencies.criminalRegistry.ask(await requestOf('criminal-registry', asked));
      return { kind: 'accepted' };
    },
  } as const satisfies Record<Check, (asked: Asked) => Promise<AskReply>>;

  return {
    /** Idempotent by request id at the agency; a permanent rejection and a burst without success are `unreachable`. */
    askAgency: ({ check, ...asked }: Asked & { check: Check }): Promise<AskReply> =>
      orUnreachable(() => questions[check](asked)),

    bookTestAttempt: ({ level, ...asked }: Asked & { level: LanguageLevel }): Promise<AskReply> =>
      orUnreachable(async () => {
        await agencies.testingCentre.bookAttempt({ ...(await requestOf('testing-centre', asked)), level });
        return { kind: 'accepted' };
      }),
  };
}

async function orUnreachable(ask: () => Promise<AskReply>): Promise<AskReply> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof AgencyTrouble)) throw error;
    if (error.permanent || activityInfo().attempt >= triesInBurst)
      return { kind: 'unreachable', code: error.code };
    throw ApplicationFailure.create({
      message: error.message,
      type: error.code,
      ...(error.retryAfterMs !== undefined && { nextRetryDelay: error.retryAfterMs }),
    });
  }
}
