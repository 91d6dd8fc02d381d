/** A decision that is set aside: where the case goes on, what still counts, and which clocks begin anew. */
import { describe, expect, test } from '@jest/globals';
import { permanentChecks as checks } from '../../domain/agencies';
import { applyEvent } from '../../domain/apply-event';
import { returnStages, type ReturnStage } from '../../domain/events';
import type { CaseStatus } from '../../domain/statuses';
import { eventsOfAct } from '../../policy/events-of-act';
import {
  after,
  answeredClear,
  anEvent,
  applicant,
  fileOf,
  livesTo,
  onDay,
  tell,
} from '../support/case-files';

/** Refused after an interview that was failed, after one that nobody attended; documents are missing. */
const failed = fileOf([
  ...livesTo['awaiting-schedule'],
  tell('interview-scheduled', { day: 8 }),
  tell('interview-recorded', { day: 15, data: { outcome: 'no-show', final: false } }),
  tell('interview-scheduled', { day: 16 }),
  tell('interview-change-requested', { day: 17 }),
  tell('interview-scheduled', { day: 17 }),
  tell('interview-recorded', { day: 20, data: { outcome: 'failed' } }),
  tell('documents-requested', { day: 21 }),
  tell('turn-lapsed', { day: 22, data: { turn: 'documents' } }),
  tell('clock-warned', { day: 31 }),
  tell('deemed-refused', { day: 36 }),
  tell('case-escalated', { day: 36 }),
  tell('decision-proposed', { day: 37, data: { outcome: 'refuse', hearing: true } }),
  tell('hearing-closed', { day: 42 }),
  tell('decision-approved', { day: 43, data: { outcome: 'refuse' } }),
  tell('application-refused', { day: 43 }),
  tell('complaint-filed', { day: 50 }),
  tell('complaint-decided', { day: 60, data: { outcome: 'satisfied' } }),
]);

function setAside(returnTo: ReturnStage) {
  const event = anEvent('decision-set-aside', { day: 60, seq: failed.seq + 1, data: { returnTo } });
  return applyEvent(failed.caseId, failed, event);
}

const goesOn: Record<ReturnStage, CaseStatus> = {
  'language-test': 'awaiting-test-booking',
  form: 'awaiting-form',
  scoring: 'scoring',
  verification: 'verification',
  interview: 'awaiting-schedule',
  decision: 'awaiting-proposal',
};

describe('a decision that is set aside', () => {
  test('stood on an interview that was failed, and on a document that is missing', () => {
    expect(failed).toMatchObject({ status: 'refused', noShows: 1, interviewChanges: 1 });
    expect(failed.interview?.outcome).toBe('failed');
    expect(failed.documentsMissing).toEqual(['passport']);
  });

  test.each(returnStages)('returns the case to %s, undecided', (stage) => {
    expect(setAside(stage)).toMatchObject({
      status: goesOn[stage],
      statusSince: onDay(60),
      closedAt: null,
      proposal: null,
      hearing: null,
      reasons: [],
    });
  });

  test.each(returnStages)(
    'and the service clock begins anew in %s, with its warning and its end',
    (stage) => {
      const { clocks, clockWarnedAt, deemedRefusedAt, escalated } = setAside(stage);
      expect(clocks.service).toMatchObject({ startedAt: onDay(60), endedAt: null, extensions: [] });
      expect({ clockWarnedAt, deemedRefusedAt, escalated }).toEqual({
        clockWarnedAt: null,
        deemedRefusedAt: null,
        escalated: [],
      });
      const inVerification = stage === 'verification' ? { startedAt: onDay(60), endedAt: null } : null;
      if (inVerification === null) expect(clocks.verification).toBeNull();
      else expect(clocks.verification).toMatchObject(inVerification);
    },
  );

  test.each(['language-test', 'form'] as const)('gives the applicant a new turn in %s', (stage) => {
    expect(setAside(stage).clocks.turn).toMatchObject({ turn: stage, startedAt: onDay(60), endedAt: null });
  });

  test.each(returnStages.filter((stage) => stage !== 'decision'))(
    'leaves no interview of the earlier way to a case that goes back to %s',
    (stage) => {
      expect(setAside(stage)).toMatchObject({ interview: null, noShows: 0, interviewChanges: 0 });
    },
  );

  test.each(['language-test', 'form', 'scoring', 'verification'] as const)(
    'and no missing document when it goes back to %s',
    (stage) => {
      expect(setAside(stage).documentsMissing).toEqual([]);
    },
  );

  test('keeps interview and papers for a new decision on them', () => {
    const { interview, documentsMissing } = setAside('decision');
    expect([interview?.outcome, documentsMissing]).toEqual(['failed', ['passport']]);
  });

  test('in verification asks every agency again, with the next number', () => {
    const { checks: asked } = setAside('verification');
    for (const check of checks) {
      expect(asked?.[check]).toMatchObject({ asks: 2, openedAt: onDay(60), result: null, judgement: null });
    }
  });

  test('to the form leads through scoring and verification to an interview again', () => {
    const again = [
      tell('form-submitted', { day: 61 }),
      tell('application-scored', { day: 61 }),
      tell('documents-judged', { day: 62 }),
      ...checks.map((check) => answeredClear(check, 62)),
    ];
    const file = again.reduce(
      (now, told) => applyEvent(now.caseId, now, { ...told, seq: now.seq + 1, causeId: 'again' } as never),
      setAside('form'),
    );
    expect(file.status).toBe('awaiting-schedule');
    expect(file.checks?.berkut?.asks).toBe(2);
  });

  test('to the language test counts attempts on, and gives all of them again', () => {
    const file = setAside('language-test');
    expect([file.testAttempts.length, file.voidAttempts, file.barredUntil]).toEqual([1, 1, null]);
    const act = { intake: '9', effectiveAt: onDay(61), actor: applicant, outages: [], data: {} };
    expect(eventsOfAct.bookLanguageTest(file, act)).toMatchObject([{ data: { attempt: 2 } }]);
  });

  test('that was an annulment lets the certificate stand, without its proposal', () => {
    const file = after(
      'annulled',
      tell('complaint-filed', { day: 40, data: { against: 'annulment' } }),
      tell('complaint-decided', { day: 50, data: { outcome: 'satisfied' } }),
      tell('decision-set-aside', { day: 50, data: { returnTo: null } }),
    );
    expect(file).toMatchObject({
      status: 'granted',
      reasons: [],
      proposal: null,
      hearing: null,
      overAt: null,
    });
    expect(file.certificate?.validUntil).toBe('2027-05-21');
    expect(file.clocks.service).toEqual(fileOf(livesTo.granted).clocks.service);
  });
});
