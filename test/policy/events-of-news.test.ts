/** What an agency's answer makes of a case: a change, the end of it, or only a note that it was kept. */
import { describe, expect, test } from '@jest/globals';
import { permanentChecks as checks } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import type { Score } from '../../domain/events';
import type { CertificateNews, CheckNews, TestNews } from '../../domain/news';
import { lawDate } from '../../domain/law-day';
import { caseStatuses } from '../../domain/statuses';
import { permanentPolicies } from '../../policy/permanent-policies';
import { testDeadlines } from '../../policy/deadlines/waits';
import {
  eventsOfCertificateNews,
  eventsOfCheckNews,
  eventsOfScore,
  eventsOfTestNews,
} from '../../policy/events-of-news';
import {
  aCaseFile,
  after,
  answeredClear,
  answerRef,
  body,
  caseId,
  onDay,
  tell,
  type Told,
} from '../support/case-files';

const attempt = (number: number) => `${caseId}.testing-centre.${number}`;

function testNews(unlike: Partial<TestNews> = {}): TestNews {
  return {
    cause: 'intake:7',
    effectiveAt: onDay(3),
    requestId: attempt(1),
    answer: answerRef,
    level: 'B1',
    blocks: [
      { block: 'listening', items: 20, correct: 15 },
      { block: 'reading', items: 40, correct: 30 },
    ],
    bannedItems: false,
    ...unlike,
  };
}
const tooLittle: Partial<TestNews> = {
  blocks: [
    { block: 'listening', items: 20, correct: 9 },
    { block: 'reading', items: 40, correct: 30 },
  ],
};

function checkNews(unlike: Partial<CheckNews> = {}): CheckNews {
  return {
    cause: 'intake:8',
    effectiveAt: onDay(6),
    requestId: `${caseId}.berkut.1`,
    answer: answerRef,
    check: 'berkut',
    result: 'clear',
    codes: [],
    ...unlike,
  };
}

const types = (events: { type: string }[]) => events.map(({ type }) => type);

describe('a test result', () => {
  const waiting = aCaseFile({ status: 'awaiting-test-result' });
  const kept = body('late-answer-kept', {
    agency: 'testing-centre',
    requestId: attempt(1),
    answer: answerRef,
  });

  /** The case waits for the result of this attempt; those before it were failed. */
  function waitingFor(number: number): CaseFile {
    const earlier = Array.from({ length: number - 1 }, (_, index): Told[] => [
      tell('language-test-result-received', { day: 3 + index, data: { attempt: index + 1, passed: false } }),
      tell('language-test-booked', {
        day: 4 + index,
        data: { attempt: index + 2, requestId: attempt(index + 2) },
      }),
    ]);
    return after('awaiting-test-result', ...earlier.flat());
  }

  test('that is passed opens the form, with the marks it was held to', () => {
    expect(eventsOfTestNews(waiting, testNews())).toEqual([
      body('language-test-result-received', {
        attempt: 1,
        barredUntil: null,
        level: 'B1',
        bannedItems: false,
        answer: answerRef,
        passed: true,
        blocks: [
          { block: 'listening', items: 20, correct: 15, requiredPercent: 50, passed: true },
          { block: 'reading', items: 40, correct: 30, requiredPercent: 50, passed: true },
        ],
      }),
    ]);
  });

  test.each([
    [1, ['language-test-result-received']],
    [2, ['language-test-result-received']],
    [3, ['language-test-result-received', 'application-refused']],
  ])('that is failed at attempt %i makes %j', (number, expected) => {
    const events = eventsOfTestNews(
      waitingFor(number),
      testNews({ requestId: attempt(number), ...tooLittle }),
    );
    expect(types(events)).toEqual(expected);
    expect(events[0]).toMatchObject({ data: { attempt: number, passed: false } });
  });

  test('that is failed for the third time refuses by rule, with its ground', () => {
    const [, refused] = eventsOfTestNews(waitingFor(3), testNews({ requestId: attempt(3), ...tooLittle }));
    expect(refused).toEqual(
      body('application-refused', {
        by: 'rule',
        reasons: [
          { ground: 'language-test-failed', article: 'pilot rules, stage 1', evidence: 'language-test' },
        ],
      }),
    );
  });

  test('that is passed at the third attempt opens the form like any other', () => {
    const events = eventsOfTestNews(waitingFor(3), testNews({ requestId: attempt(3) }));
    expect(types(events)).toEqual(['language-test-result-received']);
  });

  test('with banned items is failed, whatever the marks', () => {
    expect(eventsOfTestNews(waiting, testNews({ bannedItems: true }))).toMatchObject([
      { data: { passed: false } },
    ]);
  });

  test('that does not add up is kept, marks nobody, and waits for a whole one or a supervisor', () => {
    const broken = testNews({
      blocks: [
        { block: 'listening', items: 1, correct: 1 },
        { block: 'reading', items: 1, correct: 1 },
      ],
    });
    const last = waitingFor(3);
    const today = { ...last, policyVersion: '2026-11-24' };
    const said = { ...broken, requestId: attempt(3) };
    expect(types(eventsOfTestNews(today, said))).toEqual(['late-answer-kept']);
    expect(testDeadlines(today)).toMatchObject([{ event: { type: 'case-escalated' } }]);
    const whole = testNews({ requestId: attempt(3) });
    expect(eventsOfTestNews(today, whole)).toMatchObject([{ data: { attempt: 3, passed: true } }]);
    expect(eventsOfTestNews(last, said)).toMatchObject([{ data: { attempt: 3, passed: true } }]);
  });

  test('that contradicts one that was counted is kept and changes nothing', () => {
    expect(eventsOfTestNews(aCaseFile({ status: 'awaiting-form' }), testNews(tooLittle))).toEqual([kept]);
  });

  test('of an earlier attempt is kept while a later one is waited for', () => {
    expect(types(eventsOfTestNews(waitingFor(2), testNews()))).toEqual(['late-answer-kept']);
  });

  test('of an attempt that nobody booked is kept', () => {
    expect(types(eventsOfTestNews(waiting, testNews({ requestId: attempt(9) })))).toEqual([
      'late-answer-kept',
    ]);
  });

  test('is counted only while the case waits for it', () => {
    const counted = caseStatuses.filter(
      (status) => types(eventsOfTestNews(aCaseFile({ status }), testNews()))[0] !== 'late-answer-kept',
    );
    expect(counted).toEqual(['awaiting-test-result']);
    const withdrawn = after('awaiting-test-result', tell('application-withdrawn', { day: 2 }));
    expect(eventsOfTestNews(withdrawn, testNews())).toEqual([kept]);
  });
});

