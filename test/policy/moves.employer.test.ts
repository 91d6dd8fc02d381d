/** What a delegate may do of a permit: what an applicant may of his own, and only where an employer filed. */
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/case-file';
import { permitPurposes } from '../../domain/permit';
import { restsOnWork } from '../../domain/permit-form/sections';
import { moves, movesOf, whyNot, whyNotNow } from '../../policy/moves';
import { aPermitFile, permitLives, type PermitStatus } from '../support/case-files';

const statuses = Object.keys(permitLives) as PermitStatus[];
const delegate: Actor = { id: 'e-delegate', role: 'employer' };
const account = 'an-account';

function ofEmployer(status: PermitStatus): CaseFile {
  const file = aPermitFile(status);
  if (file.permit === null) throw new Error('not a permit');
  return { ...file, applicantId: account, permit: { ...file.permit, employerId: account } };
}

describe('a permit that an employer filed for', () => {
  test.each(statuses)('gives a delegate in %s what its applicant would have', (status) => {
    const file = ofEmployer(status);
    expect(movesOf(file, delegate)).toEqual(movesOf(file, { id: account, role: 'applicant' }));
  });

  test('lets a delegate save, hand in and withdraw while the form is open, and nothing of the office', () => {
    expect(movesOf(ofEmployer('awaiting-form'), delegate).sort()).toEqual([
      'saveForm',
      'submitForm',
      'uploadDocument',
      'withdrawApplication',
    ]);
  });

  test('lets a delegate report a change of one that was granted', () => {
    expect(movesOf(ofEmployer('granted'), delegate)).toContain('reportChange');
  });

  test('is decided by no delegate', () => {
    expect(whyNotNow('decideApplication', ofEmployer('awaiting-decision'), delegate)).toBe('not-permitted');
  });
});

test('a permit that the person filed for is not there for any delegate', () => {
  const acts = (Object.keys(moves) as (keyof typeof moves)[]).filter((verb) =>
    moves[verb].by.some((role: string) => role === 'employer'),
  );
  expect(acts).toHaveLength(8);
  for (const status of statuses) {
    for (const verb of acts) expect(whyNotNow(verb, aPermitFile(status), delegate)).toBe('not-found');
  }
});

test('an employer files for purposes that rest on work, and no others', () => {
  expect(permitPurposes.filter(restsOnWork)).toEqual([
    'work-with-permit',
    'work-without-permit',
    'eaeu-work',
  ]);
});

test('a permit is handed in without papers: those that are missing are asked for afterwards', () => {
  const data = { version: 1, sha256: 'h', documents: [] };
  const act = { actor: delegate, data, effectiveAt: ofEmployer('awaiting-form').lastAt };
  expect(whyNot('submitForm', ofEmployer('awaiting-form'), act)).toBeUndefined();
});
