/** Aizada: the security service stays silent, the clock is stopped, resumed and extended, and she takes her application back. */
import { permanentChecks } from '../../../domain/agencies';
import type { CaseView } from '../../../api/schemas/case';
import type { Aside, Life, Tools } from '../life';
import { apply } from '../ways';

const check = 'security-service';

export const withdrawn: Life = {
  title: 'Withdrawn in verification',
  persona: 'aizada',
  end: 'withdrawn',

  async walk(tools) {
    const { applicant, office, passDays, passWorkingDays, say } = tools;
    const { caseId } = await apply(tools, { who: 'aizada', region: 'abai', days: [1, 2] });
    await office.awaitCase(caseId, 'every other finding', theOthersHaveAnswered);
    await passWorkingDays(caseId, 3);
    await office.assign('nurlan', caseId, 'nurlan');
    await office.judgeDocuments('nurlan', caseId, {
      reason: 'In order; a marriage abroad is to be confirmed.',
    });
    await moveClock(tools, caseId);
    const silence = await tryToJudgeSilence(tools, caseId);
    await passDays(caseId, 5);
    say('aizada takes her application back');
    await applicant.withdraw(caseId, 'I was offered work at home, and shall not wait any longer.');
    return { caseId, asides: [silence] };
  },
};

function theOthersHaveAnswered({ findings }: CaseView): boolean {
  return findings.filter(({ result }) => result === 'clear').length === permanentChecks.length - 1;
}

async function moveClock({ office, passWorkingDays, say }: Tools, caseId: string): Promise<void> {
  say('nurlan stops the clock');
  await office.stopClock('nurlan', caseId, {
    reason: 'foreign-inquiry',
    text: 'The consulate is asked whether the marriage is in its register.',
  });
  await passWorkingDays(caseId, 4);
  await office.resumeClock('nurlan', caseId, 'The consulate has confirmed it.');
  await passWorkingDays(caseId, 2);
  say('saule extends the term');
  const text = 'The security service has not answered, and nobody can decide without it.';
  await office.extendClock('saule', caseId, { days: 15, text });
}

/** Silence of the security service becomes a finding, and stays one: it can only be asked again. */
async function tryToJudgeSilence(
  { callers, office, passDays, passWorkingDays, say }: Tools,
  caseId: string,
): Promise<Aside> {
  await passDays(caseId, 11);
  await passWorkingDays(caseId, 1);
  say('the security service stays silent');
  const { seq } = await office.awaitCase(caseId, '"no answer"', ({ findings }) =>
    findings.some((finding) => finding.check === check && finding.result === 'no-answer'),
  );
  const body = { judgement: 'clear', reason: 'Nothing was said against her.' };
  const line = `POST /admin/cases/${caseId}/findings/${check}/judgement`;
  const code = await callers.refusal('nurlan', line, { body });
  const reason = 'Nobody can judge this silence; the answer is still needed.';
  await office.askAgain('nurlan', caseId, { check, reason });
  return { after: seq, text: `nurlan tries to judge this silence clear himself: refused, ${code}` };
}
