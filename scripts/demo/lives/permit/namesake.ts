/** His namesake: the same name and birth date as the wanted man, and still another person. */
import type { Life } from '../../life';
import { unionWorkForm } from '../../permit-forms';
import { fileForPermit, judgePapers } from '../../permit-ways';

const check = 'criminal-registry';

export const namesake: Life = {
  title: 'His namesake',
  persona: 'namesake',
  end: 'granted',

  async walk(tools) {
    const { callers, office, permitApplicant, passWorkingDays, say } = tools;
    const asked = { filing: 'issue', purpose: 'eaeu-work', form: unionWorkForm() } as const;
    const { caseId } = await fileForPermit(tools, { who: 'the namesake', ...asked });
    const papers = { by: 'nurlan', reason: 'The contract is registered, the papers are his.' };
    const looked = await judgePapers(tools, caseId, papers);
    const line = `POST /admin/cases/${caseId}/officer-decision`;
    const early = await callers.refusal('nurlan', line, {
      body: { outcome: 'grant', text: 'He seems honest.' },
    });
    say('nurlan compares the passports');
    const reason =
      'Another passport number and another IIN than those of the wanted man: not the same person.';
    const judged = await office.judge('nurlan', caseId, { check, judgement: 'clear', reason });
    await permitApplicant.reach(caseId, 'awaiting-decision');
    await passWorkingDays(caseId, 1);
    await office.confirmGrant('nurlan', caseId);
    await permitApplicant.reach(caseId, 'granted');
    const same = 'name and birth date decide nothing: passport, citizenship and IIN say who somebody is';
    return {
      caseId,
      asides: [
        { after: looked, text: `nurlan tries to grant before that is judged: refused, ${early}` },
        { after: judged, text: same },
      ],
    };
  },
};
