/** What beyond status and role must hold: one row for each condition that an act can miss. */
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../domain/actor';
import type { ActData } from '../../domain/acts';
import { permanentChecks as checks, type Check } from '../../domain/agencies';
import type { CaseFile, CheckFile } from '../../domain/case-file';
import {
  agencyBehind,
  documentKinds,
  type DocumentKind,
  type FindingResult,
  type Judgement,
} from '../../domain/events';
import type { ProblemCode } from '../../domain/problems';
import { updateVerbs, type UpdateVerb } from '../../domain/verbs';
import { guards } from '../../policy/guards';
import { mayGrant } from '../../policy/guards/decision';
import { whyNot } from '../../policy/moves';
import { policies, policyOf } from '../../policy/policies';
import {
  aCaseFile,
  aPermitFile,
  after,
  applicant,
  caseworker,
  onDay,
  operator,
  supervisor,
  tell,
  textRef,
} from '../support/case-files';

function answerTo<V extends UpdateVerb>(
  verb: V,
  file: CaseFile,
  { data, ...by }: { data: ActData[V]; actor?: Actor },
) {
  return whyNot(verb, file, { actor: caseworker, effectiveAt: onDay(9), ...by, data });
}

test('every verb of a running case has a guard', () => {
  expect(Object.keys(guards).sort()).toEqual([...updateVerbs].sort());
});

describe('status and role', () => {
  test('are asked before anything else', () => {
    const file = aCaseFile({ status: 'awaiting-approval' });
    const proposer: Actor = { id: caseworker.id, role: 'supervisor' };
    expect(answerTo('approveDecision', file, { data: { version: 1 }, actor: caseworker })).toBe(
      'not-permitted',
    );
    expect(
      answerTo('proposeDecision', file, { data: { outcome: 'refuse', reasons: [], text: textRef } }),
    ).toBe('act-out-of-order');
    expect(answerTo('approveDecision', file, { data: { version: 1 }, actor: proposer })).toBe('four-eyes');
  });
});

describe('submitting the form', () => {
  const file = aCaseFile({ status: 'awaiting-form' });
  const form = { version: 1, sha256: 'd'.repeat(64) };
  const documents = [{ documentId: 'document-1', kind: 'passport' as const, sha256: 'e'.repeat(64) }];

  test.each<[string, ActData['submitForm'], ProblemCode | undefined]>([
    ['with its document', { ...form, documents }, undefined],
    ['without any', { ...form, documents: [] }, 'document-missing'],
  ])('%s', (_, data, code) => {
    expect(answerTo('submitForm', file, { data, actor: applicant })).toBe(code);
  });
});

describe('a finding', () => {
  const silent = after(
    'awaiting-judgement',
    tell('agency-asked-again', { day: 8 }),
    tell('check-unanswered', { day: 28 }),
  );
  const judged = after(
    'verification',
    tell('check-answered', { day: 6, data: { result: 'adverse' } }),
    tell('finding-judged', { day: 6 }),
  );

  test.each<[string, CaseFile, Check, ProblemCode | undefined]>([
    ['that is unclear can be judged', aCaseFile({ status: 'awaiting-judgement' }), 'berkut', undefined],
    ['that is silence can be judged', silent, 'berkut', undefined],
    [
      'that is clear needs no judgement',
      aCaseFile({ status: 'awaiting-judgement' }),
      'iin-registry',
      'nothing-to-judge',
    ],
    ['that has not come is not there to be judged', aCaseFile(), 'berkut', 'nothing-to-judge'],
    ['that was judged is not judged again', judged, 'berkut', 'nothing-to-judge'],
  ])('%s, nor asked for again without cause', (...[, file, check, code]) => {
    const data = { check, reason: textRef };
    expect(answerTo('judgeFinding', file, { data: { ...data, judgement: 'clear' } })).toBe(code);
    expect(answerTo('askAgencyAgain', file, { data })).toBe(code);
  });
});

