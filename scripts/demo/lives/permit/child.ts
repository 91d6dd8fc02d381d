/** Aruna: her own permit beside her mother’s; at fifteen nobody takes her fingerprints, or asks for them. */
import type { Life } from '../../life';
import { daughterForm } from '../../permit-forms';
import { fileForPermit, judgePapers } from '../../permit-ways';
import { agencyDown } from './agency-down';

export const child: Life = {
  title: 'The child of fifteen herself',
  persona: 'aruna',
  end: 'granted',
  after: agencyDown,

  async walk(tools) {
    const { office, permitApplicant, passWorkingDays } = tools;
    const wanted = { filing: 'issue', purpose: 'family', form: daughterForm() } as const;
    const { caseId, submitted } = await fileForPermit(tools, { who: 'aruna', ...wanted });
    await judgePapers(tools, caseId, { by: 'zarina', reason: 'The certificate of birth names her father.' });
    await permitApplicant.reach(caseId, 'awaiting-decision');
    await passWorkingDays(caseId, 1);
    await office.confirmGrant('zarina', caseId);
    await permitApplicant.reach(caseId, 'granted');
    const text = 'no certificate of fingerprints was asked of her: they are taken from sixteen years on';
    return { caseId, asides: [{ after: submitted, text }] };
  },
};