describe('the answer of an agency', () => {
  const silent = tell('check-unanswered', { day: 25 });
  const unclear = tell('check-answered', { day: 6, data: { result: 'unclear' } });

  function isCounted(file: CaseFile, news: CheckNews = checkNews()): boolean {
    const events = eventsOfCheckNews(file, news);
    expect(events).toHaveLength(1);
    return events[0]!.type === 'check-answered';
  }

  test('is recorded with what it means', () => {
    expect(eventsOfCheckNews(aCaseFile(), checkNews({ result: 'unclear', codes: ['overstay'] }))).toEqual([
      body('check-answered', {
        check: 'berkut',
        requestId: `${caseId}.berkut.1`,
        result: 'unclear',
        codes: ['overstay'],
        answer: answerRef,
      }),
    ]);
  });

  test('that only is kept is recorded with nothing but where it lies', () => {
    expect(eventsOfCheckNews(aCaseFile({ status: 'awaiting-schedule' }), checkNews())).toEqual([
      body('late-answer-kept', { agency: 'berkut', requestId: `${caseId}.berkut.1`, answer: answerRef }),
    ]);
  });

  test.each<[string, CaseFile, boolean]>([
    ['to an open question counts', aCaseFile(), true],
    [
      'to the first question counts after the agency was chased',
      after('verification', tell('check-chased', { day: 12 })),
      true,
    ],
    ['after silence was noted counts, while nobody has judged', after('verification', silent), true],
    [
      'after silence was judged is kept',
      after('verification', silent, tell('finding-judged', { day: 26 })),
      false,
    ],
    ['a second time is kept', after('verification', answeredClear('berkut', 6)), false],
    ['that contradicts an unclear one is kept', after('verification', unclear), false],
    [
      'after a judgement is kept',
      after('verification', unclear, tell('finding-judged', { day: 7, data: { judgement: 'adverse' } })),
      false,
    ],
    [
      'counts again when the agency was asked again',
      after('awaiting-judgement', tell('agency-asked-again', { day: 8 })),
      true,
    ],
  ])('%s', (_, file, counted) => {
    expect(isCounted(file)).toBe(counted);
  });

  test('counts while all other findings wait for a judgement', () => {
    const file = after(
      'verification',
      ...checks.filter((check) => check !== 'berkut').map((check) => answeredClear(check, 6)),
      silent,
    );
    expect(file.status).toBe('awaiting-judgement');
    expect(isCounted(file)).toBe(true);
  });

  test('is kept in every status outside verification, and when the case is over', () => {
    const counted = caseStatuses.filter((status) => isCounted(aCaseFile({ status })));
    expect(counted).toEqual(['verification', 'awaiting-documents']);
    expect(isCounted(after('verification', tell('application-withdrawn', { day: 6 })))).toBe(false);
  });
});

