/** Somebody at an agency who makes it wait, or speak, about one question of a case. */
import type { AgencyAtHand, Callers } from './callers';
import { UnexpectedAnswer } from './unexpected-answer';

interface Asked {
  pending: { requestId: string }[];
}

interface Answered {
  delivered: number;
}

export function createControlDoor(callers: Callers) {
  const look = (agency: AgencyAtHand) => callers.atAgency<Asked>(agency, 'GET /control');

  async function answerNow(agency: AgencyAtHand, requestId: string, answer?: object): Promise<void> {
    const line = 'POST /control/answer-now';
    const sent = { requestId, ...(answer && { answer }) };
    const { status, body } = await callers.atAgency<Answered>(agency, line, sent);
    if (body.delivered === 1) return;
    const who = `somebody at the ${agency}`;
    throw new UnexpectedAnswer({ who, line, sent, expected: 'one answer delivered', status, answer: body });
  }

  return {
    /** It takes back what it answered to a question, however long ago. */
    contradictNow: (agency: AgencyAtHand, requestId: string) =>
      callers.atAgency<Answered>(agency, 'POST /control/contradict-now', { requestId }),

    /** From now on nobody is answered, for so many seconds of the real day. */
    announceOutage(agency: AgencyAtHand, seconds: number) {
      const [from, until] = [0, seconds].map((later) => new Date(Date.now() + later * 1000).toISOString());
      return callers.atAgency(agency, 'PUT /control/behaviour', { outage: { from, until } });
    },

    /** The question will not be answered by itself: it may be one that has not been asked yet. */
    holdBack: (agency: AgencyAtHand, requestId: string) =>
      callers.atAgency(agency, 'PUT /control/behaviour', { scope: { requestId }, silent: true }),

    /** Answers a question that was held back, once it has been asked; `answer` says what is unlike the usual. */
    async answerHeldBack(agency: AgencyAtHand, requestId: string, answer: object): Promise<void> {
      await callers.until({
        who: `somebody at the ${agency}`,
        expected: `the question ${requestId}`,
        ask: () => look(agency),
        holds: ({ pending }) => pending.some((asked) => asked.requestId === requestId),
      });
      await answerNow(agency, requestId, answer);
    },

    /** Answers the last question about a case that is still open. */
    async answerLast(agency: AgencyAtHand, caseId: string): Promise<void> {
      const { pending } = (await look(agency)).body;
      const asked = pending.map(({ requestId }) => requestId).filter((id) => id.startsWith(`${caseId}.`));
      await answerNow(agency, asked.at(-1) ?? `${caseId}.${agency}.1`);
    },
  };
}
