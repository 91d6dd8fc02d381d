/** What an applicant is offered and told of his time holds at the instant at which he reads it. */
import { describe, expect, test } from '@jest/globals';
import { viewApplication } from '../../api/views/application-view';
import type { CaseFile } from '../../domain/case-file';
import type { Outage } from '../../domain/clock';
import { complaintsUntil, findGrievance } from '../../policy/complaint';
import { objectionsUntil } from '../../policy/hearing';
import { waitingUntil } from '../../policy/waiting-until';
import { fileOf, livesTo, onDay, tell } from '../support/case-files';

function read(file: CaseFile, now: string, outages: Outage[] = []) {
  const row = { file, waitingUntil: waitingUntil(file), headHash: 'a'.repeat(64), offsetMs: 0 };
  return viewApplication(row, { events: [], texts: new Map(), outages }, now);
}
const minutesAfter = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

describe('whoever is told of a refusal', () => {
  const file = fileOf(livesTo['awaiting-hearing']);
  const until = objectionsUntil(file)!;

  test('has the ball until he may object no more, and not until the notice is over', () => {
    expect(read(file, onDay(17)).waitingOn).toMatchObject({ party: 'applicant', until });
    const objected = fileOf([...livesTo['awaiting-hearing'], tell('objection-received', { day: 17 })]);
    expect(read(objected, onDay(18)).waitingOn.until).not.toBe(until);
  });

  test('is offered no objection that comes too late', () => {
    expect(read(file, minutesAfter(until, -1)).moves).toContain('objectToRefusal');
    expect(read(file, until).moves).not.toContain('objectToRefusal');
  });

  test('is offered one on the day that an outage of ours gives back, though the case has not noted it', () => {
    const outage = { from: onDay(17, '04:00:00.000'), to: onDay(17, '12:00:00.000') };
    const told = read(file, minutesAfter(until, 60), [outage]);
    expect(told.moves).toContain('objectToRefusal');
    expect(told.hearing?.objectionUntil).toBe(told.waitingOn.until);
    expect(told.waitingOn.until! > until).toBe(true);
  });
});

test('a complaint that comes too late is not offered', () => {
  const silent = fileOf([
    ...livesTo['awaiting-proposal'],
    tell('deemed-refused', { effectiveAt: onDay(47), data: { dueAt: onDay(47) } }),
  ]);
  const until = complaintsUntil(silent, findGrievance(silent)!);
  expect(read(silent, minutesAfter(until, -1))).toMatchObject({
    moves: expect.arrayContaining(['fileComplaint']),
    wayToComplain: { until },
  });
  const late = read(silent, until);
  expect([late.wayToComplain, late.moves.includes('fileComplaint')]).toEqual([null, false]);
});
