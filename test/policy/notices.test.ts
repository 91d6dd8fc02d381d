/** Notices: each told act has one, from one record, with the same facts in three languages and nobody's name. */
import { describe, expect, test } from '@jest/globals';
import { applyEvent, foldEvents } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import { languages } from '../../domain/languages';
import { dayNumberOf } from '../../domain/law-day';
import type { Notice, NoticeKind } from '../../domain/notices';
import type { PermitPurpose } from '../../domain/permit';
import { noticeText } from '../../policy/notice-text';
import { noticeOf } from '../../policy/notices';
import {
  applicant,
  caseId,
  livesTo,
  onDay,
  panel,
  permitLives,
  story,
  tell,
  type Told,
} from '../support/case-files';

/** Every notice of a life, in its order. */
function noticesOf(told: readonly Told[]): Notice[] {
  let before: CaseFile | null = null;
  return story(told).flatMap((event) => {
    const file: CaseFile = applyEvent(caseId, before, event);
    const notice = noticeOf(event, before, file);
    before = file;
    return notice ?? [];
  });
}

const failed = (more: object = {}) =>
  tell('language-test-result-received', { day: 3, data: { passed: false, ...more } });
const row = { bucket: 'b', evidence: [], evidenceSha256: 'a', source: 'form' };
const belowThreshold = tell('application-scored', {
  day: 5,
  data: {
    passed: false,
    total: 370,
    rows: [{ ...row, criterion: 'work', points: 23, max: 71 }],
    shortfall: [[{ criterion: 'ties', bucket: 'b', points: 60, gain: 37 }]],
  },
});
const reasons = [{ ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'form' }];
const proposed = (outcome: 'refuse' | 'annul') =>
  tell('decision-proposed', { day: 16, data: { outcome, reasons, hearing: true } });
/** Notified of a refusal, under a policy of permanent residence. */
const toldUnder = (policyVersion: string): Told[] => [
  tell('application-opened', { data: { policyVersion } }),
  ...livesTo['awaiting-proposal'].slice(1),
  proposed('refuse'),
];
const returned = tell('decision-returned', { day: 17 });
const complained = [...livesTo.refused, tell('complaint-filed', { day: 23 })];

/** The same life of a permit under its newest policy. */
const underNewest = ([, ...rest]: readonly Told[], purpose: PermitPurpose = 'eaeu-work'): Told[] => [
  tell('application-opened', {
    day: 0,
    data: {
      kind: 'temporary-permit',
      policyVersion: 'permit-2026-11-25',
      permit: { filing: 'renewal', purpose, employerId: null },
    },
  }),
  ...rest,
];
const reopened = [
  ...underNewest(permitLives.granted),
  tell('reopening-proposed', { day: 40 }),
  tell('reopening-supported', { day: 41 }),
  tell('reopening-decided', { day: 42 }),
];

/** A life that ends with each kind of notice. */
const lives: Record<NoticeKind, readonly Told[]> = {
  'application-registered': [tell('application-opened')],
  'test-result': [...livesTo['awaiting-test-result'], failed()],
  'test-barred': [...livesTo['awaiting-test-result'], failed({ bannedItems: true, barredUntil: onDay(33) })],
  'attempt-voided': [...livesTo['awaiting-test-result'], tell('attempt-voided', { day: 12 })],
  'certificate-answer': [
    ...livesTo['awaiting-certificate-check'],
    tell('certificate-not-confirmed', { day: 2 }),
  ],
  'form-open': livesTo['awaiting-form'],
  'documents-requested': livesTo['awaiting-documents'],
  'score-below': [...livesTo.scoring, belowThreshold],
  'clock-stopped': [...livesTo['awaiting-schedule'], tell('clock-stopped', { day: 8 })],
  'clock-resumed': [
    ...livesTo['awaiting-schedule'],
    tell('clock-stopped', { day: 8 }),
    tell('clock-resumed', { day: 9 }),
  ],
  'clock-extended': [...livesTo['awaiting-schedule'], tell('clock-extended', { day: 8 })],
  'dates-moved': [
    ...livesTo['awaiting-test-booking'],
    tell('calendar-adopted', {
      day: 1,
      data: {
        moved: [{ term: 'turn', before: '2026-09-01T19:00:00.000Z', after: '2026-08-31T19:00:00.000Z' }],
      },
    }),
  ],
  'interview-appointed': livesTo['awaiting-interview'],
  'interview-cancelled': [...livesTo['awaiting-interview'], tell('interview-change-requested', { day: 9 })],
  'refusal-proposed': [...livesTo['awaiting-proposal'], proposed('refuse')],
  'hearing-cancelled': [...toldUnder('2026-11-24'), returned],
  decision: livesTo.refused,
  lapsed: livesTo.lapsed,
  withdrawn: livesTo.withdrawn,
  'deemed-refusal': [...livesTo['awaiting-schedule'], tell('deemed-refused', { day: 36 })],
  'complaint-registered': complained,
  'complaint-forwarded': [...complained, tell('complaint-forwarded', { day: 26 })],
  'complaint-decided': [...complained, tell('complaint-decided', { day: 27 })],
  'decision-set-aside': [
    ...complained,
    tell('complaint-decided', { day: 27, data: { outcome: 'satisfied' } }),
    tell('decision-set-aside', { day: 27, data: { returnTo: 'verification', keepsInterview: true } }),
  ],
  annulled: livesTo.annulled,
  'expiry-reminder': [...livesTo.granted, tell('expiry-reminded', { day: 350 })],
  expired: livesTo.expired,
  'permit-filed': permitLives['checking-completeness'],
  'permit-granted': permitLives.granted,
  'permit-ends': [...underNewest(permitLives.granted), tell('expiry-reminded', { day: 350 })],
  'permit-changed': [...permitLives.granted, tell('change-reported', { day: 40 })],
  'change-claimed': [...permitLives.granted, tell('change-claimed', { day: 40 })],
  'change-dismissed': [
    ...permitLives.granted,
    tell('change-claimed', { day: 40 }),
    tell('change-decided', { day: 41 }),
  ],
  'decision-reopened': reopened,
};
const samples = (Object.keys(lives) as NoticeKind[]).map(
  (kind) => [kind, noticesOf(lives[kind]).at(-1)!] as const,
);
const granted = noticesOf(livesTo.granted).at(-1)!;

