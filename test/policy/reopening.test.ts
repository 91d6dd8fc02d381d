/** What a contradiction does to a decision that was taken: one proposal at a time, and nothing that people have looked at. */
import { describe, expect, test } from '@jest/globals';
import { applyEvent } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import { returnStages, type ReturnStage } from '../../domain/events';
import type { CheckNews } from '../../domain/news';
import { caseStatuses } from '../../domain/statuses';
import { eventsOfAct } from '../../policy/events-of-act';
import { eventsOfCheckNews } from '../../policy/events-of-news';
import { whyNotNow } from '../../policy/moves';
import {
  aCaseFile,
  after,
  anEvent,
  answeredClear,
  aPermitFile,
  caseId,
  onDay,
  tell,
  textRef,
  type Told,
} from '../support/case-files';
import { caseworker, supervisor } from '../support/usual-events';

const wanted: CheckNews = {
  cause: 'intake:8',
  effectiveAt: onDay(60),
  check: 'berkut',
  requestId: `${caseId}.berkut.1`,
  answer: { answerId: 'second', sha256: 'e'.repeat(64) },
  result: 'adverse',
  codes: ['wanted'],
};
const overstayed = { ...wanted, codes: ['overstay'] };
const elsewhere = { ...wanted, check: 'criminal-registry' as const };

const typesOf = (file: CaseFile, news = wanted) => eventsOfCheckNews(file, news).map(({ type }) => type);
const proposes = ['late-answer-kept', 'reopening-proposed'];
const joins = ['late-answer-kept', 'reopening-joined'];
const onlyKept = ['late-answer-kept'];

const ofBerkut = { check: 'berkut' as const, codes: ['wanted'], ask: 1 };
const proposed = tell('reopening-proposed', { day: 40, data: ofBerkut });
const settled = (outcome: 'reopen' | 'leave') => [
  tell('reopening-supported', { day: 41 }),
  tell('reopening-decided', { day: 42, data: { outcome } }),
];
const left = [proposed, ...settled('leave')];
const reopened = [proposed, ...settled('reopen')];
const judgedClear = tell('finding-judged', { day: 43, data: { check: 'berkut', judgement: 'clear' } });
const again = [tell('decision-approved', { day: 44, actor: caseworker }), tell('permit-issued', { day: 44 })];

