/** The people of the office at their desks: the steps that bring a case from its findings to a decision. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from '../../domain/agencies';
import type { Desk, Reply } from './desk';

/** Long enough that the register stamps the appointment before it begins. */
const momentMs = 1_500;
const inAMoment = () => new Date(Date.now() + momentMs).toISOString();

/** `aigul` works on the case, `saule` decides. */
export function createOfficials(desk: Desk) {
  const clerk = (caseId: string, step: string, body: unknown): Promise<Reply> =>
    desk.call('aigul', `POST /admin/cases/${caseId}/${step}`, { body });
  const supervisor = (caseId: string, step: string, body: unknown): Promise<Reply> =>
    desk.call('saule', `POST /admin/cases/${caseId}/${step}`, { body });
  const seqOf = (reply: Reply): number => {
    if (reply.status !== 200) throw new Error(`refused: ${JSON.stringify(reply.body)}`);
    return Number(reply.body['seq']);
  };

  const steps = {
    assign: (caseId: string) => clerk(caseId, 'assignment', { assignee: 's-4kd81wqz7n' }),
    judge: (caseId: string, check: Check, judgement: 'clear' | 'adverse') =>
      clerk(caseId, `findings/${check}/judgement`, { judgement, reason: 'looked at the papers' }),

    async interview(caseId: string): Promise<void> {
      seqOf(await clerk(caseId, 'interview', { at: inAMoment(), place: 'abai-office' }));
      await sleep(momentMs);
      seqOf(await clerk(caseId, 'interview/outcome', { outcome: 'passed', remarks: 'answered everything' }));
    },

    async decide(caseId: string, outcome: 'grant' | 'refuse', ground = 'repeated-breaches'): Promise<void> {
      const grounds = outcome === 'grant' ? [] : [{ ground, evidence: 'berkut' }];
      const version = seqOf(
        await clerk(caseId, 'proposal', { outcome, grounds, text: 'considered as a whole' }),
      );
      seqOf(await supervisor(caseId, 'decision', { version }));
    },
  };
  return steps;
}
