/** Decisions on permits, each by one officer, and what two people do with a decision that a later answer contradicts. */
import type { PermitGround } from '../../../policy/grounds';
import type { Desk } from './desk';

interface Refusal {
  ground: PermitGround;
  evidence: string;
  text: string;
}

interface Reopening {
  outcome: 'reopen' | 'leave';
  reason: string;
}

export function createPermitDeciders({ act, awaitCase }: Desk) {
  return {
    /** Confirms what the rule proposed, once it has; answers the proposal's version. */
    async confirmGrant(persona: string, caseId: string): Promise<number> {
      const { proposal } = await awaitCase(
        caseId,
        'a proposal by the rule',
        (view) => view.proposal !== null,
      );
      const version = proposal?.version ?? 0;
      await act(persona, `${caseId}/officer-decision`, { outcome: 'grant', version });
      return version;
    },

    refusePermit: (persona: string, caseId: string, { text, ...ground }: Refusal) =>
      act(persona, `${caseId}/officer-decision`, { outcome: 'refuse', grounds: [ground], text }),

    supportReopening: (persona: string, caseId: string, reason: string) =>
      act(persona, `${caseId}/reopening/support`, { reason }),

    decideReopening: (persona: string, caseId: string, decided: Reopening) =>
      act(persona, `${caseId}/reopening/decision`, decided),
  };
}
