/** Which documents are asked for, of whom, and who checks them. */
import { describe, expect, test } from '@jest/globals';
import { documentKinds, type DocumentKind } from '../../domain/events';
import { documentCheckers, documentRowOf, documentTableOf, requiredDocuments } from '../../policy/documents';
import { permanentPolicies } from '../../policy/permanent-policies';
import { aForm } from '../support/forms';

const table = 'egov-digest-2026-02';
const filedOn = '2026-05-09';
const adult = { bornOn: '1988-03-14' };
const { family } = aForm();
const alone = { family: { members: [] } };
const withChild = (bornOn: string, joins = true) => ({
  family: { members: [{ ...family.members[0]!, relation: 'child' as const, bornOn, joins }] },
});
const exempt = (exemption: NonNullable<ReturnType<typeof aForm>>['finances']['exemption']) => ({
  ...alone,
  finances: { exemption },
});

const always: DocumentKind[] = [
  'passport',
  'police-clearance',
  'housing-document',
  'medical-certificate',
  'photo',
  'fee-receipt',
  'processing-consent',
];
const usual: DocumentKind[] = [
  ...always,
  'solvency-certificate',
  'consent-of-citizenship-state',
  'fingerprint-certificate',
];
const without = (...kinds: DocumentKind[]) => usual.filter((kind) => !kinds.includes(kind));

const asked: [string, Parameters<typeof aForm>[0], DocumentKind[]][] = [
  ['one who comes alone', alone, usual],
  ['one whose wife comes along', {}, [...usual, 'kinship-document']],
  ['one whose child of thirteen comes along', withChild('2012-05-10'), [...usual, 'kinship-document']],
  [
    'one whose child of fourteen comes along',
    withChild('2012-05-09'),
    [...usual, 'kinship-document', 'child-consent'],
  ],
  [
    'one whose child of seventeen comes along',
    withChild('2008-05-10'),
    [...usual, 'kinship-document', 'child-consent'],
  ],
  ['one whose child of eighteen comes along', withChild('2008-05-09'), [...usual, 'kinship-document']],
  ['one whose child of fourteen stays away', withChild('2012-05-09', false), usual],
  [
    'a stateless person',
    { ...alone, personal: { legalStatus: 'stateless' } },
    without('consent-of-citizenship-state'),
  ],
  ['a refugee', { ...alone, personal: { legalStatus: 'refugee' } }, without('consent-of-citizenship-state')],
  ['an ethnic Kazakh', exempt('ethnic-kazakh'), [...without('solvency-certificate'), 'exemption-proof']],
  [
    'a former compatriot',
    exempt('former-compatriot'),
    [...without('solvency-certificate'), 'exemption-proof'],
  ],
  [
    'a citizen of a treaty',
    exempt('treaty-citizenship'),
    [...without('solvency-certificate'), 'exemption-proof'],
  ],
  [
    'the family of one who is exempt',
    exempt('family-of-exempt'),
    [...without('solvency-certificate'), 'exemption-proof', 'kinship-document'],
  ],
  [
    'a profession in demand',
    exempt('in-demand-profession'),
    [...without('solvency-certificate'), 'sector-petition'],
  ],
];

describe('what is asked of', () => {
  test.each(asked)('%s', (...[, unlike, kinds]) => {
    const found = requiredDocuments({ form: aForm(unlike), person: adult, filedOn }, table);
    expect([...found].sort()).toEqual([...kinds].sort());
  });

  test.each([
    ['2010-05-10', false],
    ['2010-05-09', true],
  ])('somebody born on %s: fingerprints are %s', (...[bornOn, needed]) => {
    const found = requiredDocuments({ form: aForm(), person: { bornOn }, filedOn }, table);
    expect(found.includes('fingerprint-certificate')).toBe(needed);
  });

  test('an empty form is what is asked of everyone who is not exempt', () => {
    expect([...requiredDocuments({ form: {}, filedOn }, table)].sort()).toEqual([...usual].sort());
  });

  test('every kind is asked of somebody, but for those that only temporary permits ask', () => {
    const all = asked.flatMap(([, unlike]) =>
      requiredDocuments({ form: aForm(unlike), person: adult, filedOn }, table),
    );
    const ofPermits = documentKinds.filter((kind) => documentRowOf(kind, table).of === 'nobody');
    expect([...new Set(all), ...ofPermits].sort()).toEqual([...documentKinds].sort());
    expect(ofPermits).toEqual([
      'owner-consent',
      'insurance-policy',
      'work-permit',
      'employment-contract',
      'study-petition',
      'treatment-document',
      'religious-certificate',
      'executive-petition',
      'ground-lost-proof',
      'origin-proof',
      'fine-decision',
    ]);
  });
});

describe('a row', () => {
  test.each(documentKinds)('of %s says who checks it, where it was read and how sure that is', (kind) => {
    const { checkedBy, source, confidence } = documentRowOf(kind, table);
    expect(documentCheckers).toContain(checkedBy);
    expect(source.length).toBeGreaterThan(20);
    expect(['official', 'press', 'inferred', 'assumption']).toContain(confidence);
  });

  test('names the bank for money, the medical registry for health, and a person for the rest', () => {
    expect(documentRowOf('solvency-certificate', table).checkedBy).toBe('bank');
    expect(documentRowOf('medical-certificate', table).checkedBy).toBe('medical-registry');
    expect(documentRowOf('consent-of-citizenship-state', table).checkedBy).toBe('caseworker');
  });
});

test('every policy pins a table that there is', () => {
  for (const { documents } of permanentPolicies)
    expect(documentTableOf(documents.value.table).passportDays).toMatchObject({
      value: 180,
      confidence: 'press',
      source: expect.stringMatching(/item 3/),
    });
  expect(() => documentTableOf('secret-2027')).toThrow('no document table');
});
