/** Saltanat: she joins her husband and names her daughter of fifteen, who has a case of her own; the IIN of each is checked. */
import type { CaseView } from '../../../../api/schemas/case';
import type { Life } from '../../life';
import { motherForm } from '../../permit-forms';
import { judgePapers } from '../../permit-ways';
import { agencyDown } from './agency-down';

const check = 'iin-registry';

export const family: Life = {
  title: 'A wife who joins her husband; the IIN of each of the family is checked',
  persona: 'saltanat',
  end: 'granted',
  after: agencyDown,

  async walk(tools) {
    const { callers, office, permitApplicant, passWorkingDays, say } = tools;
    say('saltanat asks for a permit');
    const caseId = await permitApplicant.open({ filing: 'issue', purpose: 'family' });
    const { seq: opened } = await office.look(caseId);
    await permitApplicant.save(caseId, motherForm({ withIin: false }));
    await permitApplicant.uploadNeeded(caseId);
    const line = `POST /applications/${caseId}/form/submission`;
    const { body } = await callers.call<Refused>('saltanat', line, { body: { version: 1 }, expect: [422] });
    say('saltanat adds the IIN of her daughter');
    await permitApplicant.save(caseId, motherForm({ withIin: true }), 1);
    await permitApplicant.submit(caseId, 2);
    const papers = { by: 'zarina', reason: 'Certificates of marriage and of birth, seen in the original.' };
    const looked = await judgePapers(tools, caseId, papers);
    const members = membersIn(await office.look(caseId));
    await permitApplicant.reach(caseId, 'awaiting-decision');
    await passWorkingDays(caseId, 1);
    await office.confirmGrant('zarina', caseId);
    await permitApplicant.reach(caseId, 'granted');
    const [fault] = body.errors;
    return {
      caseId,
      asides: [
        {
          after: opened,
          text: `without aruna’s IIN the form is not taken: ${fault?.pointer} ${fault?.code}`,
        },
        { after: looked, text: `the IIN registry looked at each member of the family: ${members}` },
      ],
    };
  },
};

interface Refused {
  errors: { pointer: string; code: string }[];
}

/** What the registry said of each, in the order of the form. */
function membersIn({ findings }: CaseView): string {
  const evidence = findings.find((finding) => finding.check === check)?.evidence;
  return ((evidence as { family?: string[] } | null)?.family ?? ['nobody']).join(', ');
}
