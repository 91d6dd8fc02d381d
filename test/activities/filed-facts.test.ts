/** What of a form an agency is told: what it needs to know, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import { familyIn, findSolvencyCertificate } from '../../activities/filed-facts';
import type { FormDraft } from '../../domain/form';

const child = { surname: 'Sadyrkulova', givenName: 'Aida', bornOn: '2016-02-03' };
const certificate = { bank: 'Altyn Qazyna', number: '17-04/226', issuedOn: '2026-04-20' };

describe('the family', () => {
  test.each<[FormDraft]>([[{}], [{ family: {} }], [{ family: { members: [] } }]])(
    'of a form that names nobody is empty: %j',
    (form) => {
      expect(familyIn(form)).toEqual([]);
    },
  );

  test('is told by name, birth and number; kinship and citizenship stay with us', () => {
    const spouse = { ...child, givenName: 'Jibek', iin: '900101300017' };
    const members = [child, { ...spouse, relation: 'spouse' as const, citizenship: 'KGZ' }];
    expect(familyIn({ family: { members } })).toEqual([child, spouse]);
  });

  test.each([[{ givenName: 'Aida' }], [{ ...child, bornOn: 'in spring' }], [{ ...child, iin: '12' }]])(
    'that cannot be read is a mistake of ours, not a family without that member: %j',
    (one) => {
      expect(() => familyIn({ family: { members: [child, one] } })).toThrow();
    },
  );
});

describe('the certificate of the bank', () => {
  test.each<[FormDraft]>([[{}], [{ finances: {} }], [{ finances: { fundsTenge: 7_200_000 } }]])(
    'is not there in %j',
    (form) => {
      expect(findSolvencyCertificate(form)).toBeUndefined();
    },
  );

  test('is told by bank, number and day', () => {
    const finances = { bankCertificate: { ...certificate, consentToInquiry: true as const }, fundsTenge: 1 };
    expect(findSolvencyCertificate({ finances })).toEqual(certificate);
  });

  test('that cannot be read is a mistake of ours', () => {
    const finances = { bankCertificate: { bank: 'Altyn Qazyna' } };
    expect(() => findSolvencyCertificate({ finances })).toThrow();
  });
});
