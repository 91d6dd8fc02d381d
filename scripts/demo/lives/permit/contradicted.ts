/** Samir: after his permit was granted the criminal registry takes back what it said; two people reopen the case. */
import type { Life, Tools } from '../../life';
import { studentForm } from '../../permit-forms';
import { fileForPermit, judgePapers } from '../../permit-ways';

const check = 'criminal-registry';

export const contradicted: Life = {
  title: 'A contradiction after the decision',
  persona: 'samir',
  end: 'refused',

  async walk(tools) {
    const { office, passDays, passWorkingDays, permitApplicant, say } = tools;
    const wanted = { filing: 'issue', purpose: 'study', form: studentForm() } as const;
    const { caseId } = await fileForPermit(tools, { who: 'samir', ...wanted });
    await judgePapers(tools, caseId, { by: 'aigul', reason: 'The petition is the school’s own.' });
    await permitApplicant.reach(caseId, 'awaiting-decision');
    await passWorkingDays(caseId, 1);
    await office.confirmGrant('aigul', caseId);
    await permitApplicant.reach(caseId, 'granted');

    await passDays(caseId, 9);
    const asides = await reopen(tools, caseId);
    say('nurlan judges the new answer, and refuses');
    await passWorkingDays(caseId, 1);
    const reason = 'A sentence of this year; the registry has sent the judgement, and it is about him.';
    await office.judge('nurlan', caseId, { check, judgement: 'adverse', reason });
    await permitApplicant.reach(caseId, 'awaiting-decision');
    await office.refusePermit('nurlan', caseId, {
      ground: 'unspent-conviction',
      evidence: check,
      text: 'The permit rested on an answer that the registry has taken back.',
    });
    await permitApplicant.reach(caseId, 'refused');
    return { caseId, asides };
  },
};

/** Supported by an officer, decided by a supervisor who is another person. */
async function reopen({ callers, controlDoor, office, passWorkingDays, say }: Tools, caseId: string) {
  say('the criminal registry says something else');
  const { seq: before } = await office.look(caseId);
  await controlDoor.contradictNow(check, `${caseId}.${check}.1`);
  const { seq: proposed } = await office.awaitCase(caseId, 'the second answer', ({ seq }) => seq > before);
  const body = { outcome: 'reopen', reason: 'It changes what the permit rests on.' } as const;
  const line = `POST /admin/cases/${caseId}/reopening/decision`;
  const alone = await callers.refusal('saule', line, { body });
  await passWorkingDays(caseId, 1);
  say('zarina supports a reopening, saule decides');
  const reason = 'An unspent sentence would have stood against the grant.';
  const supported = await office.supportReopening('zarina', caseId, reason);
  const own = await callers.refusal('zarina', line, { body });
  await office.decideReopening('saule', caseId, body);
  return [
    { after: proposed, text: 'the permit stands: an answer alone takes nothing away' },
    { after: proposed, text: `saule tries to reopen it before an officer supports that: refused, ${alone}` },
    {
      after: supported,
      text: `zarina, who may also decide, tries to decide what she supported: refused, ${own}`,
    },
  ];
}