describe('a second answer that says something else', () => {
  const wanted = checkNews({
    result: 'adverse',
    codes: ['wanted'],
    answer: { answerId: 'second', sha256: 'e'.repeat(64) },
  });
  const same = checkNews({ answer: { answerId: 'second', sha256: 'e'.repeat(64) } });
  const clear = after('verification', answeredClear('berkut', 6));
  const silence = tell('check-unanswered', { day: 25 });
  const judgedSilence = after('verification', silence, tell('finding-judged', { day: 26 }));
  const typeOf = (file: CaseFile, news = wanted) => eventsOfCheckNews(file, news)[0]?.type;

  test.each<[string, CaseFile, CheckNews, string]>([
    ['goes to a person', clear, wanted, 'answer-contradicted'],
    ['goes to a person also after silence was judged clear', judgedSilence, wanted, 'answer-contradicted'],
    ['is only kept when it is what was judged', judgedSilence, same, 'late-answer-kept'],
    ['is only kept when it says the same', clear, same, 'late-answer-kept'],
  ])('%s', (_, file, news, type) => {
    expect(typeOf(file, news)).toBe(type);
  });

  test('is heard until the decision is taken, and only kept after it', () => {
    const heard = caseStatuses.filter((status) => typeOf(aCaseFile({ status })) === 'answer-contradicted');
    expect(heard).toEqual([
      'awaiting-judgement',
      'awaiting-schedule',
      'awaiting-interview',
      'awaiting-proposal',
      'awaiting-hearing',
      'awaiting-approval',
      'awaiting-decision',
    ]);
  });

  test('lets an interview fall that was called and not held, of cases filed from 25 November 2026 on', () => {
    const held = tell('interview-recorded', { day: 15 });
    const falls = (file: CaseFile, policyVersion: string) => {
      const [told] = eventsOfCheckNews({ ...file, policyVersion }, wanted);
      return told?.type === 'answer-contradicted' && told.data.appointmentFalls === true;
    };
    const called = aCaseFile({ status: 'awaiting-interview' });
    expect(permanentPolicies.map(({ version }) => [version, falls(called, version)])).toEqual([
      ['2026-02-13', false],
      ['2026-04-13', false],
      ['2026-11-23', false],
      ['2026-11-24', false],
      ['2026-11-25', true],
    ]);
    expect(falls(after('awaiting-interview', held), '2026-11-25')).toBe(false);
    const [later] = eventsOfCheckNews(
      { ...called, policyVersion: '2026-11-25' },
      { ...wanted, effectiveAt: called.interview!.at },
    );
    expect(later?.data).not.toHaveProperty('appointmentFalls');
    expect(falls(aCaseFile({ status: 'awaiting-schedule' }), '2026-11-25')).toBe(false);
  });

  test('takes back the proposal and waits for a judgement before anything is granted', () => {
    const { requestId, result, codes, answer } = wanted;
    const told = tell('answer-contradicted', {
      day: 20,
      data: { check: 'berkut', requestId, result, codes, answer },
    });
    const judged = tell('finding-judged', { day: 21, data: { check: 'berkut', judgement: 'clear' } });
    const contradicted = after('awaiting-approval', told);
    expect(contradicted).toMatchObject({ status: 'awaiting-judgement', proposal: null });
    expect(contradicted.checks?.berkut).toMatchObject({
      result: 'unclear',
      codes: ['wanted', 'contradicted'],
      judgement: null,
    });
    expect(after('awaiting-approval', told, judged).status).toBe('awaiting-proposal');
  });
});