describe('an answer that contradicts a decision', () => {
  test('proposes to reopen it, while it stands, and is kept', () => {
    const proposing = caseStatuses.filter((status) =>
      typesOf(aCaseFile({ status })).includes('reopening-proposed'),
    );
    expect(proposing).toEqual(['granting', 'granted', 'refused']);
    for (const status of ['granting', 'granted', 'refused'] as const) {
      expect(typesOf(aPermitFile(status))).toEqual(proposes);
      expect(typesOf({ ...aPermitFile(status), overAt: onDay(400) })).toEqual(onlyKept);
    }
  });

  test.each<[string, Told[]]>([
    ['proposed and heard', []],
    ['waits for its approval', [tell('hearing-closed', { day: 45 })]],
  ])('is not lost while an annulment is %s', (_, more) => {
    const annul = tell('decision-proposed', { day: 40, data: { outcome: 'annul', hearing: true } });
    expect(typesOf(after('granted', annul, ...more))).toEqual(proposes);
  });

  test('waits for the number of the permit before two people can look at it', () => {
    const { requestId, result, codes, answer } = wanted;
    const data = { check: 'berkut' as const, requestId, result, codes, answer };
    const early = tell('reopening-proposed', { day: 2, data });
    const support = (file: CaseFile) => whyNotNow('supportReopening', file, caseworker);
    expect(support(aPermitFile('granting', early))).toBe('act-out-of-order');
    expect(support(aPermitFile('granting', early, again[1]!))).toBeUndefined();
  });

  test.each<[string, CheckNews, string[]]>([
    ['by the same agency, and the same, says nothing new', wanted, onlyKept],
    ['by the same agency, and something else, joins it', overstayed, joins],
    ['by another agency joins it', elsewhere, joins],
  ])('while a proposal is open: %s', (_, news, types) => {
    expect(typesOf(aPermitFile('granted', proposed), news)).toEqual(types);
    expect(typesOf(aPermitFile('refused', proposed), news)).toEqual(types);
  });

  test('joins once', () => {
    const joined = tell('reopening-joined', { day: 41, data: { ...ofBerkut, check: 'criminal-registry' } });
    expect(typesOf(aPermitFile('granted', proposed, joined), elsewhere)).toEqual(onlyKept);
  });

  test.each<[string, CheckNews, string[]]>([
    ['what was looked at does not propose again', wanted, onlyKept],
    ['something else of the same agency does', overstayed, proposes],
    ['another agency does', elsewhere, proposes],
  ])('after the decision was left standing: %s', (_, news, types) => {
    expect(typesOf(aPermitFile('granted', ...left), news)).toEqual(types);
  });

  test('is not proposed again after something else was looked at in between', () => {
    const another = tell('reopening-proposed', { day: 50, data: { ...ofBerkut, codes: ['overstay'] } });
    const both = aPermitFile('granted', ...left, another, ...settled('leave'));
    expect(typesOf(both, wanted)).toEqual(onlyKept);
    expect(typesOf(both, overstayed)).toEqual(onlyKept);
    expect(typesOf(both, elsewhere)).toEqual(proposes);
  });

  test('proposes anew after the case was granted again, unless that is what was judged', () => {
    const granted = aPermitFile('granted', ...reopened, judgedClear, ...again);
    expect(granted.status).toBe('granted');
    expect(typesOf(granted, wanted)).toEqual(onlyKept);
    expect(typesOf(granted, overstayed)).toEqual(proposes);
    expect(typesOf(granted, elsewhere)).toEqual(proposes);
  });

  test('proposes anew where the agency took it back when it was asked again', () => {
    const askedAgain = tell('agency-asked-again', { day: 43, data: { check: 'berkut', ask: 2 } });
    const clearNow = [...reopened, askedAgain, answeredClear('berkut', 43), ...again];
    expect(typesOf(aPermitFile('granted', ...clearNow), wanted)).toEqual(proposes);
  });

  test('in somebody’s favour is judged once too', () => {
    const answer = { answerId: 'third', sha256: '3'.repeat(64) };
    const clear = { ...wanted, result: 'clear' as const, codes: [], answer };
    const refusal = [
      tell('decision-approved', { day: 44, actor: caseworker, data: { outcome: 'refuse' } }),
      tell('application-refused', { day: 44, actor: caseworker }),
    ];
    const adverse = [
      tell('answer-contradicted', { day: 2, data: { check: 'berkut', codes: ['wanted'] } }),
      tell('finding-judged', { day: 2, data: { check: 'berkut', judgement: 'adverse' } }),
    ];
    const refused = [...adverse, ...refusal];
    expect(typesOf(aPermitFile('awaiting-decision', ...refused), clear)).toEqual(proposes);
    const judgedAgain = [
      tell('reopening-proposed', { day: 40, data: { ...ofBerkut, result: 'clear', codes: [] } }),
      ...settled('reopen'),
      tell('finding-judged', { day: 43, data: { check: 'berkut', judgement: 'adverse' } }),
      ...refusal,
    ];
    const stands = aPermitFile('awaiting-decision', ...refused, ...judgedAgain);
    expect(stands.status).toBe('refused');
    expect(typesOf(stands, clear)).toEqual(onlyKept);
  });

  test('says how often its agency had been asked', () => {
    const [, event] = eventsOfCheckNews(aPermitFile('granted'), wanted);
    expect(event).toMatchObject({ type: 'reopening-proposed', data: { check: 'berkut', ask: 1 } });
  });

  test('is heard as before by a case that lived then', () => {
    const never = () => false;
    const heard = (file: CaseFile, news = wanted) => eventsOfCheckNews(file, news, never);
    const types = (file: CaseFile, news = wanted) => heard(file, news).map(({ type }) => type);
    expect(types(aPermitFile('granted'))).toEqual(proposes);
    expect(heard(aPermitFile('granted'))[1]?.data).not.toHaveProperty('ask');
    expect(types(aPermitFile('granting'))).toEqual(onlyKept);
    expect(types(aPermitFile('granted', proposed), elsewhere)).toEqual(onlyKept);
    expect(types(aPermitFile('granted', ...left), elsewhere)).toEqual(onlyKept);
  });
});