/** Where a value lies within the facts, and another one that could stand there. */
type Leaf = [path: (string | number)[], value: unknown];
function leavesOf(value: unknown, path: (string | number)[] = []): Leaf[] {
  if (value === null || typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}
const others: Record<string, string> = {
  A1: 'B1',
  B1: 'A1',
  abai: 'akmola',
  'abai-office': 'akmola-office',
  test: 'certificate',
  certificate: 'test',
  reading: 'listening',
  listening: 'reading',
  passport: 'photo',
  work: 'ties',
  ties: 'work',
  expired: 'not-genuine',
  'expert-opinion': 'foreign-inquiry',
  continue: 'anew',
  applicant: 'panel',
  refuse: 'annul',
  decision: 'rule',
  'false-data': 'national-security',
  'art. 49 (1) 10)': 'art. 50 (1) 10)',
  'language-test': 'form',
  refusal: 'lapse',
  rejected: 'satisfied',
  renewal: 'issue',
  'eaeu-work': 'study',
  'before-the-end': 'ten-days-after',
  purpose: 'passport',
  'contract-ended': 'died',
  ends: 'none',
  returned: 'answer',
  turn: 'service',
  stands: 'falls',
  'art. 28': 'art. 29',
};
function otherThan(value: unknown, path: (string | number)[], kind: NoticeKind): unknown {
  if (path.at(-1) === 'returnTo') return 'form';
  if (path.at(-1) === 'by')
    return value === 'decision' ? (kind === 'decision' ? 'rule' : 'silence') : 'decision';
  if (typeof value === 'number') return value + 1;
  if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return '2031-03-09';
  if (/^\d\d:\d\d$/.test(String(value))) return '23:45';
  if (String(value).startsWith('KZ-TRP')) return 'KZ-TRP-2031-000009';
  if (String(value).startsWith('KZ-PR')) return 'KZ-PR-2031-000009';
  return others[String(value)];
}
function changed(notice: Notice, path: (string | number)[], value: unknown): Notice {
  const copy = structuredClone(notice);
  const last = path.at(-1)!;
  const within = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (object, key) => object[key] as Record<string | number, unknown>,
      copy.facts as unknown as Record<string, unknown>,
    );
  within[last] = value;
  return copy;
}
const whole = (notice: Notice, language: (typeof languages)[number]) => {
  const { subject, lines } = noticeText(notice, language);
  return [subject, ...lines].join('\n');
};

