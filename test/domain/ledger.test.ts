/** The ledgers of a case: which clock begins, stands and ends with which event, whatever the order of the stamps. */
import { describe, expect, test } from '@jest/globals';
import { applyEvent } from '../../domain/apply-event';
import type { CaseFile, Clocks } from '../../domain/case-file';
import type { ClockStop } from '../../domain/clock';
import { endLedger, openLedger, resumeLedger, stopLedger } from '../../domain/ledger';
import { caseStatuses, isClosed, standing, type CaseStatus } from '../../domain/statuses';
import { faultsOf } from '../../policy/clock/ledger-faults';
import { after, anEvent, caseworker, fileOf, livesTo, onDay, tell } from '../support/case-files';

const stretches = ({ stops }: { stops: ClockStop[] }) =>
  stops.map(({ basis, from, to }) => [basis, from, to]);
const next = (file: CaseFile, ...[type, unlike]: Parameters<typeof anEvent>) =>
  applyEvent(file.caseId, file, anEvent(type, { ...unlike, seq: file.seq + 1 }));

describe('the ledger of the service', () => {
  test('begins with the application and stands until the form is there', () => {
    const { service } = fileOf(livesTo['awaiting-proposal']).clocks;
    expect(service.startedAt).toBe(onDay(0));
    expect(stretches(service)).toEqual([['awaiting-test-booking', onDay(0), onDay(5)]]);
    expect(service.endedAt).toBeNull();
  });

  test('stands once while the ball stays with applicant and testing centre', () => {
    expect(stretches(fileOf(livesTo['awaiting-form']).clocks.service)).toEqual([
      ['awaiting-test-booking', onDay(0), null],
    ]);
  });

  test('stands while documents are awaited', () => {
    const file = after('awaiting-documents', tell('documents-provided', { day: 9 }));
    expect(stretches(file.clocks.service).at(-1)).toEqual(['awaiting-documents', onDay(6), onDay(9)]);
  });

  test.each(caseStatuses)('in %s stands, runs or has ended as the table of statuses says', (status) => {
    const { service } = fileOf(livesTo[status]).clocks;
    expect(service.endedAt !== null).toBe(isClosed(status) || wasDecided(status));
    expect(service.stops.some(({ to }) => to === null)).toBe(
      !isClosed(status) && !standing[status].clockRuns,
    );
  });
  const wasDecided = (status: CaseStatus) => status === 'annulled' || status === 'expired';

  test('does not run again while an annulment is considered', () => {
    const annulling = tell('decision-proposed', { day: 30, data: { outcome: 'annul', hearing: true } });
    const before = fileOf(livesTo.granted).clocks.service;
    expect(after('granted', annulling).clocks.service).toEqual(before);
    expect(after('granted', annulling, tell('decision-returned', { day: 31 })).clocks.service).toEqual(
      before,
    );
  });
});

describe('the ledger of verification', () => {
  test('begins with the stage and ends with it', () => {
    expect(fileOf(livesTo.scoring).clocks.verification).toBeNull();
    expect(fileOf(livesTo.verification).clocks.verification).toMatchObject({
      startedAt: onDay(5),
      endedAt: null,
    });
    expect(fileOf(livesTo['awaiting-schedule']).clocks.verification?.endedAt).toBe(onDay(7));
  });

  test('stands during the applicant’s turn for documents', () => {
    expect(stretches(fileOf(livesTo['awaiting-documents']).clocks.verification!)).toEqual([
      ['awaiting-documents', onDay(6), null],
    ]);
  });

  test('that begins while an officer has stopped the clock stands from its beginning', () => {
    const stop = tell('clock-stopped', { day: 5, effectiveAt: onDay(5) });
    const scored = after('scoring', stop, tell('application-scored', { day: 6 }));
    expect(stretches(scored.clocks.verification!)).toEqual([['officer:expert-opinion', onDay(6), null]]);
    const resumed = next(scored, 'clock-resumed', { day: 9 });
    expect(stretches(resumed.clocks.verification!)).toEqual([['officer:expert-opinion', onDay(6), onDay(9)]]);
  });

  test('goes on when a contradiction brings the case back: the time in between does not count', () => {
    const before = after('awaiting-approval').clocks.verification!;
    const { verification } = after('awaiting-approval', tell('answer-contradicted', { day: 20 })).clocks;
    expect(verification).toMatchObject({ startedAt: before.startedAt, endedAt: null });
    expect(verification!.stops.at(-1)).toMatchObject({
      from: before.endedAt,
      to: onDay(20),
      basis: 'elsewhere',
    });
  });
});

