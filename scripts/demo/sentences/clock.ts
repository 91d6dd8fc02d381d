/** Sentences about the clocks. */
import type { ClockEvents } from '../../../domain/events/clock';
import { countDays, spellInstant } from '../law-time';
import { inWords } from '../who';
import type { Sentences } from './said';

export const clockSentences: Sentences<keyof ClockEvents> = {
  'clock-stopped': ({ data: { reason, effect } }) => ({
    text: `stops the clock: ${inWords(reason)}; afterwards it ${effect === 'anew' ? 'begins anew' : 'goes on'}`,
  }),
  'clock-resumed': () => ({ text: 'lets the clock go on' }),
  'clock-extended': ({ data: { days } }) => ({ text: `extends the term by ${countDays(days)}` }),
  'calendar-adopted': ({ data: { calendar, dueBefore, dueAfter, moved = [] } }) => ({
    text: `moves the case to calendar ${calendar}`,
    details: [
      ...(dueBefore === dueAfter ? [] : [`due ${spelled(dueBefore)} before, ${spelled(dueAfter)} now`]),
      ...moved.map(
        ({ term, before, after }) => `${inWords(term)}: ${spelled(before)} before, ${spelled(after)} now`,
      ),
    ],
  }),
  'outage-noted': ({ data: { from, to } }) => ({
    text: `gives back the days of an outage of ours, ${spellInstant(from)} to ${spellInstant(to)}`,
  }),
  'clock-warned': ({ data: { dueAt } }) => ({
    text: `? warns that the service clock ends on ${spellInstant(dueAt)}`,
  }),
  'deemed-refused': () => ({
    text: '✗ the term is over: silence is a refusal that can be complained of; the case goes on',
  }),
  'case-escalated': ({ data: { cause } }) => ({
    text: `✗ escalates to the supervisors: ${cause === 'service-clock' ? 'the service clock has run out' : inWords(cause)}`,
  }),
};

function spelled(instant: string | null): string {
  return instant === null ? 'without an end' : spellInstant(instant);
}
