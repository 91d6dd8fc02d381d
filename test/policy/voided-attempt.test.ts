/** A testing centre that never answers: when an attempt may be taken back, what that leaves, and what a late answer does. */
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../domain/actor';
import { applyEvent } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import { countedAttempts } from '../../domain/language-attempts';
import type { CertificateNews, TestNews } from '../../domain/news';
import { deadlinesOf } from '../../policy/deadlines';
import { eventsOfAct } from '../../policy/events-of-act';
import { eventsOfCertificateNews, eventsOfTestNews } from '../../policy/events-of-news';
import { guards } from '../../policy/guards';
import { whyNot } from '../../policy/moves';
import { noticeText } from '../../policy/notice-text';
import { noticeOf } from '../../policy/notices';
import {
  aCaseFile,
  anEvent,
  after,
  answerRef,
  body,
  caseId,
  fileOf,
  livesTo,
  onDay,
  supervisor,
  tell,
  textRef,
} from '../support/case-files';

const requestOf = (attempt: number) => `${caseId}.testing-centre.${attempt}`;
const voided = (day: number, attempt = 1) =>
  tell('attempt-voided', { day, data: { requestId: requestOf(attempt) } });
const booked = (day: number, attempt: number) =>
  tell('language-test-booked', { day, data: { attempt, requestId: requestOf(attempt) } });
const failed = (day: number, attempt: number) =>
  tell('language-test-result-received', { day, data: { attempt, passed: false } });
const result = (attempt: number, correct: number): TestNews => ({
  cause: 'intake:7',
  effectiveAt: onDay(40),
  requestId: requestOf(attempt),
  answer: answerRef,
  level: 'B1',
  bannedItems: false,
  blocks: [
    { block: 'listening', items: 20, correct },
    { block: 'reading', items: 40, correct: 2 * correct },
  ],
});
const kept = (requestId: string) => [
  body('late-answer-kept', { agency: 'testing-centre', requestId, answer: answerRef }),
];

const waiting = aCaseFile({ status: 'awaiting-test-result' });
const asked = aCaseFile({ status: 'awaiting-certificate-check' });

describe('an attempt', () => {
  const may = (file: CaseFile, effectiveAt: string, actor: Actor = supervisor) =>
    whyNot('voidAttempt', file, { actor, effectiveAt, data: { reason: textRef } });

  test.each([
    ['at the test', waiting],
    ['to show a certificate', asked],
  ])('%s is taken back from the instant at which the centre’s time is over', (_, file) => {
    expect(may(file, onDay(11, '18:59:59.999'))).toBe('answer-still-due');
    expect(may(file, onDay(11, '19:00:00.000'))).toBeUndefined();
  });

  test('is named by the request that the centre was sent', () => {
    const act = {
      intake: '1',
      effectiveAt: onDay(12),
      actor: supervisor,
      outages: [],
      data: { reason: textRef },
    };
    const told = (file: CaseFile) => eventsOfAct.voidAttempt(file, act);
    expect(told(waiting)).toEqual([body('attempt-voided', { requestId: requestOf(1), reason: textRef })]);
    expect(told(asked)).toEqual([
      body('attempt-voided', { requestId: asked.presented!.requestId, reason: textRef }),
    ]);
  });

  test('that was taken back leaves the applicant his turn, a whole one', () => {
    const file = after('awaiting-test-result', voided(12));
    expect(file).toMatchObject({ status: 'awaiting-test-booking', statusSince: onDay(12) });
    expect(file.clocks.turn).toMatchObject({ turn: 'language-test', startedAt: onDay(12), endedAt: null });
    expect(whyNot('bookLanguageTest', file, { ...by('applicant'), data: {} })).toBeUndefined();
    const data = { certificateId: 'certificate-1', sha256: 'f'.repeat(64) };
    expect(guards.presentCertificate(file, { ...by('applicant'), data })).toBeUndefined();
  });

  test('to show a certificate leaves nothing presented', () => {
    const { requestId } = asked.presented!;
    const file = after(
      'awaiting-certificate-check',
      tell('attempt-voided', { day: 12, data: { requestId } }),
    );
    expect([file.status, file.presented]).toEqual(['awaiting-test-booking', null]);
  });

  test('is told to the applicant as what it was, with the attempts that he has', () => {
    const noticeTo = (before: CaseFile, requestId: string) => {
      const event = anEvent('attempt-voided', { day: 12, seq: before.seq + 1, data: { requestId } });
      return noticeOf(event, before, applyEvent(caseId, before, event))!;
    };
    expect(noticeTo(waiting, requestOf(1)).facts).toMatchObject({ attempt: 1, attemptsLeft: 3 });
    const notice = noticeTo(asked, asked.presented!.requestId);
    expect(notice.facts).toMatchObject({ attempt: null, attemptsLeft: 3 });
    expect(noticeText(notice, 'en').lines.join(' ')).toContain('whether the certificate that you presented');
  });

  test('clears the escalation that the silence had raised', () => {
    const escalated = tell('case-escalated', { day: 12, data: { cause: 'test-result-overdue' } });
    const file = after('awaiting-test-result', escalated, voided(13), booked(14, 2));
    expect(file.escalation).toBeNull();
    expect(deadlinesOf(file)).toMatchObject([
      { name: 'escalate:test-result-overdue:2', dueAt: onDay(24, '19:00:00.000') },
    ]);
  });

  function by(role: 'applicant') {
    return { actor: { id: waiting.applicantId, role }, effectiveAt: onDay(13) };
  }
});

describe('of three attempts', () => {
  const opened = livesTo['awaiting-test-booking'];
  const twiceFailed = [...opened, booked(1, 1), failed(2, 1), booked(3, 2), failed(4, 2)];

  test('one that was taken back is none', () => {
    const file = fileOf([...twiceFailed, booked(5, 3), voided(20, 3), booked(21, 4)]);
    expect(countedAttempts(file).map(({ attempt }) => attempt)).toEqual([1, 2, 4]);
    expect(eventsOfTestNews(file, result(4, 1)).map(({ type }) => type)).toEqual([
      'language-test-result-received',
      'application-refused',
    ]);
  });

  test('the second after one that was taken back is not the last', () => {
    const file = fileOf([...opened, booked(1, 1), voided(12), booked(13, 2), failed(14, 2), booked(15, 3)]);
    expect(eventsOfTestNews(file, result(3, 1)).map(({ type }) => type)).toEqual([
      'language-test-result-received',
    ]);
  });
});

describe('an answer that comes after all', () => {
  test('to an attempt that was taken back is kept and marks nobody, also while another is waited for', () => {
    for (const file of [
      after('awaiting-test-result', voided(12)),
      after('awaiting-test-result', voided(12), booked(13, 2)),
    ]) {
      expect(eventsOfTestNews(file, result(1, 18))).toEqual(kept(requestOf(1)));
    }
  });

  test('about a certificate that was taken back is kept, also while it is presented again', () => {
    const { requestId } = asked.presented!;
    const back = tell('attempt-voided', { day: 12, data: { requestId } });
    const again = tell('certificate-presented', { day: 13, data: { requestId: `${requestId}-again` } });
    const news: CertificateNews = {
      ...{ cause: 'intake:7', effectiveAt: onDay(40), requestId, answer: answerRef },
      ...{ level: 'B1', status: 'genuine', validUntil: null },
    };
    for (const told of [[back], [back, again]]) {
      expect(eventsOfCertificateNews(after('awaiting-certificate-check', ...told), news)).toEqual(
        kept(requestId),
      );
    }
  });
});