describe('an interview', () => {
  const three = ['aizhan', 'dauren', 'gulnara'];

  test('is never held by somebody who stepped back from this case, however often it is called anew', () => {
    const steppedBack = after(
      'awaiting-interview',
      tell('panel-member-recused', { data: { member: 'dauren' } }),
      tell('interview-change-requested'),
    );
    const call = (file: CaseFile, members: string[]) =>
      whyNot('scheduleInterview', file, {
        actor: caseworker,
        effectiveAt: onDay(16),
        data: { at: onDay(26), place: 'abai-office', panel: members },
      });
    expect(steppedBack).toMatchObject({ interview: null, steppedBack: ['dauren'] });
    expect(call(steppedBack, three)).toBe('stepped-back');
    expect(call(steppedBack, ['aizhan', 'marat', 'gulnara'])).toBeUndefined();
    expect(call(after('awaiting-interview', tell('interview-change-requested')), three)).toBeUndefined();
  });

  /** Called on Tuesday, 5 May 2026; 7, 9 and 10 May are off, 11 May for the 9th: notice ends with 12 May. */
  const called = (at: string, members: string[]) =>
    whyNot('scheduleInterview', aCaseFile({ status: 'awaiting-schedule' }), {
      actor: caseworker,
      effectiveAt: onDay(1),
      data: { at, place: 'abai-office', panel: members },
    });

  test.each<[string, string, ProblemCode | undefined]>([
    ['when the notice is over, across a holiday and a weekend', onDay(8, '19:00:00.000'), undefined],
    ['a moment before', onDay(8, '18:59:59.999'), 'notice-too-short'],
    ['a moment after the act', '2026-05-05T05:00:00.001Z', 'notice-too-short'],
    ['at the very moment of the act', onDay(1), 'appointment-in-the-past'],
    ['a year before', '2025-12-13T05:00:00.000Z', 'appointment-in-the-past'],
  ])('%s', (_, at, code) => {
    expect(called(at, three)).toBe(code);
  });

  test.each<[string, string[], ProblemCode | undefined]>([
    ['three members', three, undefined],
    ['more than three', [...three, 'nurlan', 'olzhas'], undefined],
    ['two members', three.slice(1), 'panel-incomplete'],
    ['nobody', [], 'panel-incomplete'],
    ['one person twice', ['aizhan', 'aizhan', 'dauren'], 'panel-incomplete'],
    ['the applicant himself', ['aizhan', 'dauren', applicant.id], 'panel-incomplete'],
  ])('before %s', (_, members, code) => {
    expect(called(onDay(20), members)).toBe(code);
  });

  test('is moved at the applicant’s wish twice, before it begins', () => {
    const file = aCaseFile({ status: 'awaiting-interview' });
    const asked = (interviewChanges: number, effectiveAt: string) =>
      whyNot(
        'requestInterviewChange',
        { ...file, interviewChanges },
        { actor: applicant, effectiveAt, data: { reason: textRef } },
      );
    expect([0, 1, 2].map((times) => asked(times, onDay(9)))).toEqual([
      undefined,
      undefined,
      'too-many-changes',
    ]);
    expect(asked(0, onDay(15, '04:59:59.999'))).toBeUndefined();
    expect(asked(0, onDay(15))).toBe('appointment-in-the-past');
  });

  test.each<[string, string, ProblemCode | undefined]>([
    ['a member', 'dauren', undefined],
    ['one who has stepped back already', 'aizhan', 'not-on-panel'],
    ['somebody else', 'nurlan', 'not-on-panel'],
  ])('is left by %s', (_, id, code) => {
    const file = after('awaiting-interview', tell('panel-member-recused', { day: 9 }));
    const actor: Actor = { id, role: 'caseworker' };
    expect(answerTo('recuseFromInterview', file, { data: { reason: textRef }, actor })).toBe(code);
  });

  test('is neither confirmed nor left once its hour has come', () => {
    const file = aCaseFile({ status: 'awaiting-interview' });
    const member: Actor = { id: 'dauren', role: 'caseworker' };
    const confirm = (effectiveAt: string) =>
      whyNot('confirmInterview', file, { actor: applicant, effectiveAt, data: {} });
    const leave = (effectiveAt: string) =>
      whyNot('recuseFromInterview', file, { actor: member, effectiveAt, data: { reason: textRef } });
    const before = onDay(15, '04:59:59.999');
    expect([confirm(before), leave(before)]).toEqual([undefined, undefined]);
    expect([confirm(onDay(15)), leave(onDay(15))]).toEqual([
      'appointment-in-the-past',
      'appointment-in-the-past',
    ]);
  });

  test('is called once more for who shows why he did not come, after the last time too', () => {
    const absent = (day: number, final: boolean) =>
      tell('interview-recorded', { day, data: { outcome: 'no-show', final, questions: [], votes: [] } });
    const again = tell('interview-scheduled', { day: 16, data: { at: onDay(22) } });
    const file = after('awaiting-interview', absent(15, false), again, absent(22, true));
    const call = (known: CaseFile) =>
      whyNot('scheduleInterview', known, {
        actor: caseworker,
        effectiveAt: onDay(23),
        data: { at: onDay(40), place: 'abai-office', panel: ['p-1', 'p-2', 'p-3'] },
      });
    expect(file.status).toBe('awaiting-proposal');
    expect(call(file)).toBeUndefined();
    expect(call(aCaseFile({ status: 'awaiting-proposal' }))).toBe('act-out-of-order');
  });
});

