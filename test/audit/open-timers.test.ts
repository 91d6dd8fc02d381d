/** The timers of a run: what was set and has neither fired nor been cancelled, while the run goes on. */
import { expect, test } from '@jest/globals';
import { openTimersOf } from '../../audit/open-timers';
import type { HistoryEvent } from '../../audit/history-text';

const noon = 1_800_000_000;
const at = (second: number) => ({ seconds: noon + second, nanos: 0 }) as unknown as HistoryEvent['eventTime'];

function started(timerId: string, second: number, forSeconds: number): HistoryEvent {
  const startToFireTimeout = { seconds: forSeconds, nanos: 0 } as unknown as HistoryEvent['eventTime'];
  return { eventTime: at(second), timerStartedEventAttributes: { timerId, startToFireTimeout } };
}

const fired: HistoryEvent = { eventTime: at(9), timerFiredEventAttributes: { timerId: '1' } };
const cancelled: HistoryEvent = { eventTime: at(9), timerCanceledEventAttributes: { timerId: '2' } };
const timers = [started('1', 0, 9), started('2', 1, 60), started('3', 2, 30), started('4', 2, 20)];

test('those that stand are named by the instant at which each fires', () => {
  expect(openTimersOf({ events: [...timers, fired, cancelled] })).toEqual(
    [noon + 22, noon + 32].map((seconds) => seconds * 1000),
  );
});

test.each<[string, HistoryEvent]>([
  ['was terminated', { workflowExecutionTerminatedEventAttributes: {} }],
  ['failed', { workflowExecutionFailedEventAttributes: {} }],
  ['was completed', { workflowExecutionCompletedEventAttributes: {} }],
  ['goes on in another one', { workflowExecutionContinuedAsNewEventAttributes: {} }],
])('a run that %s has none left to fire', (_, end) => {
  expect(openTimersOf({ events: [...timers, end] })).toEqual([]);
});
