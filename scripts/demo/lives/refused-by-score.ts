/** Pavel: a thin form scores below the threshold, and the rule refuses by itself. */
import { thinForm } from '../forms';
import type { Life } from '../life';

export const refusedByScore: Life = {
  title: 'Too few points',
  persona: 'pavel',
  end: 'refused',

  async walk({ applicant, passDays, say }) {
    say('pavel opens an application');
    const caseId = await applicant.open('kostanay');
    await passDays(caseId, 3);
    say('pavel sits the language test');
    await applicant.passTest(caseId);
    await passDays(caseId, 12);
    say('pavel hands in a thin form');
    const version = await applicant.fillForm(caseId, thinForm);
    await applicant.submitForm(caseId, version);
    await applicant.reach(caseId, 'refused');
    return { caseId, asides: [] };
  },
};
