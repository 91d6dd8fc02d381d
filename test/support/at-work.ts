/** A case that a caseworker has on his desk, with its clocks stopped until a date that a test is about. */
import type { PersonKey } from '../../agencies/people';
import type { CaseFile } from '../../domain/case-file';
import { createApplicant } from './applicant';
import type { Days } from './days';
import type { House } from './house';
import { createOfficials } from './officials';

export function createDeskWork(house: House, days: Days) {
  const officials = createOfficials(house.desk);

  async function done(caseId: string, step: string, body: unknown): Promise<void> {
    const reply = await officials.as('aigul')(caseId, step, body);
    if (reply.status !== 200) throw new Error(`refused: ${JSON.stringify(reply.body)}`);
  }

  const steps = {
    officials,

    /** Tested, filled in, and answered by every agency; `email`: where notices go beside the account. */
    async verified(persona: PersonKey, email?: string): Promise<string> {
      const applicant = createApplicant(house.desk, persona);
      const caseId = await applicant.open(email);
      await applicant.passTest(caseId);
      await applicant.fillForm(caseId);
      await applicant.submitForm(caseId);
      await applicant.reach(caseId, 'awaiting-judgement', 60_000);
      await officials.assign(caseId);
      return caseId;
    },

    stop: (caseId: string) =>
      done(caseId, 'clock/stop', { reason: 'foreign-inquiry', text: 'asked the consulate abroad' }),
    resume: (caseId: string) => done(caseId, 'clock/resume', { text: 'the consulate has answered' }),

    /** The same, at this law's date (YYYY-MM-DD), with hardly a day of the service's term used. */
    async verifiedOn(persona: PersonKey, date: string): Promise<string> {
      const caseId = await steps.verified(persona);
      await steps.stop(caseId);
      await days.passTo(caseId, date);
      await steps.resume(caseId);
      return caseId;
    },

    /** Interviewed as well: what is left is the decision. */
    async interviewed(persona: PersonKey, email?: string): Promise<string> {
      const caseId = await steps.verified(persona, email);
      await officials.judgeDocuments(caseId);
      await officials.interview(caseId);
      return caseId;
    },

    /** As the tables have it. */
    async fileOf(caseId: string): Promise<CaseFile> {
      const { rows } = await house.owner.query<{ case_file: CaseFile }>(
        'SELECT case_file FROM cases WHERE case_id = $1',
        [caseId],
      );
      const [row] = rows;
      if (row === undefined) throw new Error(`no case ${caseId}`);
      return row.case_file;
    },
  };
  return steps;
}
export type DeskWork = ReturnType<typeof createDeskWork>;
