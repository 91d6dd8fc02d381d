/** Certificates of each decision of a case: of one that was set aside too, as it was on its day. */
import { describe, expect, test } from '@jest/globals';
import { createClockDesk } from '../../api/clock-desk';
import { viewApplication } from '../../api/views/application-view';
import { viewDecisions } from '../../api/views/decisions-view';
import { examineClocks } from '../../audit/clock-file';
import { compareCertificate } from '../../audit/compare-certificate';
import { chained, genesisHash, type ChainedEvent } from '../../db/chain';
import { foldEvents } from '../../domain/apply-event';
import type { CaseEvent } from '../../domain/events';
import { applicant, caseId, livesTo, onDay, story, tell, type Told } from '../support/case-files';

const refused = [...livesTo.refused];
const decidedAgain = [
  ...refused,
  tell('complaint-filed', { day: 30 }),
  tell('complaint-decided', { day: 33, data: { outcome: 'satisfied' } }),
  tell('decision-set-aside', { day: 33, data: { returnTo: 'decision' } }),
  tell('decision-proposed', { day: 40 }),
  tell('decision-approved', { day: 42 }),
  tell('certificate-issued', { day: 42 }),
];
const toGrant = decidedAgain.length;

function rowsOf(told: readonly Told[]): ChainedEvent[] {
  let previousHash = genesisHash;
  return story(told).map((event) => {
    const row = chained({ caseId, event, recordedAt: event.effectiveAt, previousHash });
    previousHash = row.hash;
    return row;
  });
}

/** The office with that much on its record. */
function officeWith(told: readonly Told[]) {
  const events = story(told);
  const rows = rowsOf(told);
  const recorded = events.map((event, index) => ({ ...event, ...rows[index]! })) as (CaseEvent &
    ChainedEvent)[];
  const row = {
    file: foldEvents(caseId, events)!,
    waitingUntil: null,
    headHash: rows.at(-1)!.hash,
    offsetMs: 0,
  };
  const desk = createClockDesk({
    access: { getCase: async () => row },
    reads: { listEvents: async (_, after, limit) => recorded.slice(after, after + limit) },
  });
  return { row, rows, events, desk };
}
const certified = (told: readonly Told[], seq: number) =>
  officeWith(told).desk.certifyAfter(applicant, caseId, seq);

describe('a case that was refused, set aside and decided again', () => {
  test('has the certificate of its first decision as it was on the day', async () => {
    const onTheDay = await certified(refused, refused.length);
    const now = await certified(decidedAgain, refused.length);
    expect(now).toEqual(onTheDay);
    expect(now).toMatchObject({ seq: refused.length, at: onDay(22) });
    expect(now.clocks[0]).toMatchObject({
      name: 'service',
      ledger: { startedAt: onDay(0), endedAt: onDay(22) },
    });
  });

  test('and another of its second, on the clock that began anew', async () => {
    const first = await certified(decidedAgain, refused.length);
    const second = await certified(decidedAgain, toGrant);
    expect(second.clocks[0]).toMatchObject({
      name: 'service',
      ledger: { startedAt: onDay(33), endedAt: onDay(42) },
    });
    expect(second.sha256).not.toBe(first.sha256);
    expect(second.recordHash).not.toBe(first.recordHash);
  });

  test.each([refused.length, toGrant])('each proves itself, and is of the record: event %i', async (seq) => {
    const certificate = await certified(decidedAgain, seq);
    expect(examineClocks(certificate).findings).toEqual([]);
    expect(compareCertificate(caseId, certificate, rowsOf(decidedAgain)).verdict).toBe('clean');
    const forged = structuredClone(certificate);
    forged.clocks[0]!.reading.daysUsed += 1;
    expect(examineClocks(forged).verdict).toBe('diverged');
  });

  test('lists both decisions with where their certificates are', () => {
    const { row, events } = officeWith(decidedAgain);
    const told = {
      events: events.map((event) => ({ ...event, recordedAt: '', previousHash: '', hash: '' })),
    };
    const { decisions, outcome } = viewApplication(row, { ...told, texts: new Map() }, onDay(42));
    const address = (seq: number) => `/applications/${caseId}/clock/certificate?seq=${seq}`;
    expect(decisions).toEqual([
      {
        seq: refused.length,
        event: 'application-refused',
        at: onDay(22),
        clockCertificate: address(refused.length),
      },
      {
        seq: refused.length + 2,
        event: 'complaint-decided',
        at: onDay(33),
        clockCertificate: address(refused.length + 2),
      },
      { seq: toGrant, event: 'certificate-issued', at: onDay(42), clockCertificate: address(toGrant) },
    ]);
    expect(outcome).toMatchObject({ kind: 'granted', clockCertificate: address(toGrant) });
    const ofDesk = viewDecisions('/admin/cases', caseId, events);
    expect(ofDesk.at(0)?.clockCertificate).toBe(
      `/admin/cases/${caseId}/clock/certificate?seq=${refused.length}`,
    );
  });
});

test('a certificate that stands again is that of the grant, not of its annulment', () => {
  const { row, events } = officeWith([
    ...livesTo.annulled,
    tell('complaint-filed', { day: 40, data: { against: 'annulment' } }),
    tell('complaint-decided', { day: 45, data: { outcome: 'satisfied' } }),
    tell('decision-set-aside', { day: 45, data: { returnTo: null } }),
  ]);
  const told = { events: events.map((event) => ({ ...event, recordedAt: '', previousHash: '', hash: '' })) };
  const { outcome } = viewApplication(row, { ...told, texts: new Map() }, onDay(46));
  expect(outcome?.clockCertificate).toBe(
    `/applications/${caseId}/clock/certificate?seq=${livesTo.granted.length}`,
  );
});

test('documents that were not handed in in time decide nothing', () => {
  const events = story([
    ...livesTo['awaiting-documents'],
    tell('turn-lapsed', { day: 22, data: { turn: 'documents' } }),
  ]);
  expect(viewDecisions('/applications', caseId, events)).toEqual([]);
});

test('an event that the case has not is refused in so many words', async () => {
  await expect(certified(refused, refused.length + 1)).rejects.toMatchObject({
    code: 'not-found',
    status: 404,
    details: { detail: 'The case has no such event.' },
  });
});
