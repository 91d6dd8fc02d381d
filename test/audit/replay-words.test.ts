/** The replayer's messages in words for a lawyer. */
import { expect, test } from '@jest/globals';
import { temporal } from '@temporalio/proto';
import { findEventId, technicalOf, wordsOfNondeterminism } from '../../audit/replay-words';

const { EventType } = temporal.api.enums.v1;
const event = {
  eventId: 49 as never,
  eventTime: { seconds: 1_795_000_000 as never },
  eventType: EventType.EVENT_TYPE_TIMER_STARTED,
};
const happened = 'Event 49 of 2026-11-18 11:06 UTC: timer started';

test.each([
  [
    'Activity machine does not handle this event: HistoryEvent(id: 49, TimerStarted)',
    'the code would order an activity there.',
  ],
  [
    'Complete workflow machine does not handle this event: HistoryEvent(id: 49, X)',
    'the code would end the case there.',
  ],
  ['No command scheduled for event HistoryEvent(id: 49, X)', 'the code asks for nothing there.'],
  [
    "Activity type of scheduled event 'a' does not match activity type of activity command 'b'",
    'the code would have ordered the activity b there.',
  ],
  ['something nobody has seen yet', 'the code would have done something else.'],
])('"%s" is told', (message, words) => {
  expect(wordsOfNondeterminism(message, event)).toBe(`${happened}; ${words}`);
});

test('the event number and the heart of the message are found in their wrapping', () => {
  const message =
    'Replay failed. Details: Failure { message: "[TMPRL1100] Nondeterminism error: Timer machine does not handle this event: HistoryEvent(id: 187, X)", source: "" }; no payload key k1';
  expect(findEventId(message)).toBe(187);
  expect(technicalOf(message)).toBe(
    '[TMPRL1100] Nondeterminism error: Timer machine does not handle this event: HistoryEvent(id: 187, X); no payload key k1',
  );
  expect(findEventId('Activity type of scheduled event')).toBeUndefined();
});
