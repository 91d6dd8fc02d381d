/** How days pass for one case, and how the office stops, resumes and extends its clock. */
import type { ClockView } from '../../../api/schemas/clock';
import type { ClockName } from '../../../domain/clock';
import type { Term } from '../../../domain/clock-reading';
import type { StopReason } from '../../../domain/events';
import { lawDayNumber } from '../../../domain/law-day';
import { addWorkingDays } from '../../../policy/clock/law-calendar';
import { endOf } from '../../../policy/clocks';
import type { Callers } from '../callers';
import type { Desk } from './desk';

const dayMs = 24 * 60 * 60 * 1000;

interface Stopped {
  reason: StopReason;
  text: string;
}

interface Extended {
  days: number;
  text: string;
}

export function createTimekeepers({ act, look }: Desk, callers: Callers) {
  const passDays = (caseId: string, days: number) =>
    callers.call('dana', `POST /development/cases/${caseId}/fast-forward`, { body: { days } });

  return {
    passDays,

    /** Until the office has worked on so many more days: the last of them is today then. */
    async passWorkingDays(caseId: string, days: number): Promise<void> {
      const { readAt, calendar } = await look(caseId);
      const today = lawDayNumber(readAt);
      await passDays(caseId, addWorkingDays(today, days, calendar) - today);
    },

    /** Whole days, until an instant of the case is over; none when it is already. */
    async passUntil(caseId: string, instant: string): Promise<void> {
      const { readAt } = await look(caseId);
      const days = Math.ceil((Date.parse(instant) - Date.parse(readAt)) / dayMs);
      if (days > 0) await passDays(caseId, days);
    },

    /** When a term ends for this case that began at an instant. */
    async endOfTerm(caseId: string, term: Term, from: string): Promise<string> {
      return endOf(term, from, (await look(caseId)).calendar);
    },

    /** When one of its clocks ends as things stand. */
    async dueOf(caseId: string, name: ClockName): Promise<string> {
      const { body } = await callers.call<ClockView>('aigul', `GET /admin/cases/${caseId}/clock`);
      const dueAt = body.clocks.find((clock) => clock.name === name)?.reading.dueAt;
      if (!dueAt) throw new Error(`the ${name} clock of ${caseId} has no end`);
      return dueAt;
    },

    stopClock: (persona: string, caseId: string, stopped: Stopped) =>
      act(persona, `${caseId}/clock/stop`, stopped),

    resumeClock: (persona: string, caseId: string, text: string) =>
      act(persona, `${caseId}/clock/resume`, { text }),

    extendClock: (persona: string, caseId: string, extended: Extended) =>
      act(persona, `${caseId}/clock/extension`, extended),
  };
}
