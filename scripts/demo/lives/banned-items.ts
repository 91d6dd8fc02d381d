/** Nodira: a telephone at the test bars her for thirty days; she passes after them, and then takes her application back. */
import type { Life, Tools } from '../life';
import { UnexpectedAnswer } from '../unexpected-answer';

export const bannedItems: Life = {
  title: 'Banned items at the test',
  persona: 'nodira',
  end: 'withdrawn',

  async walk(tools) {
    const { applicant, office, passDays, passUntil, say } = tools;
    say('nodira opens an application');
    const caseId = await applicant.open('east-kazakhstan');
    await passDays(caseId, 2);
    say('nodira brings a telephone to the test');
    await applicant.sitTest(caseId, 'awaiting-test-booking');
    const { seq: banned, barredUntil } = await office.look(caseId);
    if (barredUntil === null) {
      const line = `GET /admin/cases/${caseId}`;
      throw new UnexpectedAnswer({ who: 'aigul', line, expected: 'a ban', answer: { barredUntil } });
    }
    await passDays(caseId, 12);
    const early = await applicant.tryTo(caseId, 'language-test');
    await passUntil(caseId, barredUntil);
    await passDays(caseId, 3);
    await sitWithoutTelephone(tools, caseId);
    await passDays(caseId, 6);
    await applicant.withdraw(caseId, 'My father is ill, I am going home to him.');
    return {
      caseId,
      asides: [
        {
          after: banned,
          text: `twelve days later she tries to book the next attempt: refused, ${early}; her own time stands as long`,
        },
      ],
    };
  },
};

/** The centre is told what it finds this time, since it knows her for what she carries. */
async function sitWithoutTelephone({ applicant, controlDoor, say }: Tools, caseId: string): Promise<void> {
  say('nodira sits the test without a telephone');
  const requestId = `${caseId}.testing-centre.2`;
  await controlDoor.holdBack('testing-centre', requestId);
  await applicant.book(caseId);
  await controlDoor.answerHeldBack('testing-centre', requestId, { bannedItems: false });
  await applicant.reach(caseId, 'awaiting-form');
}
