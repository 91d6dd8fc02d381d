/** What an applicant is offered and told of his time holds at the instant at which he reads it. */
import { describe, expect, test } from '@jest/globals';
import { viewApplication } from '../../api/views/application-view';
import type { Outage } from '../../domain/clock';
import { complaintsUntil, findGrievance } from '../../policy/complaint';
import { objectionsUntil } from '../../policy/hearing';
import { waitingUntil } from '../../policy/waiting-until';
import { fileOf, livesTo, onDay, story, tell, type Told } from '../support/case-files';

function read(life: readonly Told[], now: string, outages: Outage[] = []) {
  const file = fileOf(life);
  const events = story(life).map((event) => ({ ...event, recordedAt: '', previousHash: '', hash: '' }));
  const row = { file, waitingUntil: waitingUntil(file), headHash: 'a'.repeat(64), offsetMs: 0 };
  return viewApplication(row, { events, texts: new Map(), outages }, now);
}
const minutesAfter = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

describe('whoever is told of a refusal', () => {
  const told = livesTo['awaiting-hearing'];
  const until = objectionsUntil(fileOf(told))!;

  test('has the ball until he may object no more, and not until the notice is over', () => {
    expect(read(told, onDay(17)).waitingOn).toMatchObject({ party: 'applicant', until });
    const objected = [...told, tell('objection-received', { day: 17 })];
    expect(read(objected, onDay(18)).waitingOn.until).not.toBe(until);
  });

  test('is offered no objection that comes too late', () => {
    expect(read(told, minutesAfter(until, -1)).moves).toContain('objectToRefusal');
    expect(read(told, until).moves).not.toContain('objectToRefusal');
  });

  test('is offered one on the day that an outage of ours gives back, though the case has not noted it', () => {
    const outage = { from: onDay(17, '04:00:00.000'), to: onDay(17, '12:00:00.000') };
    const seen = read(told, minutesAfter(until, 60), [outage]);
    expect(seen.moves).toContain('objectToRefusal');
    expect(seen.hearing?.objectionUntil).toBe(seen.waitingOn.until);
    expect(seen.waitingOn.until! > until).toBe(true);
  });
});

test('a complaint that comes too late is not offered', () => {
  const silent = [
    ...livesTo['awaiting-proposal'],
    tell('deemed-refused', { effectiveAt: onDay(47), data: { dueAt: onDay(47) } }),
  ];
  const file = fileOf(silent);
  const until = complaintsUntil(file, findGrievance(file)!);
  expect(read(silent, minutesAfter(until, -1))).toMatchObject({
    moves: expect.arrayContaining(['fileComplaint']),
    wayToComplain: { until },
  });
  const late = read(silent, until);
  expect([late.wayToComplain, late.moves.includes('fileComplaint')]).toEqual([null, false]);
});

describe('a certificate', () => {
  const annulled = livesTo.annulled;
  const complained = [...annulled, tell('complaint-filed', { day: 60, data: { against: 'annulment' } })];

  test('stands until it is annulled, and again while a complaint suspends that', () => {
    const certificates = [livesTo.granted, annulled, complained].map(
      (life) => read(life, onDay(61)).certificate?.number ?? null,
    );
    const [granted] = certificates;
    expect(granted).toMatch(/^KZ-PR-/);
    expect(certificates).toEqual([granted, null, granted]);
  });
});
