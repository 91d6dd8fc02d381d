/** What of a form an agency is told: what it needs to know, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import { familyIn, findSolvencyCertificate } from '../../activities/filed-facts';

const child = { surname: 'Sadyrkulova', givenName: 'Aida', bornOn: '2016-02-03' };
const certificate = { bank: 'Altyn Qazyna', number: '17-04/226', issuedOn: '2026-04-20' };

describe('the family', () => {
  test.each([[{}], [{ family: [] }], [{ familyMembers: 2 }]])(
    'of a form that names nobody is empty: %j',
    (form) => {
      expect(familyIn(form)).toEqual([]);
    },
  );

  test('is told by name, birth and number; kinship and income stay with us', () => {
    const spouse = { ...child, givenName: 'Jibek', iin: '900101300017' };
    const family = [child, { ...spouse, kinship: 'wife', incomeTenge: 120_000 }];
    expect(familyIn({ family })).toEqual([child, spouse]);
  });

  test.each([
    [{ givenName: 'Aida' }],
    [{ ...child, bornOn: 'in spring' }],
    [{ ...child, iin: '12' }],
    ['Aida'],
  ])('that cannot be read is a mistake of ours, not a family without that member: %j', (one) => {
    expect(() => familyIn({ family: [child, one] })).toThrow();
  });
});

describe('the certificate of the bank', () => {
  test.each([[{}], [{ finances: {} }], [{ fundsTenge: 7_200_000 }]])('is not there in %j', (form) => {
    expect(findSolvencyCertificate(form)).toBeUndefined();
  });

  test('is told by bank, number and day', () => {
    const finances = { certificate: { ...certificate, amountTenge: 7_200_000 }, incomeTenge: 500_000 };
    expect(findSolvencyCertificate({ finances })).toEqual(certificate);
  });

  test('that cannot be read is a mistake of ours', () => {
    expect(() => findSolvencyCertificate({ finances: { certificate: { bank: 'Altyn Qazyna' } } })).toThrow();
  });
});
