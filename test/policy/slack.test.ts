/** Slack: how many working days a case can wait before work on it must go on. */
import { expect, test } from '@jest/globals';
import { slackDaysOf } from '../../policy/slack';

const calendar = 'kz-2026-03';
/** Midnight at UTC+5 before Monday, 8 June 2026. */
const latestStart = '2026-06-07T19:00:00.000Z';

test.each([
  ['on the day itself', '2026-06-08T05:00:00.000Z', 0],
  ['late on the day itself', '2026-06-08T18:59:59.000Z', 0],
  ['on the Sunday before', '2026-06-07T05:00:00.000Z', 0],
  ['on the Friday before', '2026-06-05T05:00:00.000Z', 1],
  ['a week before', '2026-06-01T05:00:00.000Z', 5],
  ['a day after', '2026-06-09T05:00:00.000Z', -1],
  ['a week after', '2026-06-15T05:00:00.000Z', -5],
])('%s', (_, now, days) => {
  expect(slackDaysOf(latestStart, now, calendar)).toBe(days);
});
