/** Which value counts where a register said one thing and the person wrote another. */
import { describe, expect, test } from '@jest/globals';
import { Value } from 'typebox/value';
import fc from 'fast-check';
import { PermitDraft } from '../../../domain/permit-form';
import type { FetchedValue } from '../../../domain/permit-form/fetched';
import { markEnded } from '../../../policy/permit/still-lasting';
import {
  formAsUsed,
  prefillable,
  prefillablePointers,
  useValues,
  type PrefillablePointer,
} from '../../../policy/permit/uses';
import { aPermitForm } from '../../support/permit-forms';

const from = (pointer: PrefillablePointer, value: string): FetchedValue => ({
  pointer,
  value,
  source: prefillable[pointer].by,
});
const oneUse = (form: PermitDraft, fetched: FetchedValue[], pointer: string) =>
  useValues(form, fetched).find((use) => use.pointer === pointer);
const withValue = (pointer: string, value: string): PermitDraft => {
  const [, section = '', field = ''] = pointer.split('/');
  return { [section]: { [field]: value } };
};
const valueUsed = (form: PermitDraft, fetched: FetchedValue[], pointer: string) => {
  const [, section = '', field = ''] = pointer.split('/');
  const used = formAsUsed(form, fetched) as Record<string, Record<string, unknown> | undefined>;
  return used[section]?.[field];
};
const byRule = (rule: string) =>
  prefillablePointers.filter((pointer) => prefillable[pointer].rule.value === rule);

describe('a field', () => {
  test.each(prefillablePointers)('%s that no register knew is used as entered', (pointer) => {
    expect(useValues(withValue(pointer, '2027-01-01'), [])).toEqual([
      { pointer, used: 'entered', source: null, rule: 'nothing-fetched' },
    ]);
  });

  test.each(prefillablePointers)('%s that was left as it was found is used as fetched', (pointer) => {
    const fetched = [from(pointer, '2027-01-01')];
    const expected = [{ pointer, used: 'fetched', source: prefillable[pointer].by, rule: 'not-corrected' }];
    expect(useValues(withValue(pointer, '2027-01-01'), fetched)).toEqual(expected);
    expect(useValues({}, fetched)).toEqual(expected);
  });

  test.each(byRule('register-prevails'))('%s is the register’s, whatever is written', (pointer) => {
    const fetched = [from(pointer, '2027-01-01')];
    const form = withValue(pointer, '2029-01-01');
    expect(useValues(form, fetched)).toEqual([
      { pointer, used: 'fetched', source: prefillable[pointer].by, rule: 'register-prevails' },
    ]);
    expect(valueUsed(form, fetched, pointer)).toBe('2027-01-01');
  });

  test.each(byRule('person-knows'))('%s is the person’s once corrected', (pointer) => {
    const fetched = [from(pointer, 'one')];
    expect(useValues(withValue(pointer, 'two'), fetched)).toEqual([
      { pointer, used: 'corrected', source: prefillable[pointer].by, rule: 'person-knows' },
    ]);
    expect(valueUsed(withValue(pointer, 'two'), fetched, pointer)).toBe('two');
  });

  test('said by another register than its own is not fetched', () => {
    const fetched = [
      { pointer: '/insurance/validUntil', value: '2030-01-01', source: 'iin-registry' as const },
    ];
    expect(useValues({}, fetched)).toEqual([]);
  });

  test('of which nobody says anything is not used', () => {
    expect(useValues({}, [])).toEqual([]);
    expect(valueUsed({}, [], '/passport/issuedOn')).toBeUndefined();
  });

  test('of which a rule decides has a source for it', () => {
    for (const pointer of prefillablePointers) {
      expect(prefillable[pointer].rule.source.length).toBeGreaterThan(30);
    }
    expect(byRule('person-knows')).toEqual(['/stay/addressCode', '/stay/settlement', '/stay/street']);
    expect(byRule('newer-document').every((pointer) => pointer.startsWith('/passport/'))).toBe(true);
  });
});