describe('a grant', () => {
  const ready = aCaseFile({ status: 'awaiting-proposal' });
  const grant: ActData['proposeDecision'] = { outcome: 'grant', reasons: [], text: textRef };

  function withCheck(check: Check, change: Partial<CheckFile>): CaseFile {
    return { ...ready, checks: { ...ready.checks!, [check]: { ...ready.checks![check], ...change } } };
  }

  const blocked: [string, CaseFile][] = [
    ['the score was not passed', { ...ready, score: { ...ready.score!, passed: false } }],
    ['there is no score', { ...ready, score: null }],
    ['there was no verification', { ...ready, checks: null }],
    ['the interview was failed', { ...ready, interview: { ...ready.interview!, outcome: 'failed' } }],
    ['nobody came to the interview', { ...ready, interview: { ...ready.interview!, outcome: 'no-show' } }],
    ['the interview has no outcome', { ...ready, interview: { ...ready.interview!, outcome: null } }],
    ['there was no interview', { ...ready, interview: null }],
    ...checks.flatMap((check): [string, CaseFile][] => [
      [`${check} is open`, withCheck(check, { result: null })],
      [`${check} is unclear and nobody judged it`, withCheck(check, { result: 'unclear' })],
      [`${check} is adverse and nobody judged it`, withCheck(check, { result: 'adverse' })],
      [`${check} is silent and nobody judged it`, withCheck(check, { result: 'no-answer' })],
      [`${check} was judged adverse`, withCheck(check, { result: 'unclear', judgement: 'adverse' })],
    ]),
  ];

  test('can be proposed when nothing stands against it', () => {
    expect(answerTo('proposeDecision', ready, { data: grant })).toBeUndefined();
  });

  test.each(blocked)('cannot be proposed when %s', (_, file) => {
    expect(mayGrant(file)).toBe(false);
    expect(answerTo('proposeDecision', file, { data: grant })).toBe('grant-blocked');
  });

  test.each<[FindingResult, Judgement]>([
    ['unclear', 'clear'],
    ['adverse', 'clear'],
    ['no-answer', 'clear'],
  ])('can be proposed when a finding %s was judged %s', (result, judgement) => {
    expect(
      answerTo('proposeDecision', withCheck('berkut', { result, judgement }), { data: grant }),
    ).toBeUndefined();
  });
});

describe('a refusal', () => {
  const file = { ...aCaseFile({ status: 'awaiting-proposal' }), interview: null };
  const reason = { ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'form' };

  test('needs a reason', () => {
    const data: ActData['proposeDecision'] = { outcome: 'refuse', reasons: [], text: textRef };
    expect(answerTo('proposeDecision', file, { data })).toBe('reasons-missing');
  });

  test('with a reason can be proposed, whatever is missing for a grant', () => {
    const data: ActData['proposeDecision'] = { outcome: 'refuse', reasons: [reason], text: textRef };
    expect(answerTo('proposeDecision', file, { data })).toBeUndefined();
  });
});

