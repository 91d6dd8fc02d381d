/** Nobody decides his own case: what an officer is told whose own application it is. */
import { describe, expect, test } from '@jest/globals';
import { changeKinds } from '../../domain/permit';
import { caseStatuses } from '../../domain/statuses';
import { moves, movesOf, whyNoLonger, whyNot, whyNotNow } from '../../policy/moves';
import { aCaseFile, aPermitFile, applicant, permitLives, type PermitStatus } from '../support/case-files';

type CaseVerb = keyof typeof moves;

const verbs = Object.keys(moves) as CaseVerb[];
const officers = ['caseworker', 'supervisor'] as const;
const cells = verbs.flatMap((verb) =>
  officers.flatMap((role) => (moves[verb].by.some((one) => one === role) ? [[verb, role] as const] : [])),
);
const files = [
  ...caseStatuses.map((status) => aCaseFile({ status })),
  ...(Object.keys(permitLives) as PermitStatus[]).map((status) => aPermitFile(status)),
];
const own = (role: (typeof officers)[number]) => ({ id: applicant.id, role });

describe('an officer in his own case', () => {
  test.each(cells)('is refused %s as a %s, wherever it stands', (verb, role) => {
    for (const file of files) expect(whyNotNow(verb, file, own(role))).toBe('own-case');
  });

  test.each(officers)('is offered nothing as a %s', (role) => {
    expect(files.flatMap((file) => movesOf(file, own(role)))).toEqual([]);
  });

  test('is told no more than others of what is not for his role', () => {
    for (const file of files) {
      expect(whyNotNow('approveDecision', file, own('caseworker'))).toBe('not-permitted');
      expect(whyNotNow('proposeDecision', file, own('supervisor'))).toBe('not-permitted');
    }
  });

  test('reports a change of his own permit as its applicant, and not as an officer', () => {
    const file = aPermitFile('granted');
    const data = { change: changeKinds[0], on: file.lastAt.slice(0, 10), text: null };
    const report = (role: 'applicant' | 'caseworker') =>
      whyNot('reportChange', file, { actor: { id: applicant.id, role }, data, effectiveAt: file.lastAt });
    expect([report('applicant'), report('caseworker')]).toEqual([undefined, 'own-case']);
  });

  test('cannot grant himself the permit for which one officer is enough', () => {
    const file = aPermitFile('awaiting-decision');
    const data = { outcome: 'grant' as const, version: null, reasons: [], text: null };
    const act = { data, effectiveAt: file.lastAt };
    expect(whyNot('decideApplication', file, { ...act, actor: own('caseworker') })).toBe('own-case');
    const colleague = { id: 'a-colleague', role: 'caseworker' as const };
    expect(whyNot('decideApplication', file, { ...act, actor: colleague })).toBeUndefined();
  });
});

test('a case is not given to its own applicant, whoever gives it', () => {
  const file = aCaseFile();
  const give = (assignee: string) =>
    whyNot('assignCase', file, {
      actor: { id: 'a-supervisor', role: 'supervisor' },
      data: { assignee },
      effectiveAt: file.lastAt,
    });
  expect([give(applicant.id), give('a-colleague')]).toEqual(['own-case', undefined]);
});

/** A history that was kept before the rule is replayed through it: the validator is not run again, this is. */
test('whose case it is was asked before anything was looked up, and is not asked again after it', () => {
  const file = aPermitFile('awaiting-decision');
  const data = { outcome: 'grant' as const, version: null, reasons: [], text: null };
  const act = { actor: own('caseworker'), data, effectiveAt: file.lastAt };
  expect(whyNoLonger('decideApplication', file, act)).toBeUndefined();
  expect(whyNoLonger('decideApplication', aPermitFile('refused'), act)).toBe('case-over');
});
