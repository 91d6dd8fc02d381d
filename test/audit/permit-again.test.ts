/** A term that a sponsor bounds, computed again from the record, the form and the register's kept answer. */
import { describe, expect, test } from '@jest/globals';
import { computeAgain, type Ground } from '../../audit/permit-again';
import type { AnswerRef } from '../../domain/events';
import { subjectFrom } from '../../domain/answer-shape';
import { people } from '../../agencies/people';
import type { FilingKind, PermitFiling } from '../../domain/permit';
import type { KinshipRegisterAnswer } from '../../domain/permit-answers';
import { aPermitFile } from '../support/permit-files';
import { aPermitForm } from '../support/permit-forms';
import { anEvent } from '../support/tell';

const { person, facts } = people.malika;
const check = 'kinship-register';
const answer = { answerId: 'answer-7', sha256: '7'.repeat(64) };
const whom = { asked: subjectFrom(person), subject: subjectFrom(person) };
const body: KinshipRegisterAnswer = {
  ...{ requestId: 'r-1', answerId: answer.answerId, ...whom, ...facts[check] },
  question: { on: '2026-05-05', purpose: 'family', sponsorIin: '900101300017', sponsorKind: 'citizen' },
};
const kept = { agency: check, ...answer, body };

const permit: PermitFiling = { filing: 'issue', purpose: 'family', employerId: null };
interface Asked {
  policyVersion?: string;
  told?: Record<string, AnswerRef>;
  filing?: FilingKind;
}
/** A grant as the case stood before it, its checks asked of a family. */
function termAgain(
  bodies: Ground['bodies'],
  term: object = {},
  { policyVersion, told = {}, filing = 'issue' }: Asked = {},
) {
  const file = aPermitFile('granting');
  const { checks } = file;
  const found = Object.values(checks ?? {})[0];
  if (found === undefined || file.permit === null) throw new Error('nothing was asked');
  const others = Object.entries(told).map(([register, { answerId, sha256 }]) => {
    return [register, { ...found, answer: { answerId, sha256 } }];
  });
  const answered = { [check]: { ...found, answer }, ...Object.fromEntries(others) };
  const older = policyVersion === undefined ? checks : {};
  const asked = {
    ...{ ...file, checks: { ...older, ...answered } },
    policyVersion: policyVersion ?? file.policyVersion,
  };
  const before = { ...asked, permit: { ...file.permit, ...permit, filing } };
  const usual = anEvent('permit-issued', { day: 2 });
  const event = { ...usual, data: { ...usual.data, term: { ...termIn(usual), ...term } } } as typeof usual;
  const ground = { entered: aPermitForm('family', {}, filing), person, fetched: [], bodies };
  return computeAgain({ before, event, after: before }, ground)?.expected;
}

function termIn({ data }: ReturnType<typeof anEvent>): object {
  return 'term' in data && data.term ? data.term : {};
}

describe('an auditor', () => {
  test('lets a first permit begin after the one that the record says it waited for', () => {
    expect(termAgain([kept], { follows: '2026-08-31' })).toMatchObject({
      term: { validFrom: '2026-09-01', follows: '2026-08-31' },
    });
  });

  test('computes the term of which nothing was left, too', () => {
    const file = aPermitFile('granting');
    const event = anEvent('permit-not-issued', { day: 2 });
    const ground = { entered: aPermitForm('eaeu-work'), person, fetched: [], bodies: [] };
    const again = computeAgain({ before: file, event, after: file }, ground);
    expect(again?.expected).toMatchObject({ term: { validFrom: '2027-06-01', follows: '2027-05-31' } });
  });

  test('finds the year of a permanent resident’s wife, though she called him a citizen', () => {
    expect(termAgain([kept])).toMatchObject({
      term: { validUntil: '2027-05-05', shortestBy: 'purpose' },
    });
  });

  test('who is shown another answer of the register finds another term', () => {
    const sponsor = { ...body.sponsor, status: 'citizen' as const };
    expect(termAgain([{ ...kept, body: { ...body, sponsor } }])).toMatchObject({
      term: { validUntil: '2029-05-05' },
    });
  });

  test('finds the end of the passport that its registry told in verification', () => {
    const register = 'iin-registry';
    const document = { issuedBy: 'UZB', issuedOn: '2021-04-02', validUntil: '2026-09-30' };
    const said = {
      ...{ requestId: 'r-2', answerId: 'answer-8', ...whom, status: 'match', document },
      question: { on: '2026-05-05', issuedOn: '2021-04-02', validUntil: '2031-04-01' },
    };
    const told = { agency: register, answerId: 'answer-8', sha256: '8'.repeat(64), body: said } as const;
    const newest = { policyVersion: 'permit-2026-11-24', told: { [register]: told } };
    expect(termAgain([kept, told], {}, newest)).toMatchObject({
      term: { validUntil: '2026-09-30', shortestBy: 'passport' },
    });
    expect(termAgain([kept, told], {}, { ...newest, policyVersion: 'permit-2026-11-23' })).toMatchObject({
      term: { shortestBy: 'purpose' },
    });
    expect(() => termAgain([kept], {}, newest)).toThrow('the answer of iin-registry is not kept');
  });

  test.each([
    ['permit-2026-11-25', '2026-05-21'],
    ['permit-2026-11-24', '2025-05-21'],
  ])('of a case under %s lets a renewal beside another permit begin on %s', (policyVersion, validFrom) => {
    const register = 'permit-register';
    const said = {
      ...{ requestId: 'r-2', answerId: 'answer-8', ...whom },
      question: { on: '2026-05-05', permitNumber: 'TRP-1', permitUntil: '2026-05-20' },
      currentPermit: { number: 'TRP-0', validUntil: '2025-05-20', employerBin: null },
      ...{ registration: null, employer: null },
    };
    const told = { agency: register, answerId: 'answer-8', sha256: '8'.repeat(64), body: said } as const;
    const again = { policyVersion, told: { [register]: told }, filing: 'renewal' } as const;
    expect(termAgain([kept, told], {}, again)).toMatchObject({ term: { validFrom } });
  });

  test.each([
    ['permit-2026-11-25', 'another-contract'],
    ['permit-2026-11-24', 'register-prevails'],
  ])('of a case under %s finds that %s', (policyVersion, rule) => {
    const file = { ...aPermitFile('awaiting-form'), policyVersion };
    const source = 'labour-contracts' as const;
    const fetched = [{ pointer: '/employment/contractNumber', value: 'SIDE-1', source }];
    const ground = { entered: aPermitForm('eaeu-work'), person, fetched, bodies: [] };
    const again = computeAgain({ before: file, event: anEvent('form-submitted'), after: file }, ground);
    expect(again?.expected).toMatchObject({
      permit: { uses: expect.arrayContaining([expect.objectContaining({ source, rule })]) },
    });
  });

  test.each<[string, Ground['bodies']]>([
    ['is not kept', []],
    ['is not the one that the record names', [{ ...kept, sha256: '8'.repeat(64) }]],
    ['has no shape', [{ ...kept, body: {} }]],
  ])('computes nothing where the answer %s', (_, bodies) => {
    expect(() => termAgain(bodies)).toThrow('the answer on the sponsor is not kept');
  });
});
