/** Elif: a document will not do, her time for another one passes, and a person asks once more instead of refusing. */
import type { Life, Tools } from '../life';
import { apply, interview } from '../ways';

const kinds = ['housing-document'] as const;

export const lateDocuments: Life = {
  title: 'Documents that come late',
  persona: 'elif',
  end: 'granted',

  async walk(tools) {
    const { applicant, office, passDays, passWorkingDays, say } = tools;
    const { caseId } = await apply(tools, { who: 'elif', region: 'akmola', days: [1, 3] });
    await applicant.reach(caseId, 'awaiting-judgement');

    say('aigul looks at the documents');
    await passWorkingDays(caseId, 2);
    await office.assign('aigul', caseId, 'aigul');
    const reason = 'The owner’s consent to the housing has no notary’s seal; everything else is in order.';
    await office.judgeDocuments('aigul', caseId, { reason, adverse: kinds });
    const late = await letTurnPass(tools, caseId);

    say('aigul asks once more');
    await passWorkingDays(caseId, 1);
    await ask(tools, caseId, 'She telephoned: the notary was closed. Asked once more, rather than refused.');
    await passDays(caseId, 4);
    await applicant.provide(caseId, kinds);
    await passWorkingDays(caseId, 1);
    await office.judgeDocuments('aigul', caseId, { reason: 'Sealed now, and the owner is the owner.' });
    await interview(tools, caseId, { by: 'aigul', remarks: 'Came early, with the sealed original.' });
    const text = 'Complete, if late; findings clear, score and interview passed.';
    const proposal = await office.proposeGrant('aigul', caseId, text);
    await office.approve('yerlan', caseId, proposal);
    await applicant.reach(caseId, 'granted');
    return {
      caseId,
      asides: [
        { after: late.seq, text: `elif comes to hand it in after all: refused, ${late.code}` },
        { after: late.seq, text: 'the case is not over: what is missing is a finding, and a person decides' },
      ],
    };
  },
};

const ask = ({ office }: Tools, caseId: string, reason: string): Promise<number> =>
  office.requestDocuments('aigul', caseId, { kinds: [...kinds], reason });

/** She is asked, and does not answer in time. */
async function letTurnPass(tools: Tools, caseId: string): Promise<{ seq: number; code: string }> {
  const { applicant, office, passUntil, say } = tools;
  await ask(tools, caseId, 'Please bring the consent with the seal of a notary.');
  say('elif lets her time pass');
  await passUntil(caseId, await office.dueOf(caseId, 'turn'));
  const { seq } = await office.awaitCase(
    caseId,
    'the turn to lapse',
    ({ documentsMissing }) => documentsMissing.length > 0,
  );
  return { seq, code: await applicant.tryTo(caseId, 'documents/provision') };
}
