/** What a letter tells a case: codes, and nothing of the person. */
import { expect, test } from '@jest/globals';
import { codeAnswer } from '../../api/code-answer';
import type { Letter, LetterKind } from '../../domain/letters';

const ids = { requestId: 'r-1', answerId: 'a-1' };
const blocks = [{ block: 'reading', items: 40, correct: 33 }] as const;

test.each<[LetterKind, object, object]>([
  [
    'test-result',
    { attemptId: 'x', level: 'B1', satAt: '2026-05-04T05:00:00.000Z', blocks, bannedItems: false },
    { level: 'B1', blocks, bannedItems: false },
  ],
  [
    'certificate-confirmation',
    { certificateNumber: 'K-77', level: 'B1', status: 'of-another-person', validUntil: null },
    { level: 'B1', status: 'of-another-person', validUntil: null },
  ],
  [
    'criminal-registry',
    { record: 'spent', wanted: false, offences: [] },
    { check: 'criminal-registry', result: 'unclear', codes: ['spent-conviction'] },
  ],
  [
    'security-service',
    { position: 'objection' },
    { check: 'security-service', result: 'adverse', codes: ['security-objection'] },
  ],
  [
    'bank',
    { status: 'genuine', amountTenge: 7_200_000, requiredTenge: 5_709_000 },
    { check: 'bank', result: 'clear', codes: [] },
  ],
])('%s', (kind, letter, told) => {
  expect(codeAnswer(kind, { ...ids, ...letter } as Letter)).toEqual(told);
});