describe('an open proposal to reopen a decision that a complaint sets aside', () => {
  const filed = [tell('complaint-filed', { day: 45 }), tell('complaint-forwarded', { day: 50 })];
  const act = (returnTo: ReturnStage) => ({
    ...{ intake: '9', effectiveAt: onDay(55), actor: supervisor, outages: [] },
    data: { outcome: 'satisfied' as const, returnTo, reason: textRef },
  });

  function setAside(before: CaseFile, returnTo: ReturnStage): CaseFile {
    const bodies = eventsOfAct.decideComplaint(before, act(returnTo));
    return bodies.reduce(
      (file, { type, data }) =>
        applyEvent(caseId, file, anEvent(type, { day: 55, seq: file.seq + 1, data, actor: supervisor })),
      before,
    );
  }
  const refused = after('refused', proposed, ...filed);

  test.each(returnStages)('falls with it where the case goes back to %s', (stage) => {
    const file = setAside(refused, stage);
    expect(file.reopening).toMatchObject({ check: 'berkut', outcome: 'overtaken' });
    const later = { ...file, status: 'refused' as const };
    expect(whyNotNow('supportReopening', later, caseworker)).toBe('act-out-of-order');
  });

  test.each(['interview', 'decision'] as const)('is judged before the case goes on at %s', (stage) => {
    const file = setAside(refused, stage);
    expect(file.status).toBe('awaiting-judgement');
    expect(file.checks?.berkut).toMatchObject({ result: 'unclear', codes: ['wanted', 'contradicted'] });
    const judged = applyEvent(caseId, file, anEvent('finding-judged', { day: 56, seq: file.seq + 1 }));
    expect(judged.status).toBe(stage === 'interview' ? 'awaiting-schedule' : 'awaiting-proposal');
  });

  test('leaves the answers of agencies that are asked anew to them', () => {
    expect(setAside(refused, 'verification').checks?.berkut).toMatchObject({ result: null, codes: [] });
  });

  test('says nothing of a proposal that was settled', () => {
    const file = setAside(after('refused', ...left, ...filed), 'decision');
    expect(file).toMatchObject({ status: 'awaiting-proposal', reopening: { outcome: 'leave' } });
  });

  test('stays open where an annulment is set aside: the decision that it is about stands again', () => {
    const annulled = aPermitFile(
      'granted',
      proposed,
      tell('decision-proposed', { day: 41, data: { outcome: 'annul', hearing: true } }),
      tell('hearing-closed', { day: 42 }),
      tell('decision-approved', { day: 43, data: { outcome: 'annul' } }),
      tell('permit-annulled', { day: 43 }),
      ...filed,
    );
    const before = { ...annulled, complaint: { ...annulled.complaint!, against: 'annulment' as const } };
    const bodies = eventsOfAct.decideComplaint(before, {
      ...act('decision'),
      data: { outcome: 'satisfied', returnTo: null, reason: textRef },
    });
    expect(bodies[1]).toEqual({ type: 'decision-set-aside', data: { returnTo: null } });
  });

  test('goes on as it went in a record that did not say so yet', () => {
    const event = anEvent('decision-set-aside', {
      day: 55,
      seq: refused.seq + 1,
      data: { returnTo: 'decision' },
    });
    expect(applyEvent(caseId, refused, event)).toMatchObject({
      status: 'awaiting-proposal',
      reopening: { outcome: null },
    });
  });
});
