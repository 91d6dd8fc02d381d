/** The lives whose histories are kept: each ends, and together they pass through every step of a case. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createApplicant } from '../support/applicant';
import { weakForm } from '../support/forms';
import type { House } from '../support/house';
import { createOfficials } from '../support/officials';

/** Resolves with the case id when the case is closed. */
type Life = (house: House) => Promise<string>;

const momentMs = 1_500;

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

async function letDaysPass({ desk }: House, caseId: string, days: number): Promise<void> {
  const line = `POST /development/cases/${caseId}/fast-forward`;
  const { status, body } = await desk.call('dana', line, { body: { days } });
  if (status !== 200) throw new Error(`time did not move: ${JSON.stringify(body)}`);
}

/** An interview on the case's own calendar, which may be ahead of ours. */
async function interviewAhead({ desk, owner }: House, caseId: string): Promise<void> {
  const { rows } = await owner.query<{ offset_ms: string }>(
    'SELECT offset_ms FROM case_time WHERE case_id = $1',
    [caseId],
  );
  const at = new Date(Date.now() + Number(rows[0]?.offset_ms ?? 0) + momentMs).toISOString();
  const act = async (step: string, body: object) => {
    const reply = await desk.call('aigul', `POST /admin/cases/${caseId}/${step}`, { body });
    if (reply.status !== 200) throw new Error(`${step}: ${JSON.stringify(reply.body)}`);
  };
  await act('interview', { at, place: 'abai-office' });
  await sleep(momentMs + 500);
  await act('interview/outcome', { outcome: 'passed', remarks: 'answered everything' });
}

export const lives = {
  granted: async (house) => {
    const { applicant, caseId } = await untilVerified(house, 'timur', 'awaiting-schedule');
    const office = createOfficials(house.desk);
    await office.assign(caseId);
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
    await office.judge(caseId, 'berkut', 'adverse');
    await office.decide(caseId, 'refuse');
    await applicant.reach(caseId, 'refused');
    return caseId;
  },

  'silence-judged': async (house) => {
    const { applicant, caseId } = await untilVerified(house, 'leyla', 'verification');
    await letDaysPass(house, caseId, 27);
    await applicant.reach(caseId, 'awaiting-judgement');
    const office = createOfficials(house.desk);
    await office.judge(caseId, 'criminal-registry', 'clear');
    await applicant.reach(caseId, 'awaiting-schedule');
    await letDaysPass(house, caseId, 7);
    await interviewAhead(house, caseId);
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
    await letDaysPass(house, caseId, 32);
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
