/** What the office reads of a permit's form: the register's value, the person's, and which of the two counts. */
import { describe, expect, test } from '@jest/globals';
import { viewFormValues } from '../../api/views/form-values';
import type { Prefilled } from '../../db/reads/prefilled';
import { lawDate } from '../../domain/law-day';
import type { PermitForm } from '../../domain/permit-form';
import { markEnded } from '../../policy/permit/still-lasting';
import { useValues } from '../../policy/permit/uses';
import { after } from '../support/case-files';
import { aPermitFile } from '../support/permit-files';
import { aPermitForm } from '../support/permit-forms';
import { tell } from '../support/tell';

const receivedAt = '2026-05-04T05:00:02.000Z';
const knows = (source: Prefilled['source'], pointer: string, value: string | boolean): Prefilled => ({
  ...{ source, pointer, value, answerId: 'answer-1', receivedAt },
});
const found = [
  knows('labour-contracts', '/employment/contractNumber', 'TD-99'),
  knows('permit-register', '/stay/street', 'Abai 5'),
  knows('iin-registry', '/passport/issuedBy', 'UZB'),
  knows('fingerprint-registry', '/register/fingerprints', true),
];

/** As it is handed in on the fifth of May. */
function valuesOf(form: Partial<PermitForm>, fetched: readonly Prefilled[] = found, policyVersion?: string) {
  const filed = tell('form-submitted', { day: 1 });
  const uses = useValues(form, markEnded(fetched, lawDate(filed.effectiveAt)), policyVersion);
  const permit = { uses, window: { rule: 'first-filing' as const, lastDay: null } };
  const file = aPermitFile('awaiting-form', tell('form-submitted', { day: 1, data: { permit } }));
  const values = viewFormValues(file, form, fetched);
  return (pointer: string) => values.find((value) => value.pointer === pointer);
}

describe('the office sees of a form that was handed in', () => {
  const at = valuesOf(aPermitForm('eaeu-work'));

  test('what a register said, when it came, what the person wrote, and that the register prevails', () => {
    expect(at('/employment/contractNumber')).toEqual({
      pointer: '/employment/contractNumber',
      fetched: { value: 'TD-99', source: 'labour-contracts', receivedAt },
      typed: 'TD-17',
      used: 'fetched',
      rule: 'register-prevails',
    });
  });

  test('that a person knows his own address better', () => {
    expect(at('/stay/street')).toMatchObject({
      fetched: { value: 'Abai 5', source: 'permit-register' },
      typed: 'Abai 4',
      used: 'corrected',
      rule: 'person-knows',
    });
  });

  test('what both say, and what only the person says', () => {
    const both = { fetched: { value: 'UZB' }, typed: 'UZB', used: 'fetched', rule: 'not-corrected' };
    expect(at('/passport/issuedBy')).toMatchObject(both);
    const alone = { fetched: null, typed: 'Kokshetau', used: 'entered', rule: 'nothing-fetched' };
    expect(at('/stay/settlement')).toMatchObject(alone);
  });

  test('what a register knows that no field asks for', () => {
    const fetched = { value: true, source: 'fingerprint-registry', receivedAt };
    const pointer = '/register/fingerprints';
    expect(at(pointer)).toEqual({ pointer, fetched, typed: null, used: null, rule: null });
  });

  test('that what had ended before the filing is used for nothing', () => {
    const ended = [
      knows('insurance-register', '/insurance/policyNumber', 'MED-1'),
      knows('insurance-register', '/insurance/validUntil', '2026-05-04'),
    ];
    const { insurance: _, ...uninsured } = aPermitForm('study');
    const without = valuesOf(uninsured, ended);
    expect(without('/insurance/policyNumber')).toMatchObject({ used: null, rule: 'register-had-ended' });
    const corrected = { typed: 'MED-2026-1', used: 'corrected', rule: 'register-had-ended' };
    expect(valuesOf(aPermitForm('study'), ended)('/insurance/policyNumber')).toMatchObject(corrected);
  });

  test('that another contract counts as the person named it, and nothing of the one that its register told', () => {
    const told = [...found, knows('labour-contracts', '/employment/contractUntil', '2026-12-31')];
    const { employment } = aPermitForm('eaeu-work');
    const endless = { employment: employment && { ...employment, contractUntil: undefined } };
    const named = valuesOf(endless, told, 'permit-2026-11-25');
    const rule = 'another-contract';
    expect(named('/employment/contractNumber')).toMatchObject({ typed: 'TD-17', used: 'corrected', rule });
    expect(named('/employment/contractUntil')).toMatchObject({ typed: null, used: null, rule });
  });
});

test('before a form is handed in, and of permanent residence, there is nothing to read', () => {
  expect(viewFormValues(aPermitFile('awaiting-form'), {}, found)).toEqual([]);
  expect(viewFormValues(after('verification'), {}, found)).toEqual([]);
});
