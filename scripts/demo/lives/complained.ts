/** Rustam: refused after a hearing at which he kept silent; he complains, and somebody who had no part sets it aside. */
import type { Life, Tools } from '../life';
import { mayBeProposed } from '../office/deciding';
import { apply, interview, passHearing } from '../ways';

const overstay = {
  check: 'berkut',
  judgement: 'clear',
  reason: 'One overstay, in a hospital of Semey by its letter; the fine was paid at once.',
} as const;

export const complained: Life = {
  title: 'A complaint, and a decision set aside',
  persona: 'rustam',
  end: 'granted',

  async walk(tools) {
    const { applicant, office, passWorkingDays, say } = tools;
    const { caseId } = await apply(tools, { who: 'rustam', region: 'east-kazakhstan', days: [2, 6] });
    await applicant.reach(caseId, 'awaiting-judgement');
    await passWorkingDays(caseId, 1);
    await office.judgeDocuments('aigul', caseId, { reason: 'Complete, seen in the original.' });
    await office.judge('aigul', caseId, overstay);
    await interview(tools, caseId, { by: 'aigul', remarks: 'Open about the overstay, brought the letter.' });
    await refuse(tools, caseId);

    const complaint = await complain(tools, caseId);
    await passWorkingDays(caseId, 1);
    say('the decision is taken anew');
    await judgeWhatIsTooOld(tools, caseId);
    const text = 'Nothing in the form is untrue; findings clear, score and interview passed.';
    const proposal = await office.proposeGrant('zarina', caseId, text);
    await office.approve('yerlan', caseId, proposal);
    await applicant.reach(caseId, 'granted');
    return { caseId, asides: [complaint] };
  },
};

async function refuse(tools: Tools, caseId: string): Promise<void> {
  const { applicant, office, say } = tools;
  say('nurlan proposes to refuse, rustam does not answer');
  const version = await office.proposeRefusal('nurlan', caseId, {
    ground: 'false-data',
    evidence: 'form',
    text: 'The form is silent on sixty-one days of overstay.',
  });
  await passHearing(tools, caseId);
  await office.approve('saule', caseId, version);
  await applicant.reach(caseId, 'refused');
}

/** Answers what is told beside the forwarding: who decided first cannot decide again. */
async function complain(tools: Tools, caseId: string): Promise<{ after: number; text: string }> {
  const { applicant, callers, office, passDays, passWorkingDays, say } = tools;
  await passDays(caseId, 9);
  say('rustam complains');
  await applicant.complain(
    caseId,
    'I overstayed once, ill, and paid. The form asks for convictions and deportations, and I had none.',
  );
  await passWorkingDays(caseId, 4);
  const { seq } = await office.awaitCase(
    caseId,
    'the complaint to be passed on',
    ({ complaint }) => complaint !== null && complaint.forwardedAt !== null,
  );
  const returned = {
    returnTo: 'decision',
    reason: 'The form does not ask for it: nothing in it is untrue. Decide anew.',
  } as const;
  const line = `POST /admin/cases/${caseId}/complaint/decision`;
  const own = await callers.refusal('saule', line, {
    body: { outcome: 'rejected', ...returned, returnTo: null },
  });
  say('yerlan decides the complaint');
  await office.satisfyComplaint('yerlan', caseId, returned);
  return {
    after: seq,
    text: `saule, who approved the refusal, tries to reject the complaint: refused, ${own}`,
  };
}

/** Where holidays make the complaint long, Berkut's answer is too old by now: it was asked again, and said the same. */
async function judgeWhatIsTooOld({ office }: Tools, caseId: string): Promise<void> {
  const { status } = await office.awaitCase(
    caseId,
    'answers that may be relied on, or one to judge',
    (view) => mayBeProposed(view) || view.status === 'awaiting-judgement',
  );
  if (status === 'awaiting-judgement') await office.judge('aigul', caseId, overstay);
}
