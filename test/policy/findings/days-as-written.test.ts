/** The days that window and term were read from, against those that the registers know: a difference is for a person. */
import { describe, expect, test } from '@jest/globals';
import { people } from '../../../agencies/people';
import type { AgencyAnswers } from '../../../domain/agency-answers';
import { subjectFrom } from '../../../domain/answer-shape';
import { readFinding } from '../../../policy/findings';

const subject = subjectFrom(people.bekzod.person);
const ids = { requestId: 'r-1', answerId: 'a-1', asked: subject, subject };
const on = '2026-11-24';
const bin = '150340011878';
const clear = { result: 'clear', codes: [] };
const unclear = (...codes: string[]) => ({ result: 'unclear', codes });

describe('the end of the permit to be renewed', () => {
  const answer: AgencyAnswers['permit-register'] = {
    ...ids,
    question: { on, permitNumber: 'TP-1', permitUntil: '2026-12-31' },
    currentPermit: { number: 'TP-1', validUntil: '2026-12-31', employerBin: null },
    registration: { addressCode: '0201', from: '2026-01-01', until: null },
    employer: null,
  };
  const told = (validUntil: string, question: object = {}, policyVersion?: string) =>
    readFinding(
      'permit-register',
      {
        ...answer,
        question: { ...answer.question, ...question },
        currentPermit: { number: 'TP-1', validUntil, employerBin: null },
      },
      policyVersion === undefined ? undefined : { policyVersion, purpose: 'study', filing: 'renewal' },
    );

  test.each<[string, string, object]>([
    ['as it was used', '2026-12-31', clear],
    ['later than it was used', '2027-02-01', unclear('permit-end-not-as-written')],
    ['earlier, and still ahead', '2026-12-01', unclear('permit-end-not-as-written')],
    ['the tenth day before the filing', '2026-11-14', unclear('permit-end-not-as-written')],
    [
      'the eleventh day before it: the window is another one too',
      '2026-11-13',
      unclear('permit-end-not-as-written', 'filed-after-the-ten-days'),
    ],
    ['months ago', '2026-05-02', unclear('permit-end-not-as-written', 'filed-after-the-ten-days')],
  ])('%s', (_, validUntil, expected) => {
    expect(told(validUntil)).toEqual(expected);
  });

  test('is compared with nothing where the question named none', () => {
    expect(told('2026-05-02', { permitUntil: undefined })).toEqual(clear);
  });

  test.each([undefined, 'permit-2026-04-13', 'permit-2026-11-24'])(
    'of a permit with another number is compared all the same in cases filed before: %s',
    (policyVersion) => {
      expect(told('2026-12-01', { permitNumber: 'TP-2' }, policyVersion)).toEqual(
        unclear('another-permit', 'permit-end-not-as-written'),
      );
    },
  );

  test('of a permit with another number is no end of the one that was named, and tells of no window', () => {
    const newest = 'permit-2026-11-25';
    expect(told('2026-05-02', { permitNumber: 'TP-2' }, newest)).toEqual(unclear('another-permit'));
    expect(told('2026-12-01', {}, newest)).toEqual(unclear('permit-end-not-as-written'));
    expect(told('2026-12-01', { permitNumber: undefined }, newest)).toEqual(
      unclear('permit-end-not-as-written'),
    );
  });

  test('in another person’s file says nothing of this one', () => {
    const another = subjectFrom(people.orhan.person);
    const { codes } = readFinding('permit-register', { ...answer, subject: another });
    expect(codes).not.toContain('permit-end-not-as-written');
  });
});

describe('the end of a contract', () => {
  type Contract = AgencyAnswers['labour-contracts']['contracts'][number];
  const own: Contract = {
    number: 'TD-1',
    bin,
    from: '2026-01-12',
    until: '2027-03-31',
    status: 'registered',
  };
  const told = (contractUntil: string | null | undefined, ...contracts: Contract[]) =>
    readFinding('labour-contracts', {
      ...ids,
      question: { on, bin, contractNumber: 'TD-1', ...(contractUntil !== undefined && { contractUntil }) },
      contracts,
    });

  test.each<[string, string | null | undefined, Contract[], object]>([
    ['as it was used', '2027-03-31', [own], clear],
    ['earlier than it was used', '2028-03-31', [own], unclear('contract-end-not-as-written')],
    ['that the person did not write', null, [own], unclear('contract-end-not-as-written')],
    ['that neither knows', null, [{ ...own, until: null }], clear],
    ['of one that the register knows without an end', '2027-03-31', [{ ...own, until: null }], clear],
    ['that nobody asked about', undefined, [own], clear],
    [
      'of another employer’s contract is not that one',
      '2027-03-31',
      [own, { ...own, bin: '090740022656', until: '2026-12-31' }],
      clear,
    ],
    [
      'of a contract with another number',
      '2028-03-31',
      [{ ...own, number: 'TD-2' }],
      unclear('another-contract-number', 'contract-end-not-as-written'),
    ],
  ])('%s', (_, contractUntil, contracts, expected) => {
    expect(told(contractUntil, ...contracts)).toEqual(expected);
  });
});

describe('the end of an insurance', () => {
  const policy = { number: 'MS-1', from: '2026-01-01', until: '2026-12-31', covers: 'medical' } as const;
  const longer = { ...policy, number: 'MS-2', until: '2027-12-31' };
  const told = (insuredUntil: string | undefined, ...policies: (typeof policy | typeof longer)[]) =>
    readFinding('insurance-register', {
      ...ids,
      question: { on, ...(insuredUntil !== undefined && { insuredUntil }) },
      policies,
    });

  test.each<[string, ReturnType<typeof told>, object]>([
    ['as it was used', told('2026-12-31', policy), clear],
    ['of one of two policies', told('2026-12-31', policy, longer), clear],
    ['that no policy has', told('2028-12-31', policy, longer), unclear('insurance-end-not-as-written')],
    ['that nobody asked about', told(undefined, policy), clear],
    [
      'is worse where there is no insurance',
      told('2026-12-31'),
      { result: 'adverse', codes: ['not-insured'] },
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('the end of a passport', () => {
  const document = { issuedBy: 'UZB', issuedOn: '2023-05-11', validUntil: '2033-05-10' };
  const question = { on, issuedOn: '2023-05-11', validUntil: '2033-05-10' };
  const told = (asked: object | undefined, known: object = document) =>
    readFinding('iin-registry', {
      ...{ ...ids, status: 'match' },
      ...(asked && { question: { ...question, ...asked } }),
      ...('issuedOn' in known && { document: known as typeof document }),
    });

  test.each<[string, ReturnType<typeof told>, object]>([
    ['as it was used', told({}), clear],
    [
      'later than the registry knows',
      told({ validUntil: '2034-05-10' }),
      unclear('passport-end-not-as-written'),
    ],
    [
      'of an older passport than the registry knows',
      told({ issuedOn: '2013-05-11', validUntil: '2027-05-10' }),
      unclear('passport-end-not-as-written'),
    ],
    [
      'of a newer one than the registry knows',
      told({ issuedOn: '2026-10-01', validUntil: '2036-09-30' }),
      clear,
    ],
    ['where the registry knows no document', told({}, {}), clear],
    ['that nobody asked about', told(undefined), clear],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});
