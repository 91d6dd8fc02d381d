/** Slack: how many working days a case can wait before work on it must go on. */
import { describe, expect, test } from '@jest/globals';
import { foldEvents } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import { annulmentDueAt } from '../../policy/annulment';
import { latestStartOf } from '../../policy/clock/latest-start';
import { readOpenClock } from '../../policy/clocks';
import { latestStartAt, slackDaysOf } from '../../policy/slack';
import { waitingUntil } from '../../policy/waiting-until';
import { caseId, livesTo, story, tell, type Told } from '../support/case-files';

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

describe('the latest start', () => {
  const versions = { before: '2026-04-13', now: '2026-11-24' };
  const fileOf = (version: string, ...told: Told[]): CaseFile => {
    const [, ...rest] = told;
    const opening = tell('application-opened', { data: { policyVersion: version } });
    return foldEvents(caseId, story([opening, ...rest]))!;
  };
  const service = (file: CaseFile) => latestStartAt({ ...file, policyVersion: versions.before });
  const both = (...told: Told[]) => {
    const file = fileOf(versions.now, ...told);
    return { file, start: latestStartAt(file), alone: service(file) };
  };
  const refused = livesTo.refused;
  const complaint = tell('complaint-filed', { day: 30 });

  test('is that of the service alone for a case under an earlier policy, whatever else runs', () => {
    const file = fileOf(versions.before, ...refused, complaint);
    expect([latestStartAt(file), latestStartAt(fileOf(versions.before, ...refused))]).toEqual([null, null]);
    const verifying = fileOf(versions.before, ...livesTo.verification);
    expect(latestStartAt(verifying)).toBe(service(verifying));
  });

  test('is never later than the service’s own, nor than that of verification while it lasts', () => {
    const { file, start, alone } = both(
      ...livesTo.verification,
      tell('clock-extended', { day: 6, data: { days: 60 } }),
    );
    const due = readOpenClock(file, 'verification', file.lastAt)!.dueAt!;
    expect([alone! > due, start]).toEqual([true, latestStartOf(due, 2, file.calendar)]);
    const scheduled = both(...livesTo['awaiting-schedule']);
    expect(scheduled.start).toBe(scheduled.alone);
  });

  test('is that of a complaint about a decision, for as long as nobody decided it', () => {
    expect(both(...refused).start).toBeNull();
    const { file, start, alone } = both(...refused, complaint);
    const due = readOpenClock(file, 'complaint', file.lastAt)!.dueAt!;
    expect([alone, start]).toEqual([null, latestStartOf(due, 3, file.calendar)]);
    const decided = tell('complaint-decided', { day: 33, data: { outcome: 'rejected', by: 'decision' } });
    expect(both(...refused, complaint, decided).start).toBeNull();
  });

  test('is that of a hearing that was asked for, and of an annulment that waits for its decision', () => {
    const within = { days: 5, unit: 'working-days' as const };
    const annulling = tell('decision-proposed', {
      day: 40,
      data: { outcome: 'annul', hearing: true, within },
    });
    const oral = tell('objection-received', { day: 41, data: { kind: 'oral-hearing' } });
    const hearing = both(...livesTo.granted, annulling, oral);
    expect([hearing.alone, hearing.start]).toEqual([null, expect.any(String)]);
    const closing = tell('hearing-closed', { day: 46 });
    const { file, start } = both(...livesTo.granted, annulling, closing);
    expect(start).toBe(latestStartOf(annulmentDueAt(file)!, 1, file.calendar));
    expect(waitingUntil(file)).toBe(annulmentDueAt(file));
  });
});