describe('a score', () => {
  const score: Score = {
    table: 'demonstration-2026-02',
    formVersion: 1,
    formSha256: 'd'.repeat(64),
    rows: [],
    total: 400,
    threshold: 400,
    passed: true,
    shortfall: [],
  };

  test('that is passed is recorded', () => {
    expect(eventsOfScore(score)).toEqual([body('application-scored', score)]);
  });

  test('that is not passed refuses by rule, with its ground', () => {
    const low = { ...score, total: 390, passed: false };
    const reasons = [{ ground: 'score-below-threshold', article: 'pilot rules, stage 3', evidence: 'score' }];
    expect(eventsOfScore(low)).toEqual([
      body('application-scored', low),
      body('application-refused', { by: 'rule', reasons }),
    ]);
  });
});

describe('banned items in a sitting', () => {
  const caught = testNews({ bannedItems: true });

  test('bar the next one for thirty days, to the end of the last of them', () => {
    expect(eventsOfTestNews(aCaseFile({ status: 'awaiting-test-result' }), caught)).toMatchObject([
      { data: { passed: false, bannedItems: true, barredUntil: onDay(33, '19:00:00.000') } },
    ]);
  });

  test('of the last attempt refuse by rule, like any other failure', () => {
    const second = aCaseFile({ status: 'awaiting-test-result' });
    const sat = { ...second.testAttempts[0]!, attempt: 0, passed: false };
    const third = { ...second, testAttempts: [sat, sat, ...second.testAttempts] };
    expect(eventsOfTestNews(third, caught).map(({ type }) => type)).toEqual([
      'language-test-result-received',
      'application-refused',
    ]);
  });

  test('attempts that were made void do not count against him', () => {
    const file = aCaseFile({ status: 'awaiting-test-result' });
    const sat = (number: number) => ({ ...file.testAttempts[0]!, attempt: number, passed: false });
    const again = { ...file, testAttempts: [sat(0), sat(0), sat(0), ...file.testAttempts], voidAttempts: 3 };
    expect(eventsOfTestNews(again, caught)).toHaveLength(1);
    expect(eventsOfTestNews({ ...again, voidAttempts: 1 }, caught)).toHaveLength(2);
  });
});

describe('a certificate that was presented', () => {
  const file = aCaseFile({ status: 'awaiting-certificate-check' });
  const news = (unlike: Partial<CertificateNews> = {}): CertificateNews => ({
    cause: 'intake:7',
    effectiveAt: onDay(2),
    requestId: file.presented!.requestId,
    validUntil: null,
    answer: answerRef,
    level: 'B1',
    status: 'genuine',
    ...unlike,
  });

  test.each<[string, Partial<CertificateNews>, string, string | undefined]>([
    ['genuine, at the level', {}, 'certificate-confirmed', undefined],
    ['genuine, below the level', { level: 'A1' }, 'certificate-not-confirmed', 'level-too-low'],
    ['not genuine', { status: 'not-genuine' }, 'certificate-not-confirmed', 'not-genuine'],
    ['expired', { status: 'expired' }, 'certificate-not-confirmed', 'expired'],
    ['of somebody else', { status: 'of-another-person' }, 'certificate-not-confirmed', 'of-another-person'],
    ['of another request', { requestId: 'other' }, 'late-answer-kept', undefined],
  ])('and is %s', (_, unlike, type, fault) => {
    const [event] = eventsOfCertificateNews(file, news(unlike));
    expect(event?.type).toBe(type);
    if (fault !== undefined) expect(event?.data).toMatchObject({ fault });
  });

  /** Presented on the 5th of May 2026, the centre answers on the 6th. */
  test.each([
    ['2026-05-04', '2026-11-24', 'certificate-not-confirmed'],
    ['2026-05-05', '2026-11-24', 'certificate-confirmed'],
    ['2026-05-04', '2026-11-23', 'certificate-confirmed'],
  ])('and ended on %s makes, under policy %s, %s', (validUntil, policyVersion, type) => {
    const [event] = eventsOfCertificateNews({ ...file, policyVersion }, news({ validUntil }));
    expect(lawDate(file.statusSince)).toBe('2026-05-05');
    expect(event?.type).toBe(type);
    if (type === 'certificate-not-confirmed') expect(event?.data).toMatchObject({ fault: 'expired' });
  });

  test('is only kept when nobody waits for it', () => {
    const types = caseStatuses
      .filter((status) => status !== 'awaiting-certificate-check')
      .flatMap((status) => eventsOfCertificateNews(aCaseFile({ status }), news()).map(({ type }) => type));
    expect(new Set(types)).toEqual(new Set(['late-answer-kept']));
  });
});
