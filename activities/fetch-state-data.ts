/** Asking the state's own registers what they know already, so that nobody has to write it again. */
import type { AgencyClients } from '../clients/agency-clients';
import type { PrefilledValues } from '../db/prefilled-values';
import type { AgencyAnswers } from '../domain/agency-answers';
import type { EmployerReads } from '../db/reads/employers';
import type { AnswerRef } from '../domain/events';
import { lawDate } from '../domain/law-day';
import type { FilingKind, StateSource } from '../domain/permit';
import type { ContractQuestion } from '../domain/permit-questions';
import { isConditional, whyNotDue } from '../policy/checks-due';
import { readPrefill } from '../policy/permit/prefill';
import { createOwnBooks } from './own-books';
import { createReach, orUnreachable, type Asked, type LineDeps } from './reach-agency';

/**
 * Codes alone: the values themselves lie in PostgreSQL, under the pointers. `not-due`: by the law that register knows nothing of
 * a person like this one, and was not asked.
 */
export interface FetchedStateData {
  source: StateSource;
  result: 'found' | 'nothing-found' | 'not-due' | 'unreachable';
  pointers: string[];
  /** Null where nobody was asked, or could be reached. */
  answer: AnswerRef | null;
  /** Where nobody could be: not worth asking again before so many milliseconds. */
  pauseMs?: number;
}

interface Deps extends LineDeps {
  prefilled: PrefilledValues;
  employers: Pick<EmployerReads, 'findEmployer'>;
  agencies: AgencyClients;
}

/** `on`: the law's date on which the case was opened; both are left out by workflows that asked of no day. */
interface Fetch extends Asked {
  on?: string;
  /** The account that files. */
  employerId?: string | null;
  /** Left out by workflows of before our own permits were looked up. */
  filing?: FilingKind;
}

type Ask = { [S in StateSource]: (asked: Fetch) => Promise<{ answer: AgencyAnswers[S] }> };

export function createStateDataActivities({ prefilled, employers, agencies, ...line }: Deps) {
  const { evidence } = line;
  const reach = createReach(line);
  const ownBooks = createOwnBooks(evidence);

  async function contractQuestionIn({ on, employerId = null }: Fetch): Promise<ContractQuestion> {
    const employer = employerId === null ? undefined : await employers.findEmployer(employerId);
    return { ...(on !== undefined && { on }), ...(employer && { bin: employer.bin }) };
  }

  const ask: Ask = {
    'iin-registry': (asked) => reach('iin-registry', asked, agencies.iinRegistry.ask),
    'fingerprint-registry': (asked) => reach('fingerprint-registry', asked, agencies.fingerprintRegistry.ask),
    'permit-register': async (asked) => {
      const { answer } = await reach('permit-register', asked, (request) =>
        agencies.permitRegister.ask({ ...request, question: {} }),
      );
      return { answer: await ownBooks.addPermits(answer, asked) };
    },
    'insurance-register': (asked) =>
      reach('insurance-register', asked, (request) =>
        agencies.insuranceRegister.ask({
          ...request,
          question: asked.on === undefined ? {} : { on: asked.on },
        }),
      ),
    'labour-contracts': async (asked) => {
      const question = await contractQuestionIn(asked);
      return reach('labour-contracts', asked, (request) =>
        agencies.labourContracts.ask({ ...request, question }),
      );
    },
  };

  /** By the age on the day of asking; who files later may owe a paper then, and is asked about in verification. */
  async function isDue(source: StateSource, { caseId, personId }: Asked): Promise<boolean> {
    if (!isConditional(source)) return true;
    const { bornOn } = await evidence.getPerson(personId);
    const today = lawDate(await evidence.nowIn(caseId));
    return whyNotDue(source, { bornOn, exemption: 'none' }, today) === undefined;
  }

  async function fetchFrom<S extends StateSource>(source: S, asked: Fetch): Promise<FetchedStateData> {
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
    /** Idempotent by request id at the register, and by answer here. */
    async fetchStateData({ source, ...asked }: Fetch & { source: StateSource }): Promise<FetchedStateData> {
      const nothing = { source, pointers: [], answer: null };
      if (!(await isDue(source, asked))) return { ...nothing, result: 'not-due' };
      let fetched: FetchedStateData = { ...nothing, result: 'unreachable' };
      const reply = await orUnreachable(async () => {
        fetched = await fetchFrom(source, asked);
        return { kind: 'accepted' };
      });
      const pauseMs = reply.kind === 'unreachable' ? reply.pauseMs : undefined;
      return { ...fetched, ...(pauseMs !== undefined && { pauseMs }) };
    },
  };
}
