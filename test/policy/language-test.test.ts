/** The marks of the language test: each block by itself, at each edge of its percentage. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CertificateFault } from '../../domain/events/language';
import { findCertificateFault, isWholeSitting, markLanguageTest } from '../../policy/language-test';
import { permanentPolicyOf } from '../../policy/policies';

const a1 = permanentPolicyOf('2026-02-13');
const b1 = permanentPolicyOf('2026-04-13');
const held = permanentPolicyOf('2026-11-24');

type Sitting = Parameters<typeof markLanguageTest>[0];
type Block = Sitting['blocks'][number];

const listening = (correct: number, items = 20): Block => ({ block: 'listening', items, correct });
const reading = (correct: number, items = 40): Block => ({ block: 'reading', items, correct });
const sitting = (...blocks: Block[]): Sitting => ({ level: 'B1', bannedItems: false, blocks });

describe('at level B1, half of each block', () => {
  test.each<[string, Block[], boolean]>([
    ['exactly half in both', [listening(10), reading(20)], true],
    ['everything', [listening(20), reading(40)], true],
    ['one too few in listening', [listening(9), reading(40)], false],
    ['one too few in reading', [listening(20), reading(19)], false],
    ['nothing', [listening(0), reading(0)], false],
    ['listening alone', [listening(20)], false],
    ['reading alone', [reading(40)], false],
    ['no blocks', [], false],
    ['an odd number of items, just above half', [listening(8, 15), reading(20)], true],
    ['an odd number of items, just below half', [listening(7, 15), reading(20)], false],
    ['listening twice, once failed', [listening(20), listening(3), reading(40)], false],
    ['more answers than items', [listening(21), reading(40)], false],
    ['a block without items', [listening(0, 0), reading(40)], false],
  ])('%s', (_, blocks, passed) => {
    expect(markLanguageTest(sitting(...blocks), b1).passed).toBe(passed);
  });
});

describe('at level A1, thirty per cent of each block', () => {
  test.each<[string, Block[], boolean]>([
    ['exactly thirty per cent', [listening(6), reading(12)], true],
    ['one too few in listening', [listening(5), reading(12)], false],
    ['one too few in reading', [listening(6), reading(11)], false],
  ])('%s', (_, blocks, passed) => {
    expect(markLanguageTest({ ...sitting(...blocks), level: 'A1' }, a1).passed).toBe(passed);
  });
});

describe('whatever the marks', () => {
  const full = sitting(listening(20), reading(40));

  test('banned items fail the test', () => {
    expect(markLanguageTest({ ...full, bannedItems: true }, b1).passed).toBe(false);
  });

  test('a test at another level than the policy asks is not passed', () => {
    expect(markLanguageTest({ ...full, level: 'A1' }, b1).passed).toBe(false);
  });

  test('each block carries the mark it was held to', () => {
    expect(markLanguageTest(sitting(listening(9), reading(20)), b1).blocks).toEqual([
      { block: 'listening', items: 20, correct: 9, requiredPercent: 50, passed: false },
      { block: 'reading', items: 40, correct: 20, requiredPercent: 50, passed: true },
    ]);
  });

  test('one more right answer never fails a block', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(199), (items, correct) => {
        fc.pre(correct < items);
        const passed = (right: number) =>
          markLanguageTest(sitting(listening(right, items)), b1).blocks[0]!.passed;
        expect(passed(correct) && !passed(correct + 1)).toBe(false);
        expect(passed(items)).toBe(true);
      }),
    );
  });
});

describe('a sitting of sixty items in two blocks', () => {
  test.each<[string, Block[], boolean]>([
    ['twenty and forty', [listening(10), reading(20)], true],
    ['thirty and thirty, all wrong', [listening(0, 30), reading(0, 30)], true],
    ['one item in each block', [listening(1, 1), reading(1, 1)], false],
    ['fifty-nine items', [listening(10, 19), reading(20)], false],
    ['sixty-one items', [listening(10, 21), reading(20)], false],
    ['the same block twice', [reading(20), reading(10, 20)], false],
    ['a block twice beside the other', [listening(5, 10), listening(5, 10), reading(20)], false],
    ['one block of sixty', [reading(30, 60)], false],
    ['a block without items', [listening(0, 0), reading(30, 60)], false],
    ['more answers than items', [listening(21), reading(40)], false],
  ])('%s: whole or not', (_, blocks, whole) => {
    expect(isWholeSitting({ blocks }, held)).toBe(whole);
    expect([a1, b1].map((policy) => isWholeSitting({ blocks }, policy))).toEqual([true, true]);
  });
});

describe('a certificate that is shown on 24 November', () => {
  type Shown = Parameters<typeof findCertificateFault>[0];
  const shown = (unlike: Partial<Shown> = {}): Shown => ({
    status: 'genuine',
    level: 'B1',
    validUntil: '2027-01-31',
    ...unlike,
  });
  const faultOf = (unlike: Partial<Shown>, policy = held) =>
    findCertificateFault(shown(unlike), '2026-11-24', policy);

  test.each<[string, Partial<Shown>, CertificateFault | undefined]>([
    ['and ends later', {}, undefined],
    ['and ends that day', { validUntil: '2026-11-24' }, undefined],
    ['and ended the day before', { validUntil: '2026-11-23' }, 'expired'],
    ['and ended long ago, at a low level', { validUntil: '2019-05-01', level: 'A1' }, 'expired'],
    ['and has no end', { validUntil: null }, undefined],
    ['of level A1', { level: 'A1' }, 'level-too-low'],
    ['of level A2', { level: 'A2' }, 'level-too-low'],
    ['of level B2', { level: 'B2' }, undefined],
    ['of level C1', { level: 'C1' }, undefined],
    ['of level C2', { level: 'C2' }, undefined],
    ['and is not genuine, whatever its days', { status: 'not-genuine', validUntil: null }, 'not-genuine'],
    ['and the centre says has expired', { status: 'expired' }, 'expired'],
  ])('%s', (_, unlike, fault) => {
    expect(faultOf(unlike)).toBe(fault);
  });

  test('counts in a case of an earlier policy as it did, and A2 is enough where A1 is asked', () => {
    for (const policy of [a1, b1, permanentPolicyOf('2026-11-23')]) {
      expect(faultOf({ validUntil: '2019-05-01' }, policy)).toBeUndefined();
    }
    expect(faultOf({ level: 'A2' }, a1)).toBeUndefined();
  });
});
