/** Asking the state's own registers what they know already, so that nobody has to write it again. */
import type { AgencyClients } from '../clients/agency-clients';
import type { CaseEvidence } from '../db/case-evidence';
import type { PrefilledValues } from '../db/prefilled-values';
import type { AgencyAnswers } from '../domain/agency-answers';
import type { AnswerRef } from '../domain/events';
import type { StateSource } from '../domain/permit';
import { readPrefill } from '../policy/permit/prefill';
import { createRequester, orUnreachable, type Asked } from './reach-agency';

/** Codes alone: the values themselves lie in PostgreSQL, under the pointers. */
export interface FetchedStateData {
  source: StateSource;
  result: 'found' | 'nothing-found' | 'unreachable';
  pointers: string[];
  /** Null where nobody could be reached. */
  answer: AnswerRef | null;
}

interface Deps {
  evidence: CaseEvidence;
  prefilled: PrefilledValues;
  agencies: AgencyClients;
}

type Ask = { [S in StateSource]: (asked: Asked) => Promise<{ answer: AgencyAnswers[S] }> };

export function createStateDataActivities({ evidence, prefilled, agencies }: Deps) {
  const requestOf = createRequester(evidence);
  const question = {};

  const ask: Ask = {
    'iin-registry': async (asked) => agencies.iinRegistry.ask(await requestOf('iin-registry', asked)),
    'fingerprint-registry': async (asked) =>
      agencies.fingerprintRegistry.ask(await requestOf('fingerprint-registry', asked)),
    'permit-register': async (asked) =>
      agencies.permitRegister.ask({ ...(await requestOf('permit-register', asked)), question }),
    'insurance-register': async (asked) =>
      agencies.insuranceRegister.ask({ ...(await requestOf('insurance-register', asked)), question }),
    'labour-contracts': async (asked) =>
      agencies.labourContracts.ask({ ...(await requestOf('labour-contracts', asked)), question }),
  };

  async function fetchFrom<S extends StateSource>(source: S, asked: Asked): Promise<FetchedStateData> {
    const { answer: body } = await ask[source](asked);
    const { caseId } = asked;
    const { requestId, answerId } = body;
    const sha256 = await evidence.keepAnswer({ agency: source, caseId, requestId, answerId, body });
    const { known, values } = readPrefill(source, body);
    await prefilled.keep({ caseId, source, answerId, values });
    return {
      source,
      result: known ? 'found' : 'nothing-found',
      pointers: values.map(({ pointer }) => pointer),
      answer: { answerId, sha256 },
    };
  }

  return {
    /** Idempotent by request id at the register, and by case, pointer and source here. */
    async fetchStateData({ source, ...asked }: Asked & { source: StateSource }): Promise<FetchedStateData> {
      let fetched: FetchedStateData = { source, result: 'unreachable', pointers: [], answer: null };
      await orUnreachable(async () => {
        fetched = await fetchFrom(source, asked);
        return { kind: 'accepted' };
      });
      return fetched;
    },
  };
}
