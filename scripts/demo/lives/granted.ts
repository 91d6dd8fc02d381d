/** Timur: every agency says clear, one officer proposes, and only another may approve, and a certificate is issued. */
import { checks } from '../../../domain/agencies';
import { fullForm } from '../forms';
import type { Life } from '../life';

export const granted: Life = {
  title: 'Everything is clear',
  persona: 'timur',
  end: 'granted',

  async walk({ applicant, office, passDays, say }) {
    say('timur opens an application');
    const caseId = await applicant.open('abai');
    await passDays(caseId, 2);
    say('timur sits the language test');
    await applicant.passTest(caseId);
    await passDays(caseId, 5);

    say('timur fills in the form and hands it in');
    const version = await applicant.fillForm(caseId, fullForm);
    const { seq: submitted } = await applicant.submitForm(caseId, version);
    say(`${checks.length} agencies are asked`);
    await applicant.reach(caseId, 'awaiting-schedule');

    say('zarina takes the case and hears timur');
    await passDays(caseId, 1);
    await office.assign('zarina', caseId, 'zarina');
    await office.scheduleInterview('zarina', caseId, 6);
    await passDays(caseId, 7);
    await office.recordInterview(
      'zarina',
      caseId,
      'Came with his wife. Answered in Kazakh, knows what he signed.',
    );

    say('zarina proposes, saule decides');
    const text = 'Clear findings only, enough points, interview passed: nothing stands against a grant.';
    const proposal = await office.proposeGrant('zarina', caseId, text);
    const own = await office.tryToApprove('zarina', { caseId, version: proposal, refusal: 409 });
    const unpermitted = await office.tryToApprove('aigul', { caseId, version: proposal, refusal: 403 });
    await passDays(caseId, 1);
    await office.approve('saule', caseId, proposal);
    await applicant.reach(caseId, 'granted');

    return {
      caseId,
      asides: [
        {
          after: submitted,
          text: 'the draft before it and the scan itself lie in PostgreSQL; the record only names them by hash',
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
