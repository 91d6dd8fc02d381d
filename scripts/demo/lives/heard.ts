/** Sevda: a refusal is proposed, she is heard in person before anybody decides, and the proposal is given back. */
import type { Life, Tools } from '../life';
import { handIn, interview } from '../ways';

export const heard: Life = {
  title: 'Heard before the decision',
  persona: 'sevda',
  end: 'granted',

  async walk(tools) {
    const { applicant, office, passWorkingDays, say } = tools;
    const caseId = await proveLanguage(tools);
    await handIn(tools, caseId, { who: 'sevda' });
    await applicant.reach(caseId, 'awaiting-judgement');
    await passWorkingDays(caseId, 1);
    await office.assign('nurlan', caseId, 'nurlan');
    await office.judgeDocuments('nurlan', caseId, { reason: 'Seen in the original, all of them genuine.' });
    await interview(tools, caseId, { by: 'nurlan', remarks: 'Good Kazakh. Evasive about the certificate.' });

    const asked = await askToBeHeard(tools, caseId);
    say('nurlan hears sevda, saule gives the proposal back');
    await office.recordHearing(
      'nurlan',
      caseId,
      'A language school sold her the paper as its own. She brought the receipt, and has reported the school.',
    );
    const version = await proposalOf(tools, caseId);
    const reason = 'The law wants data known to be false. She was deceived herself, and passed the test.';
    await office.returnProposal('saule', caseId, { version, reason });

    await passWorkingDays(caseId, 1);
    const text = 'Heard, and believed; findings clear, score and interview passed.';
    await office.approve('saule', caseId, await office.proposeGrant('nurlan', caseId, text));
    await applicant.reach(caseId, 'granted');
    return { caseId, asides: [{ after: asked.seq, text: asked.text }] };
  },
};

/** A bought certificate first, then the test itself. */
async function proveLanguage({ applicant, passDays, say }: Tools): Promise<string> {
  say('sevda shows a certificate of the language');
  const caseId = await applicant.open('north-kazakhstan');
  await passDays(caseId, 1);
  await applicant.presentCertificate(caseId, { number: 'KT-771204', level: 'B1', issuedOn: '2026-01-12' });
  await passDays(caseId, 8);
  say('sevda sits the language test');
  await applicant.sitTest(caseId);
  await passDays(caseId, 2);
  return caseId;
}

/** She is told of the proposal, asks to be heard, and nobody can approve it before that. */
async function askToBeHeard(
  { applicant, callers, office, passDays, passWorkingDays, say }: Tools,
  caseId: string,
): Promise<{ seq: number; text: string }> {
  say('nurlan proposes to refuse');
  const version = await office.proposeRefusal('nurlan', caseId, {
    ground: 'false-data',
    evidence: 'language-test',
    text: 'She presented a certificate of the language that the testing centre never issued.',
  });
  await passDays(caseId, 1);
  const text = 'I did not know that it was forged, and I passed the test. I ask to explain it in person.';
  const { seq } = await applicant.object(caseId, { kind: 'oral-hearing', text });
  await passWorkingDays(caseId, 2);
  const early = await callers.refusal('saule', `POST /admin/cases/${caseId}/decision`, { body: { version } });
  return { seq, text: `two days later saule tries to approve before she was heard: refused, ${early}` };
}

async function proposalOf({ office }: Tools, caseId: string): Promise<number> {
  return (await office.look(caseId)).proposal?.version ?? 0;
}
