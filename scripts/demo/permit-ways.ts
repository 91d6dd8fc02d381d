/** The parts that lives of temporary permits share: from the opening to the filing, and from there to the decision. */
import type { PermitApplicant, PermitFiled } from './permit-applicant';
import type { Tools } from './life';

interface Asking extends PermitFiled {
  who: string;
  /** Whoever files, where it is not the person. */
  filer?: PermitApplicant;
  /** What happens when everything is ready to be handed in. */
  before?: () => Promise<unknown>;
}

export interface Filed {
  caseId: string;
  /** The events of opening and fetching, up to the form, and of the filing itself. */
  fetched: number;
  submitted: number;
}

/** With every paper that is asked for. */
export async function fileForPermit(tools: Tools, asking: Asking): Promise<Filed> {
  const { permitApplicant, say } = tools;
  const { who, form, filer = permitApplicant, before, ...wanted } = asking;
  say(`${who} asks for a permit, the registers fill in what they know`);
  const caseId = await filer.open(wanted);
  const { seq: fetched } = await tools.office.look(caseId);
  say(`${who} completes the form and hands it in`);
  await filer.save(caseId, form);
  await filer.uploadNeeded(caseId);
  await before?.();
  return { caseId, fetched, submitted: await filer.submit(caseId) };
}

/** Every document, as soon as nobody has to be waited for any more. */
export async function judgePapers(
  { office }: Tools,
  caseId: string,
  { by, reason }: { by: string; reason: string },
): Promise<number> {
  await office.awaitCase(caseId, 'something to judge', ({ status }) => status === 'awaiting-judgement');
  return office.judgeDocuments(by, caseId, { reason });
}