describe('a notice', () => {
  test.each(samples)('about %s comes from the event that it is about', (kind, notice) => {
    expect(notice.kind).toBe(kind);
    expect(notice.seq).toBe(foldEvents(caseId, story(lives[kind]))?.seq);
  });

  test.each([...samples, ['decision (granted)', granted] as const])(
    '%s says every fact in all three languages',
    (...[, notice]) => {
      for (const [path, value] of leavesOf(notice.facts)) {
        if (path.length === 1 && path[0] === 'outcome' && notice.kind === 'decision') continue;
        const other = value === null ? '2031-03-09' : otherThan(value, path, notice.kind);
        expect([path, other]).not.toEqual([path, undefined]);
        const altered = changed(notice, path, other);
        for (const language of languages)
          expect([language, path, whole(altered, language)]).not.toEqual([
            language,
            path,
            whole(notice, language),
          ]);
      }
    },
  );

  test.each(samples)('%s names its case and its day, in three different texts', (...[, notice]) => {
    const texts = languages.map((language) => whole(notice, language));
    for (const text of texts) {
      expect(text).toContain(caseId);
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
    }
    expect(new Set(texts).size).toBe(3);
  });

  test.each(samples)('%s names nobody', (...[, notice]) => {
    const said = JSON.stringify(notice.facts) + languages.map((language) => whole(notice, language)).join();
    for (const name of [applicant.id, 'person-1', 'bolat', 'kairat', 'text-1', ...panel]) {
      expect(said).not.toContain(name);
    }
  });
});

test.each([
  ['clock-extended', '2026-05-15T19:00:00.000Z'],
  ['lapsed', '2026-08-06T19:00:00.000Z'],
  ['decision', null],
] as const)('%s is to be told within the term of the law, if there is one', (kind, dueBy) => {
  expect(noticesOf(lives[kind]).at(-1)?.dueBy).toBe(dueBy);
});

test.each(['refusal-proposed', 'decision', 'lapsed', 'annulled', 'deemed-refusal'] as const)(
  '%s says how long one may answer it, from receipt',
  (kind) => {
    const text = whole(noticesOf(lives[kind]).at(-1)!, 'en');
    expect(text).toMatch(/within \d (working days|months) of receiving this notice/);
  },
);

test('a calendar that moved only what the office keeps for itself is not told', () => {
  const [before, after] = ['2026-09-01T19:00:00.000Z', '2026-08-31T19:00:00.000Z'];
  const ofOffice = (['verification', 'oral-hearing', 'annulment', 'complaint-forwarding'] as const).map(
    (term) => ({ term, before, after }),
  );
  const adopted = (moved?: typeof ofOffice) =>
    noticesOf([
      ...livesTo['awaiting-test-booking'],
      tell('calendar-adopted', { day: 1, data: { ...(moved && { moved }) } }),
    ]).map(({ kind }) => kind);
  expect(adopted(ofOffice)).toEqual(['application-registered']);
  expect(adopted()).toEqual(['application-registered']);
});

test('a permit whose papers are not all there is told what to bring, in one list and until when', () => {
  expect(noticesOf(permitLives['awaiting-documents']).at(-1)).toMatchObject({
    kind: 'documents-requested',
    facts: { kinds: ['photo'], provideBy: '2026-05-14' },
  });
});

test('a permit is told to be the applicant’s alone, in every language', () => {
  const texts = languages.map((language) => whole(noticesOf(permitLives.granted).at(-1)!, language));
  expect(texts.map((text) => /alone|только вам|тек сізге/.test(text))).toEqual([true, true, true]);
});

test('a permit that never begins is told so once, and not as one that was valid and has expired', () => {
  const data = { effect: 'never-begins', on: '2026-05-05', validUntil: '2026-05-05' } as const;
  const ended = tell('certificate-expired', { day: 40, data: { validUntil: '2026-05-05' } });
  const told = noticesOf([...permitLives.granted, tell('change-reported', { day: 40, data }), ended]);
  expect(told.at(-1)).toMatchObject({ kind: 'permit-changed', facts: { effect: 'never-begins' } });
  expect(whole(told.at(-1)!, 'en')).toContain('never valid');
});

