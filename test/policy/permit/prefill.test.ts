/** Which fields of a permit's form a register fills in, and with what. */
import { describe, expect, test } from '@jest/globals';
import { people } from '../../../agencies/people';
import type { AgencyAnswers } from '../../../domain/agency-answers';
import { subjectFrom } from '../../../domain/answer-shape';
import { prefilledFrom, readPrefill } from '../../../policy/permit/prefill';
import { prefillablePointers } from '../../../policy/permit/uses';

const ids = { requestId: 'r-1', answerId: 'a-1' };
const own = subjectFrom(people.bekzod.person);
const whom = { ...ids, asked: own, subject: own, question: {} };
const facts = people.bekzod.factsOn('2026-05-09');
const byPointer = (values: { pointer: string; value: unknown }[]) =>
  Object.fromEntries(values.map(({ pointer, value }) => [pointer, value]));

describe('the register of permits', () => {
  const answer: AgencyAnswers['permit-register'] = { ...whom, ...facts['permit-register'], employer: null };

  test('fills in the permit and the address', () => {
    expect(byPointer(prefilledFrom('permit-register', answer))).toEqual({
      '/currentPermit/number': 'TP-2025-100417',
      '/currentPermit/validUntil': '2026-06-30',
      '/stay/addressCode': '0201300086127455',
      '/stay/settlement': 'Almaty',
      '/stay/street': 'Tole bi 59',
    });
  });

  test('fills in nothing of a permit that is not there, and of an address the words that it has', () => {
    const registration = { addressCode: '0201300086127455', from: '2025-12-22', until: null };
    const values = prefilledFrom('permit-register', { ...answer, currentPermit: null, registration });
    expect(byPointer(values)).toEqual({ '/stay/addressCode': '0201300086127455' });
  });

  describe('fills in', () => {
    const ours = (unlike: object = {}) => ({
      ...{ number: 'KZ-TRP-2026-000007', validFrom: '2025-12-22', validUntil: '2026-12-21' },
      ...{ standing: 'stands' as const, ...unlike },
    });
    const theirs = ['TP-2025-100417', '2026-06-30'];
    const mine = [ours().number, ours().validUntil];

    test.each<[string, Partial<typeof answer>, unknown[]]>([
      ['one of ours that the register does not know', { currentPermit: null, own: [ours()] }, mine],
      ['one of ours that ends later', { own: [ours()] }, mine],
      ['its own, where that ends later', { own: [ours({ validUntil: '2026-06-29' })] }, theirs],
      [
        'of one that both know what became of it here',
        { own: [ours({ number: theirs[0], validUntil: '2026-05-31', standing: 'shortened' })] },
        [theirs[0], '2026-05-31'],
      ],
      ['its own beside one of ours that was annulled', { own: [ours({ standing: 'annulled' })] }, theirs],
    ])('%s', (_, unlike, expected) => {
      const filled = byPointer(prefilledFrom('permit-register', { ...answer, ...unlike }));
      expect([filled['/currentPermit/number'], filled['/currentPermit/validUntil']]).toEqual(expected);
    });
  });

  test('fills in nothing of another person’s file', () => {
    const subject = subjectFrom(people.orhan.person);
    expect(readPrefill('permit-register', { ...answer, subject })).toEqual({ known: false, values: [] });
  });
});

describe('the registry of numbers', () => {
  const answer: AgencyAnswers['iin-registry'] = { ...ids, ...facts['iin-registry'] };

  test('fills in the document that it knows', () => {
    expect(byPointer(prefilledFrom('iin-registry', answer))).toEqual({
      '/passport/issuedBy': 'UZB',
      '/passport/issuedOn': '2023-05-11',
      '/passport/validUntil': '2032-05-31',
    });
  });

  test.each<[string, Partial<AgencyAnswers['iin-registry']>, boolean]>([
    ['of another person', { status: 'mismatch' }, false],
    ['of which it knows no document', { document: undefined }, true],
  ])('fills in nothing under a number %s', (_, unlike, known) => {
    expect(readPrefill('iin-registry', { ...answer, ...unlike })).toEqual({ known, values: [] });
  });

  test('and the others fill in every field that the table of values promises', () => {
    const filled = (['iin-registry', 'permit-register'] as const).flatMap((source) =>
      prefilledFrom(source, { ...whom, ...facts[source], employer: null } as never),
    );
    const contract = { number: 'TD-2', bin: '150340011878', from: '2026-01-12', until: '2028-01-11' };
    const work = prefilledFrom('labour-contracts', {
      ...whom,
      contracts: [{ ...contract, status: 'registered' }],
    });
    const insured = prefilledFrom('insurance-register', { ...whom, ...facts['insurance-register'] });
    const pointers = [...filled, ...work, ...insured].map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual([...prefillablePointers].sort());
  });
});

