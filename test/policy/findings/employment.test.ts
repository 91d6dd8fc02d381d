/** What the register of permits and the system of labour contracts say of a permit for work. */
import { describe, expect, test } from '@jest/globals';
import { employers } from '../../../agencies/employers';
import { people } from '../../../agencies/people';
import type { AgencyAnswers } from '../../../domain/agency-answers';
import { subjectFrom } from '../../../domain/answer-shape';
import { readFinding } from '../../../policy/findings';

const whom = {
  ...{ requestId: 'r-1', answerId: 'a-1' },
  asked: subjectFrom(people.bekzod.person),
  subject: subjectFrom(people.bekzod.person),
};
const on = '2026-05-09';
const bin = employers.builder.bin;
const clear = { result: 'clear', codes: [] };
const unclear = (...codes: string[]) => ({ result: 'unclear', codes });
const adverse = (...codes: string[]) => ({ result: 'adverse', codes });

describe('the register of permits', () => {
  type Permits = AgencyAnswers['permit-register'];
  const answer: Permits = {
    ...whom,
    question: { on, bin, permitNumber: 'TP-1' },
    currentPermit: { number: 'TP-1', validUntil: '2026-05-20', employerBin: bin },
    registration: { addressCode: '0201', from: '2026-01-01', until: '2026-05-09' },
    employer: { known: true, validPermits: 9_999 },
  };

  const ours = {
    number: 'TP-1',
    validFrom: '2025-05-21',
    validUntil: '2026-05-20',
    standing: 'stands',
  } as const;

  test.each<[string, Partial<Permits>, object]>([
    ['everything in order, however many permits the employer has', {}, clear],
    ['nobody’s employer asked about', { employer: null, question: { on, permitNumber: 'TP-1' } }, clear],
    [
      'an employer it does not know',
      { employer: { known: false, validPermits: 0 } },
      adverse('employer-unknown'),
    ],
    ['no permit, when one is to be renewed', { currentPermit: null }, unclear('permit-not-known')],
    ['no permit, when none was named', { currentPermit: null, question: { on, bin } }, clear],
    [
      'another permit than the one named',
      { question: { on, bin, permitNumber: 'TP-2' } },
      unclear('another-permit'),
    ],
    ['one of ours, that only we know', { currentPermit: null, own: [ours] }, clear],
    [
      'one of ours, where another was named',
      { currentPermit: null, own: [{ ...ours, number: 'TP-3' }] },
      unclear('another-permit'),
    ],
    [
      'one of ours that was shortened',
      { own: [{ ...ours, standing: 'shortened' }] },
      unclear('permit-ended-early'),
    ],
    [
      'one of ours that was annulled',
      { currentPermit: null, own: [{ ...ours, standing: 'annulled' }] },
      unclear('permit-annulled'),
    ],
    ['no registration', { registration: null }, unclear('not-registered')],
    [
      'a registration that ended the day before',
      { registration: { addressCode: '0201', from: '2026-01-01', until: '2026-05-08' } },
      unclear('not-registered'),
    ],
  ])('tells of %s', (_, unlike, expected) => {
    expect(readFinding('permit-register', { ...answer, ...unlike })).toEqual(expected);
  });

  test.each([
    ['permit-2026-11-23', clear],
    ['permit-2026-11-24', unclear('employer-not-told')],
  ])('that was asked of an employer and says nothing of him, under %s', (policyVersion, expected) => {
    const filed = { policyVersion, purpose: 'work-with-permit', filing: 'renewal' } as const;
    expect(readFinding('permit-register', { ...answer, employer: null }, filed)).toMatchObject(expected);
  });
});

describe('the system of labour contracts', () => {
  type Contract = AgencyAnswers['labour-contracts']['contracts'][number];
  const own: Contract = { number: 'TD-1', bin, from: '2026-01-12', until: null, status: 'registered' };
  const other: Contract = { ...own, number: 'TD-7', bin: employers.crowded.bin };
  const terminated: Contract = { ...own, status: 'terminated' };
  const question = { on, bin, contractNumber: 'TD-1' };

  test.each<[string, Contract[], object]>([
    ['is in force', [own], clear],
    ['is in force beside an older one that was terminated', [terminated, own], clear],
    ['has its last day today', [{ ...own, until: on }], clear],
    ['begins later', [{ ...own, from: '2026-06-01' }], clear],
    ['ended yesterday', [{ ...own, until: '2026-05-08' }], adverse('no-registered-contract')],
    ['was terminated', [terminated], adverse('no-registered-contract')],
    ['is not there', [], adverse('no-registered-contract')],
    ['is with another employer', [other], unclear('contract-of-another-employer')],
    ['has another number', [{ ...own, number: 'TD-2' }], unclear('another-contract-number')],
    [
      'was terminated, and another employer’s is in force',
      [terminated, other],
      adverse('no-registered-contract', 'contract-of-another-employer'),
    ],
  ])('tells of a contract that %s', (_, contracts, expected) => {
    expect(readFinding('labour-contracts', { ...whom, question, contracts })).toEqual(expected);
  });

  test.each([
    ['nobody named the employer', { on }, 'employer-not-told'],
    ['nobody named the day', { bin }, 'day-not-told'],
  ])('is never clear when %s', (_, asked, code) => {
    const answer = { ...whom, question: asked, contracts: [own] };
    expect(readFinding('labour-contracts', answer)).toEqual(unclear(code));
  });
});