describe('what notices told less of at first', () => {
  const newest = '2026-11-25';
  const under = (policyVersion: string, [, ...rest]: readonly Told[]) => [
    tell('application-opened', { data: { policyVersion } }),
    ...rest,
  ];
  const factsOf = (told: readonly Told[]) => noticesOf(told).at(-1)?.facts;

  test('until when somebody books who is barred now', () => {
    const barred = failed({ bannedItems: true, barredUntil: onDay(33) });
    const life = [...livesTo['awaiting-test-result'], barred];
    expect(factsOf(under('2026-11-24', life))).toMatchObject({ attemptsLeft: 2, bookBy: null });
    expect(factsOf(under(newest, life))).toMatchObject({
      attemptsLeft: 2,
      bookBy: expect.stringMatching(/^2026-/),
    });
  });

  test('until when papers are wanted that were asked for while a later stamp was heard', () => {
    const asked = tell('documents-requested', { effectiveAt: onDay(7, '04:59:00.000') });
    const life = [...livesTo['awaiting-judgement'], asked];
    expect(factsOf(under('2026-11-24', life))).toMatchObject({ provideBy: null });
    expect(factsOf(under(newest, life))).toMatchObject({ provideBy: expect.stringMatching(/^2026-/) });
  });

  test('that a permit does not hold any more when its decision is looked at again', () => {
    const again = reopened.slice(permitLives.granted.length);
    expect(factsOf([...permitLives.granted, ...again])).not.toHaveProperty('number');
    expect(factsOf(reopened)).toMatchObject({ number: expect.stringMatching(/^KZ-TRP-/) });
    const refused = factsOf([...underNewest(permitLives.refused), ...again]);
    expect(refused).not.toHaveProperty('number');
  });

  test('until when a permit is renewed, and that one for a lost ground is not', () => {
    const reminded = tell('expiry-reminded', { day: 350 });
    expect(noticesOf([...permitLives.granted, reminded]).at(-1)?.kind).toBe('expiry-reminder');
    const { validUntil, renewBy } = factsOf([...underNewest(permitLives.granted), reminded]) as {
      validUntil: string;
      renewBy: string;
    };
    expect(dayNumberOf(renewBy) - dayNumberOf(validUntil)).toBe(10);
    const lost = underNewest(permitLives.granted, 'ground-lost');
    expect(factsOf([...lost, reminded])).toMatchObject({ renewBy: null });
  });
});

describe('an interview that falls with an answer', () => {
  const contradicted = (data: { appointmentFalls?: true }) => tell('answer-contradicted', { day: 9, data });
  const last = (event: Told) => noticesOf([...livesTo['awaiting-interview'], event]).at(-1)!;

  test('is told to the applicant, with when and where it would have been and why', () => {
    const appointed = noticesOf(livesTo['awaiting-interview']).at(-1)!;
    const notice = last(contradicted({ appointmentFalls: true }));
    expect(notice).toMatchObject({
      kind: 'interview-cancelled',
      facts: { ...(appointed.facts as object), because: 'answer' },
    });
    expect(
      languages.map((language) => /another answer|другой ответ|басқа жауап/.test(whole(notice, language))),
    ).toEqual([true, true, true]);
  });

  test('is not told of where it stands, as it did in cases filed before', () => {
    expect(last(contradicted({})).kind).toBe('interview-appointed');
  });
});

describe('a hearing that falls away', () => {
  const contradicted = tell('answer-contradicted', { day: 17 });
  const last = (told: readonly Told[]) => noticesOf(told).at(-1);

  test.each([
    ['because the proposal was returned', returned, 'returned'],
    ['because an answer has changed', contradicted, 'answer'],
  ])('%s is told to who was told of it', (_, event, because) => {
    expect(last([...toldUnder('2026-11-24'), event])).toMatchObject({
      kind: 'hearing-cancelled',
      facts: { outcome: 'refuse', because },
    });
  });

  test('after it was closed is told as well, since what was announced is not decided', () => {
    const closed = [...toldUnder('2026-11-24'), tell('hearing-closed', { day: 21 })];
    expect(last([...closed, tell('decision-returned', { day: 22 })])?.kind).toBe('hearing-cancelled');
  });

  test('about an annulment says that the certificate stands', () => {
    const [opening, ...rest] = livesTo.granted;
    const data = { policyVersion: '2026-11-24' };
    const told = [{ ...opening!, ...tell('application-opened', { data }) }, ...rest, proposed('annul')];
    const notice = last([...told, tell('decision-returned', { day: 31 })])!;
    expect(notice).toMatchObject({ kind: 'hearing-cancelled', facts: { outcome: 'annul' } });
    expect(whole(notice, 'en')).toContain('what you were granted stands');
  });

  test.each([
    ['was never announced', [...livesTo['awaiting-approval'], returned]],
    ['fell under a policy that told nobody', [...toldUnder('2026-11-23'), returned]],
  ])('and %s is not told', (_, told) => {
    expect(last(told)?.kind).not.toBe('hearing-cancelled');
  });
});

test('a proposal to reopen, and one that is left, are not told', () => {
  const left = [...reopened.slice(0, -1), tell('reopening-decided', { day: 42, data: { outcome: 'leave' } })];
  expect(noticesOf(left).at(-1)?.kind).toBe('permit-granted');
});

test('nothing favourable is announced before it is decided, and what is only internal is not told', () => {
  const kinds = noticesOf(livesTo['awaiting-approval']).map(({ kind }) => kind);
  expect(kinds).toEqual(['application-registered', 'form-open', 'interview-appointed']);
});
