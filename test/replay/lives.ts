/** The lives whose histories are kept: each ends, and together they pass through every step of a case. */
import { createApplicant } from '../support/applicant';
import { weakForm } from '../support/forms';
import type { House } from '../support/house';
import { createOfficials } from '../support/officials';

/** Resolves with the case id when the case is closed. */
type Life = (house: House) => Promise<string>;

async function untilVerified(
  { desk }: House,
  persona: Parameters<typeof createApplicant>[1],
  status: string,
) {
  const applicant = createApplicant(desk, persona);
  const caseId = await applicant.open();
  await applicant.passTest(caseId);
  await applicant.fillForm(caseId);
  await applicant.submitForm(caseId);
  await applicant.reach(caseId, status);
  return { applicant, caseId };
}

export const lives = {
  granted: async (house) => {
    const { applicant, caseId } = await untilVerified(house, 'timur', 'awaiting-judgement');
    const office = createOfficials(house.desk);
    await office.assign(caseId);
    await office.judgeDocuments(caseId);
    await office.interview(caseId);
    await office.decide(caseId, 'grant');
    await applicant.reach(caseId, 'granted');
    return caseId;
  },

  'refused-by-score': async ({ desk }) => {
    const pavel = createApplicant(desk, 'pavel');
    const caseId = await pavel.open();
    await pavel.passTest(caseId);
    await pavel.fillForm(caseId, weakForm);
    await pavel.submitForm(caseId);
    await pavel.reach(caseId, 'refused');
    return caseId;
  },

  'refused-by-decision': async (house) => {
    const { applicant, caseId } = await untilVerified(house, 'rustam', 'awaiting-judgement');
    const office = createOfficials(house.desk);
    await office.judgeDocuments(caseId);
    await office.judge(caseId, 'berkut', 'adverse');
    await office.decide(caseId, 'refuse');
    await applicant.reach(caseId, 'refused');
    return caseId;
  },

  'silence-judged': async (house) => {
    const { applicant, caseId } = await untilVerified(house, 'leyla', 'verification');
    await createOfficials(house.desk).passDays(caseId, 27);
    await applicant.reach(caseId, 'awaiting-judgement');
    const office = createOfficials(house.desk);
    await office.judgeDocuments(caseId);
    await office.judge(caseId, 'criminal-registry', 'clear');
    await applicant.reach(caseId, 'awaiting-schedule');
    await office.interview(caseId);
    await office.decide(caseId, 'grant');
    await applicant.reach(caseId, 'granted');
    return caseId;
  },

  'test-failed-three-times': async ({ desk }) => {
    const oyuna = createApplicant(desk, 'oyuna');
    const caseId = await oyuna.open();
    for (const next of ['awaiting-test-booking', 'awaiting-test-booking', 'refused']) {
      await oyuna.bookTest(caseId);
      await oyuna.reach(caseId, next);
    }
    return caseId;
  },

  'form-lapsed': async (house) => {
    const elif = createApplicant(house.desk, 'elif');
    const caseId = await elif.open();
    await elif.passTest(caseId);
    await createOfficials(house.desk).passDays(caseId, 32);
    await elif.reach(caseId, 'lapsed');
    return caseId;
  },

  withdrawn: async (house) => {
    const { applicant, caseId } = await untilVerified(house, 'farid', 'awaiting-judgement');
    await applicant.withdraw(caseId);
    await applicant.reach(caseId, 'withdrawn');
    return caseId;
  },
} as const satisfies Record<string, Life>;

/** On a server that asks for a new run after few events, so that the case goes through several. */
export const longLives = {
  'granted-in-many-runs': lives.granted,
} as const satisfies Record<string, Life>;
