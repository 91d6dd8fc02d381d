/** A new paper that an agency vouches for gets a finding of its own, whatever was found of the one before it. */
import { describe, expect, test } from '@jest/globals';
import type { CaseFile } from '../../domain/case-file';
import type { DocumentKind, EventBody, Judgement } from '../../domain/events';
import { checkDeadlines, expiryDeadlines } from '../../policy/deadlines/waits';
import { eventsOfAct } from '../../policy/events-of-act';
import { mayGrant } from '../../policy/guards/decision';
import { whyNot } from '../../policy/moves';
import { tasksOf } from '../../policy/tasks';
import { after, applicant, caseworker, onDay, tell, textRef, type Told } from '../support/case-files';

const heard = (...more: Told[]) =>
  after(
    'awaiting-schedule',
    tell('interview-scheduled', { day: 8 }),
    tell('interview-recorded', { day: 15 }),
    ...more,
  );
const request = (kind: DocumentKind) => tell('documents-requested', { day: 16, data: { kinds: [kind] } });
const paper = (kind: DocumentKind) => ({ documentId: 'second', kind, sha256: 'e'.repeat(64) });

/** What the record says when the paper is handed in on day 18. */
function provided(file: CaseFile, kind: DocumentKind): EventBody {
  const act = { actor: applicant, effectiveAt: onDay(18), intake: '1', outages: [] };
  const [told] = eventsOfAct.provideDocuments(file, { ...act, data: { documents: [paper(kind)] } });
  return told!;
}

/** A case ready for its decision, then with another paper of the kind. */
function withNewPaper(kind: DocumentKind, ...more: Told[]): CaseFile {
  const asked = [request(kind)];
  const { data } = provided(heard(...asked), kind);
  return heard(...asked, tell('documents-provided', { day: 18, data: data as object }), ...more);
}

const why = (verb: 'askAgencyAgain' | 'judgeFinding', file: CaseFile, check: 'bank' | 'medical-registry') =>
  whyNot(verb, file, {
    actor: caseworker,
    effectiveAt: onDay(19),
    data: { check, judgement: 'clear', reason: textRef },
  });
const judged = (judgement: Judgement, day = 19) =>
  tell('finding-judged', { day, data: { check: 'bank', judgement } });

describe('a new medical certificate', () => {
  const file = withNewPaper('medical-certificate');

  test('is asked about at the register, and the case waits for its answer and chases it', () => {
    expect(provided(heard(request('medical-certificate')), 'medical-certificate')).toMatchObject({
      data: { rechecks: [{ check: 'medical-registry', ask: 2 }] },
    });
    expect(file.status).toBe('verification');
    expect(file.checks?.['medical-registry']).toMatchObject({ asks: 2, result: null, openedAt: onDay(18) });
    expect(mayGrant(file)).toBe(false);
    expect(checkDeadlines(file).map(({ name }) => name)).toContain('limit:medical-registry:2');
  });

  test('is granted on once the register finds nothing against it', () => {
    const answered = withNewPaper(
      'medical-certificate',
      tell('check-answered', { day: 18, data: { check: 'medical-registry' } }),
    );
    expect([answered.status, mayGrant(answered)]).toEqual(['awaiting-proposal', true]);
  });

  test('is not asked about twice while the register has not answered at all', () => {
    const open = after('verification', request('medical-certificate'));
    expect(provided(open, 'medical-certificate').data).not.toHaveProperty('rechecks');
  });
});

describe('a new solvency certificate', () => {
  const file = withNewPaper('solvency-certificate');

  test('is for a person to judge: the bank can only be asked about the one in the form', () => {
    expect(provided(heard(request('solvency-certificate')), 'solvency-certificate')).toMatchObject({
      data: { rechecks: [{ check: 'bank', ask: null }] },
    });
    expect(file.checks?.bank).toMatchObject({ asks: 1, result: 'unclear', codes: ['new-paper'] });
    expect([file.status, mayGrant(file)]).toEqual(['awaiting-judgement', false]);
    expect(tasksOf(file)).toContainEqual(expect.objectContaining({ name: 'judge-finding', subject: 'bank' }));
    expect(why('judgeFinding', file, 'bank')).toBeUndefined();
    expect(why('askAgencyAgain', file, 'bank')).toBe('paper-not-in-form');
  });

  test('is granted on when it is judged clear, also where the old one was judged adverse', () => {
    const before = heard(
      tell('answer-contradicted', { day: 15, data: { check: 'bank', result: 'adverse' } }),
      judged('adverse', 16),
      request('solvency-certificate'),
    );
    expect([before.status, mayGrant(before)]).toEqual(['awaiting-documents', false]);
    const { data } = provided(before, 'solvency-certificate');
    const again = heard(
      tell('answer-contradicted', { day: 15, data: { check: 'bank', result: 'adverse' } }),
      judged('adverse', 16),
      request('solvency-certificate'),
      tell('documents-provided', { day: 18, data: data as object }),
      judged('clear'),
    );
    expect([again.status, mayGrant(again)]).toEqual(['awaiting-proposal', true]);
    expect(mayGrant(withNewPaper('solvency-certificate', judged('adverse')))).toBe(false);
  });

  test('that a person judged is not sent to the bank when the old answer grows old', () => {
    const kept = { policyVersion: '2026-11-23' };
    const names = (of: CaseFile) => expiryDeadlines({ ...of, ...kept }).map(({ name }) => name);
    expect(names(heard())).toContain('expired:bank:1');
    const clear = withNewPaper('solvency-certificate', judged('clear'));
    expect(names(clear)).not.toContain('expired:bank:1');
    expect(names(clear)).toContain('expired:medical-registry:1');
  });

  test('stays a person’s when the bank answers later about the one before', () => {
    const late = { check: 'bank' as const, result: 'clear' as const, codes: [] };
    const open = withNewPaper('solvency-certificate', tell('answer-contradicted', { day: 19, data: late }));
    expect(open.checks?.bank).toMatchObject({ result: 'unclear', codes: ['new-paper', 'contradicted'] });
    expect(mayGrant(open)).toBe(false);
  });
});

test('a paper that a person looks at opens no check, and neither does one that no agency of the case vouches for', () => {
  expect(provided(heard(request('passport')), 'passport').data).not.toHaveProperty('rechecks');
  const file = heard(request('solvency-certificate'));
  const { bank: _, ...checks } = file.checks!;
  expect(provided({ ...file, checks }, 'solvency-certificate').data).not.toHaveProperty('rechecks');
});

test('a record from before papers were checked anew comes to the same file as ever', () => {
  const told = tell('documents-provided', { day: 18, data: { documents: [paper('solvency-certificate')] } });
  const file = heard(request('solvency-certificate'), told);
  expect([file.status, mayGrant(file)]).toEqual(['awaiting-proposal', true]);
  expect(file.checks).toEqual(heard().checks);
});
