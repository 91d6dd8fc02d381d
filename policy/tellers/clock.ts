/** What the record says of acts that change a clock. */
import { complaintWindow } from '../complaint';
import { readClock } from '../service-clock';
import { policyOf } from '../policies';
import type { Tellers } from '../teller';
import { endsMovedBy } from '../term-ends';
import { waitingUntil } from '../waiting-until';

export const clockTellers: Tellers<'stopClock' | 'resumeClock' | 'extendClock' | 'adoptCalendar'> = {
  stopClock: (file, { data: { reason, text } }) => {
    const { effect } = policyOf(file.policyVersion).stops.value[reason];
    return [{ type: 'clock-stopped', data: { reason, text, effect } }];
  },
  resumeClock: (_, { data }) => [{ type: 'clock-resumed', data }],
  extendClock: (_, { data }) => [{ type: 'clock-extended', data }],
  adoptCalendar: (file, { data: { calendar }, effectiveAt }) => {
    const [dueBefore, dueAfter] = [file, { ...file, calendar }].map(
      (each) => readClock(each, effectiveAt).dueAt ?? waitingUntil(each) ?? complaintWindow(each),
    );
    const moved = endsMovedBy(calendar, file, effectiveAt);
    const due = { dueBefore: dueBefore ?? null, dueAfter: dueAfter ?? null };
    const data = { calendar, before: file.calendar, ...due, ...(moved.length > 0 && { moved }) };
    return [{ type: 'calendar-adopted', data }];
  },
};