describe('a proposal', () => {
  const file = aCaseFile({ status: 'awaiting-approval' });
  const version = file.proposal!.version;
  const proposer: Actor = { id: caseworker.id, role: 'supervisor' };
  const again = after(
    'awaiting-approval',
    tell('decision-returned', { day: 12 }),
    tell('decision-proposed', { day: 13 }),
  );

  test.each<[string, CaseFile, Actor, number, ProblemCode | undefined]>([
    ['is approved by a second person who saw it', file, supervisor, version, undefined],
    ['is not approved by the person who made it', file, proposer, version, 'four-eyes'],
    ['is not approved in a version before this one', file, supervisor, version - 1, 'stale-version'],
    ['is not approved in a version after this one', file, supervisor, version + 1, 'stale-version'],
    [
      'made again is not approved in the version that was returned',
      again,
      supervisor,
      version,
      'stale-version',
    ],
    ['made again is approved in its own version', again, supervisor, version + 2, undefined],
  ])('%s', (...[, proposed, actor, seen, code]) => {
    expect(answerTo('approveDecision', proposed, { data: { version: seen }, actor })).toBe(code);
  });

  test.each<[string, Actor, number, ProblemCode | undefined]>([
    ['in the version that was seen', supervisor, version, undefined],
    ['in another version', supervisor, version - 1, 'stale-version'],
    ['not by the person who made it', proposer, version, 'four-eyes'],
  ])('is returned %s', (_, actor, seen, code) => {
    const data = { version: seen, reason: textRef };
    expect(answerTo('returnDecision', file, { data, actor })).toBe(code);
  });

  const refusal = tell('decision-proposed', { day: 9, data: { outcome: 'refuse', hearing: true } });
  const judged = after('awaiting-judgement', tell('finding-judged', { day: 8 }), refusal);
  const annulling = after(
    'granted',
    tell('decision-proposed', { day: 30, data: { outcome: 'annul', hearing: true } }),
  );

  test.each<[string, CaseFile, Check[], ProblemCode | undefined]>([
    ['a finding that was judged', judged, ['berkut'], undefined],
    ['one that needed no judgement', judged, ['berkut', 'bank'], 'finding-not-judged'],
    ['one that the case never asked', judged, ['kinship-register'], 'finding-not-judged'],
    ['a finding of what was granted', annulling, ['berkut'], 'nothing-to-judge'],
  ])('is returned to have judged anew %s', (_, proposed, judgeAnew, code) => {
    const data = { version: proposed.proposal!.version, reason: textRef, judgeAnew };
    expect(answerTo('returnDecision', proposed, { data, actor: supervisor })).toBe(code);
  });
});

describe('the outcome of an interview', () => {
  const file = aCaseFile({ status: 'awaiting-interview' });
  const question = { question: 'ties', points: 5, max: 5, remark: textRef };
  const vote = (member: string) => ({ member, vote: 'for' as const });
  const whole: ActData['recordInterview'] = {
    attended: true,
    questions: [question],
    votes: ['aizhan', 'dauren', 'gulnara'].map(vote),
    remarks: textRef,
  };
  const record = (data: Partial<ActData['recordInterview']>, held = file, effectiveAt = onDay(15)) =>
    whyNot('recordInterview', held, { actor: caseworker, effectiveAt, data: { ...whole, ...data } });

  test.each([
    ['before it was to begin', -1, 'interview-not-held-yet'],
    ['at its very beginning', 0, undefined],
    ['after it', 3_600_000, undefined],
  ])('is recorded %s', (_, laterMs, code) => {
    expect(record({}, file, new Date(Date.parse(onDay(15)) + laterMs).toISOString())).toBe(code);
  });

  test.each<[string, Partial<ActData['recordInterview']>, ProblemCode | undefined]>([
    ['the votes of a quorum', { votes: [vote('aizhan'), vote('gulnara')] }, undefined],
    ['one vote', { votes: [vote('aizhan')] }, 'quorum-missing'],
    ['a vote from outside the panel', { votes: [vote('aizhan'), vote('nurlan')] }, 'not-on-panel'],
    ['two votes of one member', { votes: [vote('aizhan'), vote('aizhan')] }, 'not-on-panel'],
    ['no question', { questions: [] }, 'questions-missing'],
    ['more points than there are', { questions: [{ ...question, points: 6 }] }, 'questions-missing'],
    ['nobody there, and nothing more', { attended: false, questions: [], votes: [] }, undefined],
    ['nobody there, and votes', { attended: false, questions: [] }, 'nobody-attended'],
    ['nobody there, and questions', { attended: false, votes: [] }, 'nobody-attended'],
  ])('with %s', (_, data, code) => {
    expect(record(data)).toBe(code);
  });

  test('is not voted on by a member who stepped back', () => {
    const recused = after('awaiting-interview', tell('panel-member-recused', { day: 9 }));
    expect(record({}, recused)).toBe('not-on-panel');
    expect(record({ votes: [vote('dauren'), vote('gulnara')] }, recused)).toBeUndefined();
  });
});

