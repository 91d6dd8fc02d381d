/** Ulan: the criminal registry says that he is wanted; an officer judges it and refuses with reasons. */
import type { Life } from '../../life';
import { unionWorkForm } from '../../permit-forms';
import { fileForPermit, judgePapers } from '../../permit-ways';

const check = 'criminal-registry';

export const wanted: Life = {
  title: 'A wanted person',
  persona: 'ulan',
  end: 'refused',

  async walk(tools) {
    const { office, permitApplicant, passWorkingDays, say } = tools;
    const asked = { filing: 'issue', purpose: 'eaeu-work', form: unionWorkForm() } as const;
    const { caseId } = await fileForPermit(tools, { who: 'ulan', ...asked });
    await judgePapers(tools, caseId, {
      by: 'nurlan',
      reason: 'The contract is registered, the papers are his.',
    });
    say('nurlan judges what the criminal registry said');
    const reason = 'Passport, citizenship and IIN of the wanted person are his own: it is he.';
    const judged = await office.judge('nurlan', caseId, { check, judgement: 'adverse', reason });
    await permitApplicant.reach(caseId, 'awaiting-decision');
    await passWorkingDays(caseId, 1);
    await office.refusePermit('nurlan', caseId, {
      ground: 'wanted',
      evidence: check,
      text: 'He is sought by the police. The contract and the papers are not in doubt.',
    });
    await permitApplicant.reach(caseId, 'refused');
    const text =
      'no rule refuses a permit by itself: the finding waits for a person, and so does the decision';
    return { caseId, asides: [{ after: judged, text }] };
  },
};
