/** How an interview is called with notice, and kept. */
import { dateOfDayNumber, lawDayNumber } from '../../../domain/law-day';
import { isWorkingDay } from '../../../policy/clock/law-calendar';
import { endOf } from '../../../policy/clocks';
import { policyOf } from '../../../policy/policies';
import { subjectOf, type Desk } from './desk';

const panel = ['aigul', 'nurlan', 'zarina'].map(subjectOf);

interface Heard {
  remarks: string;
  /** Who of the panel votes against; nobody when absent. */
  against?: readonly string[];
}

export function createInterviewers({ act, look }: Desk) {
  return {
    /**
     * At ten in the morning of the first day that leaves notice enough, worked and followed by one that is worked,
     * since days pass whole; answers that instant.
     */
    async scheduleInterview(persona: string, caseId: string): Promise<string> {
      const { readAt, region, policyVersion, calendar } = await look(caseId, persona);
      const notice = policyOf(policyVersion).interview.notice.value;
      let day = lawDayNumber(endOf(notice, readAt, calendar));
      while (!isWorkingDay(day, calendar) || !isWorkingDay(day + 1, calendar)) day += 1;
      const at = `${dateOfDayNumber(day)}T10:00:00+05:00`;
      await act(persona, `${caseId}/interview`, { at, place: `${region}-office`, panel });
      return at;
    },

    recordInterview: (persona: string, caseId: string, { remarks, against = [] }: Heard) =>
      act(persona, `${caseId}/interview/outcome`, {
        attended: true,
        questions: [
          { question: 'ties-to-the-country', points: 4, max: 5, remark: 'Names people and places at once.' },
          { question: 'plans', points: 3, max: 5, remark: 'Knows the work, is still looking for a flat.' },
        ],
        votes: panel.map((member) => ({
          member,
          vote: against.map(subjectOf).includes(member) ? 'against' : 'for',
        })),
        remarks,
      }),
  };
}
