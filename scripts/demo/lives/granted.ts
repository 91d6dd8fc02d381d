/** Timur: every agency says clear, one officer proposes, and only another may approve, and a certificate is issued. */
import { permanentChecks } from '../../../domain/agencies';
import type { Life } from '../life';
import { apply, interview } from '../ways';

export const granted: Life = {
  title: 'Everything is clear',
  persona: 'timur',
  end: 'granted',

  async walk(tools) {
    const { applicant, callers, office, passWorkingDays, say } = tools;
    const { caseId, submitted } = await apply(tools, { who: 'timur', region: 'abai', days: [2, 5] });
    say(`${permanentChecks.length} agencies are asked`);
    await applicant.reach(caseId, 'awaiting-judgement');

    say('zarina takes the case and hears timur');
    await passWorkingDays(caseId, 1);
    await office.assign('zarina', caseId, 'zarina');
    const reason = 'Compared page by page with the originals that he brought.';
    const judged = await office.judgeDocuments('zarina', caseId, { reason });
    const remarks = 'Came with his wife. Answered in Kazakh, knows what he signed.';
    await interview(tools, caseId, { by: 'zarina', remarks, against: ['nurlan'] });

    say('zarina proposes, saule decides');
    const text = 'Clear findings only, enough points, interview passed: nothing stands against a grant.';
    const proposal = await office.proposeGrant('zarina', caseId, text);
    const line = `POST /admin/cases/${caseId}/decision`;
    const body = { version: proposal };
    const own = await callers.refusal('zarina', line, { body });
    const unpermitted = await callers.refusal('aigul', line, { body, status: 403 });
    await passWorkingDays(caseId, 1);
    await office.approve('saule', caseId, proposal);
    await applicant.reach(caseId, 'granted');

    return {
      caseId,
      asides: [
        {
          after: submitted,
          text: 'the draft before it and the scans themselves lie in PostgreSQL; the record only names them by hash',
        },
        {
          after: judged,
          text: 'the certificates of solvency and of health are not hers to judge: bank and medical registry stand behind them',
        },
        {
          after: proposal,
          text: `zarina, who also stands in for a supervisor, tries to approve what she proposed: refused, ${own}`,
        },
        { after: proposal, text: `aigul, a caseworker, tries to approve it: refused, ${unpermitted}` },
      ],
    };
  },
};