describe('the ledger of a turn', () => {
  test.each<[CaseStatus, NonNullable<Clocks['turn']>['turn'], string, string | null]>([
    ['awaiting-test-booking', 'language-test', onDay(0), null],
    ['awaiting-test-result', 'language-test', onDay(0), onDay(1)],
    ['awaiting-form', 'form', onDay(3), null],
    ['scoring', 'form', onDay(3), onDay(5)],
    ['awaiting-documents', 'documents', onDay(6), null],
  ])('in %s is that of %s', (status, turn, startedAt, endedAt) => {
    expect(fileOf(livesTo[status]).clocks.turn).toMatchObject({ turn, startedAt, endedAt });
  });

  const barredUntil = onDay(34, '19:00:00.000');
  const caught = after(
    'awaiting-test-result',
    tell('language-test-result-received', {
      day: 3,
      data: { passed: false, bannedItems: true, barredUntil },
    }),
  );

  test('stands for a ban, also when a certificate was tried in between', () => {
    expect(stretches(caught.clocks.turn!)).toEqual([['retake-ban', onDay(3), barredUntil]]);
    const tried = next(next(caught, 'certificate-presented', { day: 5 }), 'certificate-not-confirmed', {
      day: 6,
    });
    expect(stretches(tried.clocks.turn!)).toEqual([['retake-ban', onDay(6), barredUntil]]);
  });

  test('takes an outage of ours for whole days, known when it was noted', () => {
    const noted = after(
      'awaiting-form',
      tell('outage-noted', { day: 8, data: { from: onDay(6), to: onDay(7) } }),
    );
    expect(noted.clocks.turn?.stops).toMatchObject([
      { basis: 'service-outage', from: onDay(6), to: onDay(7), wholeDays: true, knownAt: onDay(8) },
    ]);
    expect(noted.clocks.service).toEqual(fileOf(livesTo['awaiting-form']).clocks.service);
  });

  test('that is over takes none any more', () => {
    const before = fileOf(livesTo.scoring).clocks;
    const noted = tell('outage-noted', { day: 8, data: { from: onDay(6), to: onDay(7) } });
    expect(after('scoring', noted).clocks).toEqual(before);
  });
});

describe('an officer’s stop', () => {
  test('stands in the ledgers of the state, and in no turn', () => {
    const { clocks } = after('awaiting-documents', tell('clock-stopped', { day: 7 }));
    expect(stretches(clocks.service).at(-1)).toEqual(['officer:expert-opinion', onDay(7), null]);
    expect(stretches(clocks.verification!).at(-1)).toEqual(['officer:expert-opinion', onDay(7), null]);
    expect(clocks.turn?.stops).toEqual([]);
  });

  test('lasts when the rule’s own stop beside it ends, and the other way round', () => {
    const both = after('awaiting-documents', tell('clock-stopped', { day: 7 }));
    const provided = next(both, 'documents-provided', { day: 9 });
    expect(stretches(provided.clocks.service).slice(1)).toEqual([
      ['awaiting-documents', onDay(6), onDay(9)],
      ['officer:expert-opinion', onDay(7), null],
    ]);
    const resumed = next(both, 'clock-resumed', { day: 9 });
    expect(stretches(resumed.clocks.service).slice(1)).toEqual([
      ['awaiting-documents', onDay(6), null],
      ['officer:expert-opinion', onDay(7), onDay(9)],
    ]);
  });

  test('begins no earlier than the last fact of the case', () => {
    const late = after('awaiting-judgement', tell('clock-stopped', { day: 7, effectiveAt: onDay(6) }));
    expect(late.officerStop).toEqual({ reason: 'expert-opinion', since: onDay(7), by: caseworker.id });
    expect(stretches(late.clocks.service).at(-1)).toEqual(['officer:expert-opinion', onDay(7), null]);
  });

  test('ends with the case', () => {
    const file = after(
      'verification',
      tell('clock-stopped', { day: 6 }),
      tell('application-withdrawn', { day: 8 }),
    );
    expect(file.officerStop).toBeNull();
    expect(stretches(file.clocks.service).at(-1)).toEqual(['officer:expert-opinion', onDay(6), onDay(8)]);
  });

  test('that was to let the term begin anew takes back nothing when the case ends first', () => {
    const anew = tell('clock-stopped', { day: 15, data: { reason: 'preliminary-question', effect: 'anew' } });
    const file = after('verification', anew, tell('application-withdrawn', { day: 18 }));
    expect(file.clocks.service.stops.at(-1)).toMatchObject({ to: onDay(18), effect: 'continue' });
  });
});

describe('whatever the order of stamps', () => {
  const ledger = stopLedger(openLedger(onDay(2)), { from: onDay(5), basis: 'awaiting-documents' });

  test('no stop ends before it began, and no ledger before its facts', () => {
    expect(resumeLedger(ledger, onDay(4), 'rule').stops[0]?.to).toBe(onDay(5));
    expect(endLedger(ledger, onDay(4))).toMatchObject({ endedAt: onDay(5), stops: [{ to: onDay(5) }] });
    expect(endLedger(openLedger(onDay(2)), onDay(1)).endedAt).toBe(onDay(2));
  });

  test('a status does not begin before the one that it follows', () => {
    const early = tell('documents-provided', { effectiveAt: onDay(5) });
    const file = after('awaiting-documents', early);
    expect(file.statusSince).toBe(onDay(6));
    const { service, verification, turn } = file.clocks;
    for (const each of [service, verification!, turn!]) expect(faultsOf(each)).toEqual([]);
  });
});