describe('a paper that had ended before the filing', () => {
  const policy = [from('/insurance/policyNumber', 'MS-1'), from('/insurance/validUntil', '2026-05-11')];
  const renewed = { insurance: { policyNumber: 'MS-2', validUntil: '2027-05-11' } };

  test('does not prevail over the new one that the person writes', () => {
    const known = markEnded(policy, '2026-05-12');
    expect(formAsUsed(renewed, known)).toEqual(renewed);
    expect(oneUse(renewed, known, '/insurance/validUntil')).toEqual({
      ...{ pointer: '/insurance/validUntil', used: 'corrected' },
      ...{ source: 'insurance-register', rule: 'register-had-ended' },
    });
  });

  test('fills in nothing where the person writes nothing', () => {
    expect(formAsUsed({}, markEnded(policy, '2026-05-12'))).toEqual({});
  });

  test('prevails still on its last day', () => {
    expect(formAsUsed(renewed, markEnded(policy, '2026-05-11')).insurance?.validUntil).toBe('2026-05-11');
  });

  test('takes its whole contract with it, and no permit: that one is renewed after its end', () => {
    const known = [
      from('/employment/bin', '090740022656'),
      from('/employment/contractUntil', '2026-01-01'),
      from('/currentPermit/validUntil', '2026-05-05'),
    ];
    expect(markEnded(known, '2026-05-12').map(({ ended }) => ended)).toEqual([true, true, undefined]);
  });
});

describe('a passport', () => {
  const known = [from('/passport/issuedOn', '2021-04-02'), from('/passport/validUntil', '2026-08-01')];
  const passport = (issuedOn: string) => ({ passport: { issuedOn, validUntil: '2031-04-01' } });

  test.each([
    ['2021-04-03', 'corrected', '2031-04-01'],
    ['2021-04-02', 'fetched', '2026-08-01'],
    ['2021-04-01', 'fetched', '2026-08-01'],
  ])('issued on %s: the end is %s', (...[issuedOn, used, validUntil]) => {
    expect(oneUse(passport(issuedOn), known, '/passport/validUntil')).toMatchObject({
      used,
      rule: 'newer-document',
      source: 'iin-registry',
    });
    expect(valueUsed(passport(issuedOn), known, '/passport/validUntil')).toBe(validUntil);
  });
});

describe('the form as used', () => {
  test('holds the register’s values where they count and the person’s where theirs do', () => {
    const form = aPermitForm('work-without-permit');
    const fetched = [
      from('/employment/contractUntil', '2026-12-31'),
      from('/stay/street', 'Satpaev 9'),
      from('/currentPermit/number', 'TRP-9'),
    ];
    const used = formAsUsed(form, fetched);
    expect(used.employment).toEqual({ ...form.employment, contractUntil: '2026-12-31' });
    expect(used.stay).toEqual(form.stay);
    expect(used.currentPermit).toEqual({ number: 'TRP-9' });
    expect(form.currentPermit).toBeUndefined();
  });

  test('of an empty one is what the registers know, and nothing that the form does not', () => {
    const fetched = prefillablePointers.map((pointer) => from(pointer, '2027-01-01'));
    const used = formAsUsed({}, [
      ...fetched,
      { pointer: '/register/fingerprints', value: true, source: 'fingerprint-registry' },
    ]);
    expect(Object.keys(used).sort()).toEqual([
      'currentPermit',
      'employment',
      'insurance',
      'passport',
      'stay',
    ]);
    const shown = { ...used, passport: {}, employment: { contractNumber: '1' }, stay: { street: 'A' } };
    expect(Value.Check(PermitDraft, shown)).toBe(true);
  });
});

describe('a correction', () => {
  const pointers = fc.constantFrom(...prefillablePointers);
  const values = fc.stringMatching(/^20[23][0-9]-0[1-9]-1[0-9]$/);

  test('never changes a value that the register decides', () => {
    fc.assert(
      fc.property(pointers, values, values, values, (pointer, known, one, other) => {
        fc.pre(prefillable[pointer].rule.value === 'register-prevails');
        const fetched = [from(pointer, known)];
        expect(valueUsed(withValue(pointer, one), fetched, pointer)).toBe(known);
        expect(valueUsed(withValue(pointer, other), fetched, pointer)).toBe(known);
      }),
    );
  });

  test('never makes a third value: what counts is the one or the other', () => {
    fc.assert(
      fc.property(pointers, values, values, (pointer, known, entered) => {
        const form = withValue(pointer, entered);
        const fetched = [from(pointer, known)];
        expect([known, entered]).toContain(valueUsed(form, fetched, pointer));
        expect(useValues(form, fetched)).toHaveLength(1);
      }),
    );
  });

  test('is settled once: using the form as used again changes nothing', () => {
    const drafts = fc.array(fc.tuple(pointers, values), { maxLength: 8 });
    fc.assert(
      fc.property(drafts, drafts, (entered, known) => {
        const form = formAsUsed(
          {},
          entered.map(([pointer, value]) => from(pointer, value)),
        );
        const fetched = known.map(([pointer, value]) => from(pointer, value));
        const used = formAsUsed(form, fetched);
        expect(formAsUsed(used, fetched)).toEqual(used);
      }),
    );
  });
});
