/** The people of the office at their desks: the steps that bring a case from its findings to a decision. */
import { personas } from '../../agencies/personas';
import type { Check } from '../../domain/agencies';
import { agencyBehind, type DocumentKind } from '../../domain/events';
import { dateOfDayNumber, lawDayNumber } from '../../domain/law-day';
import type { Desk, Reply } from './desk';

/** Far enough for every notice, also over holidays. */
const noticeDays = 12;

const subjectOf = (persona: string): string => personas.get(persona)?.subject ?? persona;
export const panel = ['aigul', 'nurlan', 'zarina'].map(subjectOf);

interface CaseSeen {
  readAt: string;
  documents: { documentId: string; kind: DocumentKind; judgement: string | null }[];
  findings: { check: Check; result: string | null; judgement: string | null }[];
}

/** `aigul` works on the case, `saule` decides; `dana` lets days pass for it. */
export function createOfficials(desk: Desk) {
  const as = (persona: string) => (caseId: string, step: string, body: unknown) =>
    desk.call(persona, `POST /admin/cases/${caseId}/${step}`, { body });
  const [clerk, supervisor] = [as('aigul'), as('saule')];
  const seqOf = (reply: Reply): number => {
    if (reply.status !== 200) throw new Error(`refused: ${JSON.stringify(reply.body)}`);
    return Number(reply.body['seq']);
  };
  /** Asked again while the service has no hand free. */
  const look = async (caseId: string): Promise<CaseSeen> => {
    const ask = () => desk.call<CaseSeen>('aigul', `GET /admin/cases/${caseId}`);
    return (await desk.until(ask, ({ status }) => status !== 503)).body;
  };

  const steps = {
    as,
    look,
    assign: (caseId: string) => clerk(caseId, 'assignment', { assignee: subjectOf('aigul') }),
    judge: (caseId: string, check: Check, judgement: 'clear' | 'adverse') =>
      clerk(caseId, `findings/${check}/judgement`, { judgement, reason: 'looked at the papers' }),

    /** The checks that a person still has to judge. */
    async listUnclear(caseId: string): Promise<Check[]> {
      const { findings } = await look(caseId);
      return findings.flatMap(({ check, result, judgement }) =>
        result !== 'clear' && judgement === null ? [check] : [],
      );
    },

    async passDays(caseId: string, days: number): Promise<void> {
      const moved = await desk.call('dana', `POST /development/cases/${caseId}/fast-forward`, {
        body: { days },
      });
      if (moved.status !== 200) throw new Error(`days did not pass: ${JSON.stringify(moved.body)}`);
    },

    /** Every document that a person has to look at, all at once. */
    async judgeDocuments(caseId: string, judgement: 'clear' | 'adverse' = 'clear'): Promise<void> {
      const { documents } = await look(caseId);
      const findings = documents
        .filter((document) => document.judgement === null && !agencyBehind[document.kind])
        .map(({ documentId }) => ({ documentId, judgement }));
      seqOf(await clerk(caseId, 'documents/judgement', { findings, reason: 'looked at every page' }));
    },

    async schedule(caseId: string, inDays = noticeDays): Promise<string> {
      const { readAt } = await look(caseId);
      const at = `${dateOfDayNumber(lawDayNumber(readAt) + inDays)}T10:00:00+05:00`;
      seqOf(await clerk(caseId, 'interview', { at, place: 'abai-office', panel }));
      return at;
    },

    recordInterview: (caseId: string, vote: 'for' | 'against' = 'for') =>
      clerk(caseId, 'interview/outcome', {
        attended: true,
        questions: [{ question: 'ties', points: 4, max: 5, remark: 'answered at once' }],
        votes: panel.map((member) => ({ member, vote })),
        remarks: 'answered everything',
      }),

    /** Called with notice, held when its day has come. */
    async interview(caseId: string, vote: 'for' | 'against' = 'for'): Promise<void> {
      await steps.schedule(caseId);
      await steps.passDays(caseId, noticeDays + 1);
      seqOf(await steps.recordInterview(caseId, vote));
    },

    /** The version of the proposal. */
    async propose(caseId: string, outcome: 'grant' | 'refuse'): Promise<number> {
      const grounds = outcome === 'grant' ? [] : [{ ground: 'false-data', evidence: 'form' }];
      return seqOf(await clerk(caseId, 'proposal', { outcome, grounds, text: 'considered as a whole' }));
    },

    approve: (caseId: string, version: number) => supervisor(caseId, 'decision', { version }),

    /** A refusal waits until its hearing is over. */
    async decide(caseId: string, outcome: 'grant' | 'refuse'): Promise<void> {
      const version = await steps.propose(caseId, outcome);
      if (outcome === 'refuse') await steps.passDays(caseId, noticeDays);
      seqOf(await steps.approve(caseId, version));
    },
  };
  return steps;
}
