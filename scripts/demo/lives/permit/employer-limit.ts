/** Orhan: his employer files for him, and holds more permits already than the law allows. */
import { employers } from '../../../../agencies/employers';
import type { Life, Tools } from '../../life';
import { createPermitApplicant } from '../../permit-applicant';
import { foremanForm } from '../../permit-forms';
import { fileForPermit, judgePapers } from '../../permit-ways';

export const employerLimit: Life = {
  title: 'An employer over the limit',
  persona: 'orhan',
  end: 'refused',

  async walk(tools) {
    const { callers, office, passWorkingDays, say } = tools;
    const filer = createPermitApplicant(callers, { person: 'orhan', by: 'delegate' });
    const employerId = await openAccount(tools);
    const wanted = { filing: 'issue', purpose: 'work-with-permit', form: foremanForm(), employerId } as const;
    const { caseId, submitted } = await fileForPermit(tools, { who: 'the delegate', filer, ...wanted });
    await judgePapers(tools, caseId, { by: 'nurlan', reason: 'Contract and work permit are in order.' });
    await filer.reach(caseId, 'awaiting-decision');
    await passWorkingDays(caseId, 1);
    say('nurlan looks for a place, and refuses');
    const { seq } = await office.look(caseId);
    const line = `POST /admin/cases/${caseId}/officer-decision`;
    const body = { outcome: 'grant', text: 'The papers are in order.' };
    const none = await callers.refusal('nurlan', line, { body });
    await office.refusePermit('nurlan', caseId, {
      ground: 'employer-limit',
      evidence: 'permit-register',
      text: 'Everything of his own is in order; his employer has no place left for him.',
    });
    await filer.reach(caseId, 'refused');
    return {
      caseId,
      asides: [
        { after: submitted, text: 'the account of the employer is the applicant; the delegate acts for it' },
        { after: seq, text: `nurlan tries to grant it all the same: refused, ${none}` },
      ],
    };
  },
};

/** The account with this BIN: opened, or found by its delegate when the demonstration was run before. */
async function openAccount({ callers, say }: Tools): Promise<string> {
  say('a delegate opens the account of the employer');
  const { employerId } = await callers.act<{ employerId: string }>('delegate', 'POST /employers', {
    bin: employers.crowded.bin,
    name: 'Qurylys Trest',
  });
  return employerId;
}