describe('a ground of refusal', () => {
  const file = aCaseFile({ status: 'awaiting-proposal' });
  const failed = { ...file, interview: { ...file.interview!, outcome: 'failed' as const } };
  const refusing = (ground: string) => ({
    outcome: 'refuse' as const,
    reasons: [{ ground, article: 'art.', evidence: 'interview' }],
    text: textRef,
  });

  test.each<[string, CaseFile, string | undefined]>([
    ['language-test-failed', file, 'ground-not-shown'],
    ['score-below-threshold', file, 'ground-not-shown'],
    ['interview-failed', file, 'ground-not-shown'],
    ['interview-failed', failed, undefined],
    ['repeated-breaches', file, undefined],
  ])('%s', (ground, seen, code) => {
    expect(answerTo('proposeDecision', seen, { data: refusing(ground) })).toBe(code);
  });
});

describe('acts without a further condition', () => {
  test.each<[UpdateVerb, CaseFile, Actor, object]>([
    ['bookLanguageTest', aCaseFile({ status: 'awaiting-test-booking' }), applicant, {}],
    ['withdrawApplication', aCaseFile(), applicant, { reason: null }],
    ['assignCase', aCaseFile(), caseworker, { assignee: 'dana' }],
  ])('%s', (...[verb, file, actor, data]) => {
    expect(answerTo(verb, file, { data: data as ActData[UpdateVerb], actor })).toBeUndefined();
  });
});

describe('a sitting after a ban', () => {
  const file = { ...aCaseFile({ status: 'awaiting-test-booking' }), barredUntil: onDay(33, '19:00:00.000') };
  const book = (effectiveAt: string) =>
    whyNot('bookLanguageTest', file, { actor: applicant, effectiveAt, data: {} });

  test('is booked from the very instant at which the ban is over', () => {
    expect(book(onDay(33, '18:59:59.999'))).toBe('retake-barred');
    expect(book(onDay(33, '19:00:00.000'))).toBeUndefined();
  });

  test('is not needed by who has a certificate', () => {
    const data = { certificateId: 'certificate-1', sha256: 'f'.repeat(64) };
    expect(answerTo('presentCertificate', file, { data, actor: applicant })).toBeUndefined();
  });
});

describe('documents that are handed in', () => {
  const file = {
    ...aCaseFile({ status: 'awaiting-documents' }),
    documentsRequested: documentKinds.slice(0, 2),
  };
  const hand = (...kinds: DocumentKind[]) =>
    answerTo('provideDocuments', file, {
      actor: applicant,
      data: { documents: kinds.map((kind) => ({ documentId: kind, kind, sha256: 'e'.repeat(64) })) },
    });

  test('are all that were asked for, and may be more', () => {
    expect(hand(...documentKinds.slice(0, 2))).toBeUndefined();
    expect(hand(...documentKinds)).toBeUndefined();
    expect(hand(...documentKinds.slice(0, 1))).toBe('document-missing');
    expect(hand()).toBe('document-missing');
  });
});

describe('a document', () => {
  const judge = (file: CaseFile, documentId: string) =>
    answerTo('judgeDocuments', file, {
      data: { findings: [{ documentId, judgement: 'adverse' }], reason: textRef },
    });
  const vouched = documentKinds.find((kind) => agencyBehind[kind] !== undefined);

  test('is judged once, by its id', () => {
    expect(judge(aCaseFile(), 'document-1')).toBeUndefined();
    expect(judge(aCaseFile(), 'document-9')).toBe('nothing-to-judge');
    expect(judge(after('verification', tell('documents-judged', { day: 6 })), 'document-1')).toBe(
      'nothing-to-judge',
    );
  });

  test('that an agency vouches for is not judged by a person', () => {
    if (vouched === undefined) return;
    const documents = [{ ...aCaseFile().documents[0]!, kind: vouched }];
    expect(judge({ ...aCaseFile(), documents }, 'document-1')).toBe('nothing-to-judge');
  });
});

