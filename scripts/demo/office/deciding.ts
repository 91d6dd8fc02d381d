/** Proposals, hearings, decisions and complaints, each by whoever may. */
import type { CaseView } from '../../../api/schemas/case';
import type { ReturnStage } from '../../../domain/events';
import type { RefusalGround } from '../../../policy/grounds';
import type { Desk } from './desk';

interface Ground {
  ground: RefusalGround;
  evidence: string;
}

interface Refusal extends Ground {
  text: string;
}

interface Returned {
  version: number;
  reason: string;
}

interface SetAside {
  returnTo: ReturnStage;
  reason: string;
}

export function createDeciders({ act, awaitCase }: Desk) {
  /** What has grown too old to be relied on is asked again by itself, and nobody proposes before it is answered. */
  async function propose(persona: string, caseId: string, body: object): Promise<number> {
    await awaitCase(caseId, 'answers that may be relied on', mayBeProposed);
    return act(persona, `${caseId}/proposal`, body);
  }

  return {
    /** Answers the version of the proposal, which whoever decides must name. */
    proposeGrant: (persona: string, caseId: string, text: string) =>
      propose(persona, caseId, { outcome: 'grant', grounds: [], text }),

    proposeRefusal: (persona: string, caseId: string, { text, ...ground }: Refusal) =>
      propose(persona, caseId, { outcome: 'refuse', grounds: [ground], text }),

    recordHearing: (persona: string, caseId: string, protocol: string) =>
      act(persona, `${caseId}/hearing`, { protocol }),

    approve: (persona: string, caseId: string, version: number) =>
      act(persona, `${caseId}/decision`, { version }),

    returnProposal: (persona: string, caseId: string, returned: Returned) =>
      act(persona, `${caseId}/decision/return`, returned),

    satisfyComplaint: (persona: string, caseId: string, decided: SetAside) =>
      act(persona, `${caseId}/complaint/decision`, { outcome: 'satisfied', ...decided }),
  };
}

/** Every answer still counts, and nobody waits for anything else. */
export function mayBeProposed({ status, findings, readAt }: CaseView): boolean {
  const counts = findings.every(({ validUntil }) => validUntil === null || validUntil > readAt);
  return status === 'awaiting-proposal' && counts;
}
