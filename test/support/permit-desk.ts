/** An officer's work on permits: from the filing to a decision, with what the record and the register of permits say. */
import type { Check } from '../../domain/agencies';
import type { House } from './house';
import { createOfficials } from './officials';
import { createPermitApplicant, type PermitFiled } from './permit-applicant';
import type { PersonKey } from '../../agencies/people';
import type { PersonIdentity } from '../../domain/person';
import type { Reply } from './desk';
import { recordedEvents } from './truth';

type Recorded = Awaited<ReturnType<typeof recordedEvents>>[number];

/** Long enough for a busy machine. */
const patienceMs = 60_000;

export function createPermitDesk(house: House) {
  const officials = createOfficials(house.desk);

  const steps = {
    officials,

    /** The events of one type, in their order. */
    async told(caseId: string, type: Recorded['type']): Promise<Recorded[]> {
      return (await recordedEvents(house, caseId)).filter((event) => event.type === type);
    },

    /** Resolves with the last of them as soon as there are so many. */
    async toldAtLeast(caseId: string, type: Recorded['type'], count = 1): Promise<Recorded> {
      const ask = () => steps.told(caseId, type);
      const found = await house.desk.until(ask, (all) => all.length >= count, patienceMs);
      const last = found.at(-1);
      if (last === undefined) throw new Error(`no ${type}`);
      return last;
    },

    /** The types that say something of one agency. */
    async toldOf(caseId: string, check: Check): Promise<string[]> {
      const events = await recordedEvents(house, caseId);
      const isOf = (data: object) =>
        ('check' in data && data.check === check) || ('agency' in data && data.agency === check);
      return events.filter(({ data }) => isOf(data)).map(({ type }) => type);
    },

    /** Filed with its papers; every agency has answered, a person has looked at the papers. */
    async verified(who: PersonKey | PersonIdentity, filed: PermitFiled): Promise<string> {
      const applicant = createPermitApplicant(house.desk, who);
      const caseId = await applicant.file(filed);
      await applicant.reach(caseId, 'awaiting-judgement', patienceMs);
      await officials.judgeDocuments(caseId);
      return caseId;
    },

    reach: (caseId: string, status: string) =>
      house.desk.until(
        async () => {
          const { rows } = await house.owner.query<{ status: string }>(
            `SELECT case_file->>'status' AS status FROM cases WHERE case_id = $1`,
            [caseId],
          );
          return rows[0]?.status;
        },
        (now) => now === status,
        patienceMs,
      ),

    decide: (caseId: string, body: object): Promise<Reply> =>
      officials.as('aigul')(caseId, 'officer-decision', body),

    /** What the rule proposed for the so manyth time is confirmed; the answer may come later than the reply. */
    async grant(caseId: string, proposal = 1): Promise<void> {
      const { seq } = await steps.toldAtLeast(caseId, 'decision-proposed', proposal);
      const decided = await steps.decide(caseId, { outcome: 'grant', version: seq });
      if (decided.status !== 200 && decided.status !== 202)
        throw new Error(`not granted: ${JSON.stringify(decided.body)}`);
      await steps.reach(caseId, 'granted');
    },

    async granted(who: PersonKey | PersonIdentity, filed: PermitFiled): Promise<string> {
      const caseId = await steps.verified(who, filed);
      await steps.grant(caseId);
      return caseId;
    },

    refuse: (caseId: string, ground: string, evidence: string): Promise<Reply> =>
      steps.decide(caseId, {
        outcome: 'refuse',
        grounds: [{ ground, evidence }],
        text: 'considered with all that was handed in',
      }),

    /** The rows of the register of permits about a case. */
    async permitsOf(caseId: string): Promise<{ serial: string; validUntil: string }[]> {
      const { rows } = await house.owner.query<{ serial: string; validUntil: string }>(
        `SELECT serial, valid_until::text AS "validUntil" FROM permits WHERE case_id = $1`,
        [caseId],
      );
      return rows;
    },
  };
  return steps;
}
export type PermitDesk = ReturnType<typeof createPermitDesk>;