describe('a hard gate', () => {
  const judging = (judgement: Judgement) => ({ check: 'berkut' as const, judgement, reason: textRef });

  test.each(policies.map(({ version }) => version))(
    'in policy %s is no person’s to open',
    (policyVersion) => {
      for (const check of policyOf(policyVersion).hardGates.value) {
        const file = after('verification', tell('check-unanswered', { day: 25, data: { check } }));
        const said = (judgement: Judgement) =>
          answerTo('judgeFinding', { ...file, policyVersion }, { data: { ...judging(judgement), check } });
        expect([said('clear'), said('adverse')]).toEqual(['agreement-missing', undefined]);
        const found = { ...file.checks!, [check]: { ...file.checks![check], judgement: 'clear' as const } };
        expect(
          mayGrant({ ...aCaseFile({ status: 'awaiting-proposal' }), policyVersion, checks: found }),
        ).toBe(false);
      }
    },
  );
});

describe('an objection', () => {
  /** The two working days after a notice of Friday, 20 March 2026: 21 to 25 March are weekend and Nauryz. */
  const nauryz = {
    ...aCaseFile({ status: 'awaiting-hearing' }),
    hearing: { notifiedAt: '2026-03-20T05:00:00.000Z', objection: null, heldAt: null, closed: false },
  };
  const object = (file: CaseFile, effectiveAt: string) =>
    whyNot('objectToRefusal', file, {
      actor: applicant,
      effectiveAt,
      data: { kind: 'objection', text: textRef },
    });

  test('comes within two working days of receipt, across Nauryz', () => {
    expect(object(nauryz, '2026-03-27T18:59:59.999Z')).toBeUndefined();
    expect(object(nauryz, '2026-03-27T19:00:00.000Z')).toBe('objection-too-late');
  });

  test('comes too late on the third', () => {
    const file = aCaseFile({ status: 'awaiting-hearing' });
    expect(object(file, onDay(18, '18:59:59.999'))).toBeUndefined();
    expect(object(file, onDay(18, '19:00:00.000'))).toBe('objection-too-late');
  });
});

describe('an extension', () => {
  const file = aCaseFile({ status: 'awaiting-schedule' });
  const extend = (known: CaseFile, days: number, effectiveAt = onDay(20)) =>
    whyNot('extendClock', known, { actor: supervisor, effectiveAt, data: { days, text: textRef } });

  test('is of two months at most, from the end without any: 8 June to 8 August, a Saturday', () => {
    expect(extend(file, 59)).toBeUndefined();
    expect(extend(file, 60)).toBeUndefined();
    expect(extend(file, 61)).toBe('extension-too-long');
    expect(extend(file, 90)).toBe('extension-too-long');
  });

  test('counts everything that was granted before', () => {
    const before = after('awaiting-schedule', tell('clock-extended', { day: 10, data: { days: 40 } }));
    expect([extend(before, 19), extend(before, 21)]).toEqual([undefined, 'extension-too-long']);
  });

  test('is not of a clock that stands, nor of a term that is over', () => {
    expect(extend(after('awaiting-documents'), 5)).toBe('clock-stands');
    expect(extend(after('awaiting-schedule', tell('clock-stopped', { day: 10 })), 5)).toBe('clock-stands');
    expect(extend(file, 5, onDay(35, '18:59:59.999'))).toBeUndefined();
    expect(extend(file, 5, onDay(35, '19:00:00.000'))).toBe('term-over');
  });
});

describe('a stop of the clock', () => {
  const stop = (known: CaseFile, effectiveAt: string) =>
    whyNot('stopClock', known, {
      actor: caseworker,
      effectiveAt,
      data: { reason: 'preliminary-question', text: textRef },
    });

  test('may come as long as the term runs, and restarts none that is over', () => {
    const file = aCaseFile({ status: 'awaiting-schedule' });
    expect(stop(file, onDay(35, '18:59:59.999'))).toBeUndefined();
    expect(stop(file, onDay(35, '19:00:00.000'))).toBe('term-over');
  });

  test('restarts none whose silence was a refusal', () => {
    const silent = { ...aCaseFile({ status: 'awaiting-schedule' }), deemedRefusedAt: onDay(36) };
    expect(stop(silent, onDay(20))).toBe('term-over');
  });
});

test('documents are asked for by their names', () => {
  const ask = (kinds: ActData['requestDocuments']['kinds']) =>
    answerTo('requestDocuments', aCaseFile(), { data: { kinds, reason: textRef } });
  expect([ask([]), ask(['passport'])]).toEqual(['no-document-named', undefined]);
});

