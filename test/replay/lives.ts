/** The lives whose histories are kept: each ends, and together they pass through every step of a case. */
import { monthEnd, today } from '../../agencies/cast-days';
import { renewingForm } from '../../scripts/demo/permit-forms';
import { createApplicant } from '../support/applicant';
import { weakForm } from '../support/forms';
import type { Desk, Reply } from '../support/desk';
import type { House } from '../support/house';
import { createOfficials } from '../support/officials';
import { createPermitApplicant } from '../support/permit-applicant';
import { renewBekzod } from '../support/permit-renewal';

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

/** Refused by a person, for what an agency found and he judged. */
async function untilRefused(house: House) {
  const { applicant, caseId } = await untilVerified(house, 'rustam', 'awaiting-judgement');
  const office = createOfficials(house.desk);
  await office.judgeDocuments(caseId);
  await office.judge(caseId, 'berkut', 'adverse');
  await office.decide(caseId, 'refuse');
  await applicant.reach(caseId, 'refused');
  return { applicant, office, caseId };
}

/** The time for a complaint passes. */
async function untilNothingCanCome(desk: Desk, caseId: string): Promise<void> {
  await createOfficials(desk).passDays(caseId, 100);
}

async function agreed(reply: Promise<Reply>): Promise<void> {
  const { status, body } = await reply;
  if (status !== 200) throw new Error(`refused: ${JSON.stringify(body)}`);
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
    await office.passDays(caseId, 370);
    await applicant.reach(caseId, 'expired');
    return caseId;
  },

  'refused-by-score': async ({ desk }) => {
    const pavel = createApplicant(desk, 'pavel');
    const caseId = await pavel.open();
    await pavel.passTest(caseId);
    await pavel.fillForm(caseId, weakForm);
    await pavel.submitForm(caseId);
    await pavel.reach(caseId, 'refused');
    await untilNothingCanCome(desk, caseId);
    return caseId;
  },

  'refused-by-decision': async (house) => {
    const { caseId } = await untilRefused(house);
    await untilNothingCanCome(house.desk, caseId);
    return caseId;
  },

  'complained-and-set-aside': async (house) => {
    const { applicant, office, caseId } = await untilRefused(house);
    await agreed(applicant.act(caseId, 'complaint', { text: 'the stay was in time' }));
    await office.passDays(caseId, 6);
    const satisfied = { outcome: 'satisfied', returnTo: 'decision', reason: 'the stamps were misread' };
    await agreed(office.as('yerlan')(caseId, 'complaint/decision', satisfied));
    await applicant.reach(caseId, 'awaiting-proposal');
    await applicant.withdraw(caseId);
    await applicant.reach(caseId, 'withdrawn');
    return caseId;
  },

  'certificate-shown': async ({ desk }) => {
    const timur = createApplicant(desk, 'timur');
    const caseId = await timur.open();
    const shown = { number: 'KT-26-0417', level: 'B1', issuedOn: monthEnd(today(), -6) };
    await agreed(timur.act(caseId, 'language-certificate', shown));
    await timur.reach(caseId, 'awaiting-form');
    await timur.withdraw(caseId);
    await timur.reach(caseId, 'withdrawn');
    return caseId;
  },

  'documents-late': async (house) => {
    const { applicant, caseId } = await untilVerified(house, 'timur', 'awaiting-judgement');
    const office = createOfficials(house.desk);
    const wanted = { kinds: ['police-clearance'], reason: 'without a seal' };
    await agreed(office.as('aigul')(caseId, 'documents/request', wanted));
    await office.passDays(caseId, 40);
    await applicant.reach(caseId, 'awaiting-judgement');
    await office.judgeDocuments(caseId);
    await applicant.reach(caseId, 'awaiting-proposal');
    await applicant.withdraw(caseId);
    await applicant.reach(caseId, 'withdrawn');
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
    await office.passDays(caseId, 370);
    await applicant.reach(caseId, 'expired');
    return caseId;
  },

  'test-failed-three-times': async ({ desk }) => {
    const oyuna = createApplicant(desk, 'oyuna');
    const caseId = await oyuna.open();
    for (const next of ['awaiting-test-booking', 'awaiting-test-booking', 'refused']) {
      await oyuna.bookTest(caseId);
      await oyuna.reach(caseId, next);
    }
    await untilNothingCanCome(desk, caseId);
    return caseId;
  },

  'form-lapsed': async (house) => {
    const elif = createApplicant(house.desk, 'elif');
    const caseId = await elif.open();
    await elif.passTest(caseId);
    await createOfficials(house.desk).passDays(caseId, 32);
    await elif.reach(caseId, 'lapsed');
    await untilNothingCanCome(house.desk, caseId);
    return caseId;
  },

  withdrawn: async (house) => {
    const { applicant, caseId } = await untilVerified(house, 'farid', 'awaiting-judgement');
    await applicant.withdraw(caseId);
    await applicant.reach(caseId, 'withdrawn');
    return caseId;
  },

  'permit-renewed': async (house) => {
    const caseId = await renewBekzod(house);
    await createOfficials(house.desk).passDays(caseId, 400);
    await createPermitApplicant(house.desk, 'bekzod').reach(caseId, 'expired');
    return caseId;
  },

  'permit-papers-never-came': async ({ desk }) => {
    const bekzod = createPermitApplicant(desk, 'bekzod');
    const office = createOfficials(desk);
    const caseId = await bekzod.open({ filing: 'renewal', purpose: 'work-with-permit' });
    await bekzod.reach(caseId, 'awaiting-form');
    await agreed(bekzod.save(caseId, renewingForm()));
    await bekzod.upload(caseId, 'passport');
    await agreed(bekzod.submit(caseId));
    await bekzod.reach(caseId, 'awaiting-documents');
    await office.passDays(caseId, 8);
    await bekzod.reach(caseId, 'awaiting-judgement');
    await office.judgeDocuments(caseId);
    for (const check of await office.listUnclear(caseId)) await agreed(office.judge(caseId, check, 'clear'));
    await bekzod.reach(caseId, 'awaiting-decision');
    const grounds = [{ ground: 'documents-not-supplied', evidence: 'documents' }];
    const refusal = { outcome: 'refuse', grounds, text: 'the papers never came' };
    await agreed(office.as('aigul')(caseId, 'officer-decision', refusal));
    await bekzod.reach(caseId, 'refused');
    await untilNothingCanCome(desk, caseId);
    return caseId;
  },
} as const satisfies Record<string, Life>;

/** On a server that asks for a new run after few events, so that the case goes through several. */
export const longLives = {
  'granted-in-many-runs': lives.granted,
} as const satisfies Record<string, Life>;
