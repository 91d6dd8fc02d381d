/** What a caseworker does with findings and documents. */
import type { Check } from '../../../domain/agencies';
import { agencyBehind, type DocumentKind, type Judgement } from '../../../domain/events';
import type { Desk } from './desk';

interface Judged {
  check: Check;
  judgement: Judgement;
  reason: string;
}

interface Looked {
  reason: string;
  /** The kinds that will not do. */
  adverse?: readonly DocumentKind[];
}

interface Wanted {
  kinds: DocumentKind[];
  reason: string;
}

export function createExaminers({ act, look }: Desk) {
  return {
    judge: (persona: string, caseId: string, { check, ...judged }: Judged) =>
      act(persona, `${caseId}/findings/${check}/judgement`, judged),

    askAgain: (persona: string, caseId: string, { check, reason }: Omit<Judged, 'judgement'>) =>
      act(persona, `${caseId}/findings/${check}/question`, { reason }),

    /** Every document that a person has to look at, in one act. */
    async judgeDocuments(persona: string, caseId: string, { reason, adverse = [] }: Looked): Promise<number> {
      const { documents } = await look(caseId, persona);
      const findings = documents
        .filter(({ kind, judgement }) => judgement === null && !agencyBehind[kind])
        .map(({ documentId, kind }) => ({
          documentId,
          judgement: adverse.includes(kind) ? 'adverse' : 'clear',
        }));
      return act(persona, `${caseId}/documents/judgement`, { findings, reason });
    },

    requestDocuments: (persona: string, caseId: string, wanted: Wanted) =>
      act(persona, `${caseId}/documents/request`, wanted),
  };
}