describe('a paper is asked for', () => {
  const ask = (file: CaseFile, ...kinds: DocumentKind[]) =>
    answerTo('requestDocuments', file, { data: { kinds, reason: textRef } });
  const permit = aPermitFile('awaiting-decision');

  test('where the table of the case names it: of permanent residence no paper of permits alone', () => {
    const file = aCaseFile();
    expect(ask(file, 'solvency-certificate', 'sector-petition')).toBeUndefined();
    expect(ask(file, 'passport', 'study-petition')).toBe('document-not-of-case');
  });

  test('of a permit only if its purpose has it: no bank is asked about one', () => {
    expect(permit.permit?.purpose).toBe('eaeu-work');
    expect(ask(permit, 'passport', 'employment-contract', 'owner-consent')).toBeUndefined();
    expect(ask(permit, 'solvency-certificate')).toBe('document-not-of-case');
    expect(ask(permit, 'passport', 'study-petition')).toBe('document-not-of-case');
  });
});

describe('a calendar', () => {
  const adopt = (present: string, calendar: string) =>
    answerTo('adoptCalendar', { ...aCaseFile(), calendar: present }, { data: { calendar }, actor: operator });

  test('is adopted when it became known later', () => {
    expect(adopt('kz-2026-01', 'kz-2026-03')).toBeUndefined();
    expect(adopt('kz-2026-03', 'kz-2026-03')).toBe('calendar-not-later');
    expect(adopt('kz-2026-03', 'kz-2026-01')).toBe('calendar-not-later');
    expect(adopt('kz-2026-01', 'kz-2030-01')).toBe('calendar-unknown');
  });

  /** 31 August 2026 is off by the calendar of January alone: a term that ends with it ends a day earlier by March's. */
  const adoptedAt = (file: CaseFile, effectiveAt: string) =>
    whyNot(
      'adoptCalendar',
      { ...file, calendar: 'kz-2026-01' },
      {
        actor: operator,
        data: { calendar: 'kz-2026-03' },
        effectiveAt,
      },
    );
  const inAugust = (file: CaseFile): CaseFile => ({ ...file, lastAt: '2026-08-01T05:00:00.000Z' });
  const onTheEve = '2026-08-31T18:59:59.999Z';
  const onTheDay = '2026-08-31T19:00:00.000Z';

  test('ends no turn of the applicant that still runs', () => {
    const file = inAugust(after('awaiting-form'));
    const turn = { ...file.clocks.turn!, startedAt: '2026-08-01T05:00:00.000Z' };
    const waiting = { ...file, clocks: { ...file.clocks, turn } };
    expect(adoptedAt(waiting, onTheEve)).toBeUndefined();
    expect(adoptedAt(waiting, onTheDay)).toBe('calendar-ends-a-term');
  });

  test('ends no term of the service that still runs, and makes no silence of the day before', () => {
    const file = inAugust(after('awaiting-schedule'));
    const service = { startedAt: '2026-08-01T05:00:00.000Z', endedAt: null, stops: [], extensions: [] };
    const running = { ...file, clocks: { ...file.clocks, service } };
    expect(adoptedAt(running, onTheEve)).toBeUndefined();
    expect(adoptedAt(running, onTheDay)).toBe('calendar-ends-a-term');
    expect(adoptedAt({ ...running, deemedRefusedAt: onTheEve }, onTheDay)).toBeUndefined();
  });

  test('ends no time for a complaint that somebody still has', () => {
    const decidedAt = '2026-05-31T05:00:00.000Z';
    const decided = inAugust({ ...after('refused'), statusSince: decidedAt, closedAt: decidedAt });
    expect(adoptedAt(decided, onTheEve)).toBeUndefined();
    expect(adoptedAt(decided, onTheDay)).toBe('calendar-ends-a-term');
  });
});

test('missing documents and adverse ones stand against a grant', () => {
  const ready = aCaseFile({ status: 'awaiting-proposal' });
  const adverse = ready.documents.map((document) => ({ ...document, judgement: 'adverse' as const }));
  expect(mayGrant(ready)).toBe(true);
  expect(mayGrant({ ...ready, documentsMissing: ['passport'] })).toBe(false);
  expect(mayGrant({ ...ready, documents: adverse })).toBe(false);
});
