/** Oyuna: three attempts at the language test, three times too little in one block, and the rule refuses by itself. */
import type { Life } from '../life';

export const testFailed: Life = {
  title: 'The language test is failed three times',
  persona: 'oyuna',
  end: 'refused',

  async walk({ applicant, office, passDays, say }) {
    say('oyuna opens an application');
    const caseId = await applicant.open('ulytau');
    for (const days of [3, 10]) {
      await passDays(caseId, days);
      say('oyuna sits the language test');
      await applicant.sitTest(caseId, 'awaiting-test-booking');
    }
    await passDays(caseId, 21);
    await applicant.sitTest(caseId, 'refused');
    const { seq } = await office.look(caseId);
    const again = await applicant.tryTo(caseId, 'language-test');
    return {
      caseId,
      asides: [
        { after: seq, text: `oyuna tries to book a fourth attempt: refused, ${again}` },
        { after: seq, text: 'the service clock has not used a day: attempts at the test never consume it' },
      ],
    };
  },
};
