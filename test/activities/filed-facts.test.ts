/** What of a form an agency is told: what it needs to know, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import {
  contractQuestion,
  familyIn,
  findSolvencyCertificate,
  insuranceQuestion,
  kinshipQuestion,
  passportQuestion,
  permitQuestion,
} from '../../activities/filed-facts';
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

describe('what the registers behind a permit are told', () => {
  const on = '2026-05-09';
  const form = {
    employment: { bin: '150340011878', contractNumber: 'TD-2026-3307', contractFrom: '2026-01-12' },
    sponsor: { kind: 'citizen', iin: '900101300017', marriedOn: '2015-06-20' },
    currentPermit: { number: 'TP-2025-100417', validUntil: '2026-12-18' },
  };

  test('is the day, and of the form what finds the file and what is compared with it, no more', () => {
    const bin = '150340011878';
    expect(permitQuestion(form, { on })).toEqual({ on, bin, permitNumber: 'TP-2025-100417' });
    expect(contractQuestion(form, { on })).toEqual({ on, bin, contractNumber: 'TD-2026-3307' });
    expect(kinshipQuestion(form, on, 'family')).toEqual({
      ...{ on, purpose: 'family' },
      ...{ sponsorIin: '900101300017', sponsorKind: 'citizen' },
    });
    expect(insuranceQuestion(form, { on })).toEqual({ on });
  });

  test('is also the days that window and term were read from, where the rules hold them against the answer', () => {
    const asked = { on, withDays: true };
    const papers = {
      ...form,
      passport: { issuedBy: 'UZB', issuedOn: '2021-04-02', validUntil: '2031-04-01' },
      insurance: { policyNumber: 'MED-1', validUntil: '2026-12-31' },
    };
    expect(permitQuestion(papers, asked)).toMatchObject({ permitUntil: '2026-12-18' });
    expect(contractQuestion(papers, asked)).toMatchObject({ contractUntil: null });
    expect(insuranceQuestion(papers, asked)).toEqual({ on, insuredUntil: '2026-12-31' });
    expect(passportQuestion(papers, asked)).toEqual({ on, issuedOn: '2021-04-02', validUntil: '2031-04-01' });
    expect(passportQuestion(papers, { on })).toBeUndefined();
  });

  test.each([{}, { employment: {} }, { employment: null, currentPermit: 'none' }])(
    'is nothing but the day when the form says nothing: %j',
    (empty) => {
      expect(permitQuestion(empty, { on })).toEqual({ on });
      expect(contractQuestion(empty)).toEqual({});
      expect(kinshipQuestion(empty)).toEqual({});
    },
  );

  test.each([{ employment: { bin: '12' } }, { employment: { bin: 150340011878 } }])(
    'is never guessed from what cannot be read: %j',
    (broken) => {
      expect(() => contractQuestion(broken, { on })).toThrow();
    },
  );
});
