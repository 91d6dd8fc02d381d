/** The parts that lives share: from the application to its papers, and from the papers to the interview. */
import type { ApplicationForm } from '../../domain/form';
import type { Region } from '../../domain/regions';
import { policyOf } from '../../policy/policies';
import { fullForm } from './forms';
import type { Tools } from './life';

interface Applying {
  who: string;
  region: Region;
  form?: ApplicationForm;
  /** Days before the language test, and between its result and the form. */
  days: readonly [number, number];
}

interface Applied {
  caseId: string;
  /** The event of handing in. */
  submitted: number;
}

export async function apply(tools: Tools, { who, region, form, days }: Applying): Promise<Applied> {
  const { applicant, passDays, say } = tools;
  say(`${who} opens an application`);
  const caseId = await applicant.open(region);
  await passDays(caseId, days[0]);
  say(`${who} sits the language test`);
  await applicant.sitTest(caseId);
  await passDays(caseId, days[1]);
  return { caseId, submitted: await handIn(tools, caseId, { who, ...(form && { form }) }) };
}

/** Answers the event of handing in. */
export async function handIn(
  { applicant, say }: Tools,
  caseId: string,
  { who, form = fullForm }: Pick<Applying, 'who' | 'form'>,
): Promise<number> {
  say(`${who} fills in the form and hands it in`);
  const version = await applicant.fillForm(caseId, form);
  return (await applicant.submitForm(caseId, version)).seq;
}

interface Hearing {
  by: string;
  remarks: string;
  against?: readonly string[];
}

/** Calls the applicant with notice, and keeps the interview when its hour has come. */
export async function interview(tools: Tools, caseId: string, { by, ...heard }: Hearing): Promise<void> {
  const { applicant, office, passUntil, say } = tools;
  say(`${by} calls the applicant to an interview`);
  const at = await office.scheduleInterview(by, caseId);
  await applicant.confirmInterview(caseId);
  await passUntil(caseId, at);
  await office.recordInterview(by, caseId, heard);
}

/** Until nobody need wait any longer for what the applicant has to say to a proposal. */
export async function passHearing({ office, passUntil }: Tools, caseId: string): Promise<void> {
  const { hearing, policyVersion, openedAt } = await office.look(caseId);
  const { notice } = policyOf(policyVersion).hearing;
  const over = await office.endOfTerm(caseId, notice.value, hearing?.notifiedAt ?? openedAt);
  await passUntil(caseId, over);
  await office.awaitCase(caseId, 'the hearing to be closed', ({ status }) => status === 'awaiting-approval');
}
