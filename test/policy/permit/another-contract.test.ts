/** Who has two contracts in force files for the one that he names, and not for the one that began last. */
import { describe, expect, test } from '@jest/globals';
import { contractQuestion } from '../../../activities/filed-facts';
import { people } from '../../../agencies/people';
import { subjectFrom } from '../../../domain/answer-shape';
import type { PermitDraft } from '../../../domain/permit-form';
import { readFinding } from '../../../policy/findings';
import { documentsKnown, documentsOwed } from '../../../policy/permit/documents-owed';
import { limitValues } from '../../../policy/permit/limit-values';
import { prefilledFrom } from '../../../policy/permit/prefill';
import { markEnded } from '../../../policy/permit/still-lasting';
import { formAsUsed, namesAnotherContract, useValues } from '../../../policy/permit/uses';
import { aPermitForm, anEmployer, anIndividual } from '../../support/permit-forms';

const newest = 'permit-2026-11-25';
const older = 'permit-2026-11-24';
const on = '2026-05-12';
const subject = subjectFrom(people.bekzod.person);
const ids = { requestId: 'r-1', answerId: 'a-1', asked: subject, subject };
const source = 'labour-contracts' as const;

const job = { number: 'TD-17', bin: anEmployer, from: '2024-05-01', until: '2031-04-30' };
/** Began later than the work that the permit is for. */
const sideJob = { number: 'SIDE-1', bin: anIndividual, from: '2026-03-01', until: '2029-12-31' };
type Contract = typeof job;
const answerOf = (question: object, ...contracts: Contract[]) => ({
  ...{ ...ids, question: { on, ...question } },
  contracts: contracts.map((each) => ({ ...each, status: 'registered' as const })),
});
const found = markEnded(
  prefilledFrom(source, answerOf({}, job, sideJob)).map((value) => ({ ...value, source })),
  on,
);

const workPermit = { workPermitNumber: 'WP-3', workPermitUntil: '2031-03-31' };
const written = ({ bin, number, from, until }: Contract, unlike: object = {}): PermitDraft =>
  aPermitForm('work-with-permit', {
    employment: {
      ...{ bin, contractNumber: number, contractFrom: from, contractUntil: until },
      ...workPermit,
      ...unlike,
    },
  });
const used = (form: PermitDraft, policyVersion = newest) => formAsUsed(form, found, policyVersion).employment;
const usesOf = (form: PermitDraft) =>
  useValues(form, found, newest).filter(({ pointer }) => pointer.startsWith('/employment/'));

describe('a contract that is not the one filled in', () => {
  test.each([
    ['with another employer', written(job)],
    ['with another number', written({ ...sideJob, number: 'SIDE-2' })],
    ['without an end', written(job, { contractUntil: undefined })],
    ['of which the BIN alone is written so far', { employment: { bin: anEmployer } }],
  ])('counts as a whole as it is written: %s', (_, form) => {
    expect(used(form)).toEqual(form.employment);
    expect(formAsUsed(formAsUsed(form, found, newest), found, newest)).toEqual(form);
  });

  test('says of every field that the person named another one', () => {
    expect(usesOf(written(job))).toEqual(
      ['bin', 'contractNumber', 'contractFrom', 'contractUntil'].map((field) => ({
        ...{ pointer: `/employment/${field}`, used: 'corrected', source, rule: 'another-contract' },
      })),
    );
    expect(usesOf(written({ ...sideJob, number: 'SIDE-2' })).map(({ rule }) => rule)).toEqual(
      Array(4).fill('another-contract'),
    );
    expect(usesOf(written(job, { contractUntil: undefined }))).toHaveLength(3);
  });

  test('bounds the term by the end that he wrote, and the limit says so', () => {
    const values = limitValues(newest, {
      ...{ entered: written(job), found },
      toldAt: { [source]: '2026-05-05T05:00:01.000Z' },
    });
    expect(values?.inForm('/employment/contractUntil')).toMatchObject({
      ...{ used: 'corrected', source, at: null, rule: 'another-contract' },
    });
  });

  test('owes its paper: the register has told of another one', () => {
    const asked = (form: PermitDraft, policyVersion: string) => {
      const applicant = {
        ...({ purpose: 'work-with-permit', filing: 'issue', citizenship: 'UZB' } as const),
        ...{ bornOn: '1988-03-14', filedOn: on, found, policyVersion },
        form: formAsUsed(form, found, policyVersion),
      };
      const has = (list: readonly { kind: string }[]) =>
        list.some(({ kind }) => kind === 'employment-contract');
      return { owed: has(documentsOwed(applicant)), known: has(documentsKnown(applicant)) };
    };
    expect(asked(written(job), newest)).toEqual({ owed: true, known: false });
    expect(asked(written({ ...job, bin: anIndividual }), newest)).toEqual({ owed: true, known: false });
    expect(asked(written(sideJob), newest)).toEqual({ owed: false, known: true });
    expect(asked(written(job), older)).toEqual({ owed: false, known: true });
  });
});

describe('in verification the register is asked of the contract that is named', () => {
  const told = (form: PermitDraft, ...contracts: Contract[]) => {
    const question = contractQuestion(formAsUsed(form, found, newest), { on, withDays: true });
    return readFinding(source, answerOf(question, ...contracts));
  };

  test.each([
    ['it knows both', written(job), [job, sideJob], { result: 'clear', codes: [] }],
    [
      'it knows the other one alone',
      written(job),
      [sideJob],
      { result: 'unclear', codes: ['contract-of-another-employer'] },
    ],
    [
      'it had ended',
      written(job),
      [{ ...job, until: '2026-05-01' }],
      { result: 'adverse', codes: ['no-registered-contract'] },
    ],
    [
      'it has another number',
      written({ ...sideJob, number: 'SIDE-2' }),
      [job, sideJob],
      { result: 'unclear', codes: expect.arrayContaining(['another-contract-number']) },
    ],
  ])('and %s', (_, form, contracts, expected) => {
    expect(told(form, ...contracts)).toEqual(expected);
  });
});

describe('the contract filled in', () => {
  test('counts where nobody names another one', () => {
    const same = written(sideJob, { contractUntil: '2027-01-31' });
    expect(used(same)).toEqual(written(sideJob).employment);
    expect(used({ employment: workPermit })).toEqual(written(sideJob).employment);
    expect(usesOf(same).map(({ rule }) => rule)).toContain('register-prevails');
  });

  test('gives way to a new one where it had ended, as before', () => {
    const ended = markEnded(found, '2030-01-01');
    expect(namesAnotherContract(written(job), ended, newest)).toBe(false);
    expect(formAsUsed(written(job), ended, newest).employment).toEqual(written(job).employment);
  });

  test.each([older, 'permit-2026-04-13', undefined])(
    'counts in cases filed before, whichever is named: %s',
    (policyVersion) => {
      expect(formAsUsed(written(job), found, policyVersion).employment).toEqual(written(sideJob).employment);
    },
  );
});