describe('the system of labour contracts', () => {
  const older = {
    ...{ number: 'TD-1', bin: '090740022656', from: '2024-01-01', until: null },
    status: 'registered' as const,
  };
  const newer = { ...older, number: 'TD-2', bin: '150340011878', from: '2026-01-12', until: '2028-01-11' };

  test('fills in the contract that began last', () => {
    expect(byPointer(prefilledFrom('labour-contracts', { ...whom, contracts: [newer, older] }))).toEqual({
      '/employment/bin': '150340011878',
      '/employment/contractNumber': 'TD-2',
      '/employment/contractFrom': '2026-01-12',
      '/employment/contractUntil': '2028-01-11',
    });
  });

  test('passes over one that was terminated, and leaves an end open that there is none of', () => {
    const contracts = [{ ...newer, status: 'terminated' as const }, older];
    const values = byPointer(prefilledFrom('labour-contracts', { ...whom, contracts }));
    expect(values).toMatchObject({ '/employment/contractNumber': 'TD-1' });
    expect(values).not.toHaveProperty('/employment/contractUntil');
  });
});

describe('what had ended on the day of asking', () => {
  const question = { on: '2026-05-12' };

  test('is not offered: neither a policy nor a contract', () => {
    const policies = [
      { number: 'MS-1', from: '2026-01-01', until: '2026-05-11', covers: 'medical' as const },
    ];
    expect(prefilledFrom('insurance-register', { ...whom, question, policies })).toEqual([]);
    const old = { number: 'TD-1', bin: '090740022656', from: '2024-01-01', until: '2026-05-11' };
    const contracts = [{ ...old, status: 'registered' as const }];
    expect(prefilledFrom('labour-contracts', { ...whom, question, contracts })).toEqual([]);
    expect(prefilledFrom('labour-contracts', { ...whom, contracts })).toHaveLength(4);
  });

  test('and a contract of another employer is not offered to the one that files', () => {
    const own = { number: 'TD-1', bin: '090740022656', from: '2024-01-01', until: null };
    const newer = { ...own, number: 'TD-2', bin: '150340011878', from: '2026-01-12' };
    const contracts = [own, newer].map((each) => ({ ...each, status: 'registered' as const }));
    const filed = { ...question, bin: '090740022656' };
    expect(
      byPointer(prefilledFrom('labour-contracts', { ...whom, question: filed, contracts })),
    ).toMatchObject({
      '/employment/contractNumber': 'TD-1',
    });
  });
});

describe('the register of insurance', () => {
  test('fills in the policy that lasts longest', () => {
    const long = { number: 'MS-2', from: '2026-01-01', until: '2026-12-31', covers: 'medical' as const };
    const policies = [long, { ...long, number: 'MS-1', until: '2026-02-01' }];
    expect(byPointer(prefilledFrom('insurance-register', { ...whom, policies }))).toEqual({
      '/insurance/policyNumber': 'MS-2',
      '/insurance/validUntil': '2026-12-31',
    });
  });

  test('knows nobody without a policy', () => {
    expect(readPrefill('insurance-register', { ...whom, policies: [] })).toEqual({
      known: false,
      values: [],
    });
  });
});

describe('the registries of numbers and of fingerprints', () => {
  test.each([
    ['match', true],
    ['mismatch', false],
    ['unknown', false],
  ] as const)('a number that is a %s fills in nothing', (status, known) => {
    expect(readPrefill('iin-registry', { ...ids, status })).toEqual({ known, values: [] });
  });

  test('prints that are registered are one fact, and no field', () => {
    const values = prefilledFrom('fingerprint-registry', { ...ids, status: 'match' });
    expect(values).toEqual([{ pointer: '/register/fingerprints', value: true }]);
    expect(prefilledFrom('fingerprint-registry', { ...ids, status: 'not-registered' })).toEqual([]);
  });
});
