/** Which of the register's answers on a sponsor bound a term, and by which rule. */
import { describe, expect, test } from '@jest/globals';
import { people } from '../../../agencies/people';
import type { AgencyAnswers } from '../../../domain/agency-answers';
import { subjectFrom } from '../../../domain/answer-shape';
import { termFor } from '../../../policy/permit/as-filed';
import { registeredSponsor, sponsorRows } from '../../../policy/permit/registered-sponsor';
import { familySponsors } from '../../../policy/permit/sponsors';
import { aPermitForm } from '../../support/permit-forms';

type Kinship = AgencyAnswers['kinship-register'];
const she = subjectFrom(people.saltanat.person);
const answer: Kinship = {
  ...{ requestId: 'r-1', answerId: 'a-1', asked: she, subject: she },
  question: { on: '2026-05-12', sponsorIin: '900101300017', sponsorKind: 'citizen' },
  relation: 'spouse',
  since: '2015-06-20',
  sponsor: { status: 'business-immigrant', residentSince: null, permitUntil: '2026-12-31', alive: true },
};

describe('the sponsor whom the register knows', () => {
  test('bounds the term that the form would give', () => {
    const filed = {
      purpose: 'family',
      filing: 'issue',
      citizenship: 'KGZ',
      form: aPermitForm('family'),
    } as const;
    const decision = { window: 'first-filing', decidedOn: '2026-05-13' } as const;
    expect(termFor(filed, { ...decision, kinship: answer }).validUntil).toBe('2026-12-31');
    expect(termFor(filed, { ...decision, kinship: undefined }).validUntil).toBe('2029-05-12');
  });

  test.each<[string, Kinship | undefined]>([
    ['nobody answered', undefined],
    ['the answer is about another person', { ...answer, subject: { ...she, passportNumber: 'PE0000000' } }],
    ['the question did not say what is written', { ...answer, question: { sponsorIin: '900101300017' } }],
  ])('bounds nothing where %s', (_, given) => {
    expect(registeredSponsor(given)).toBeUndefined();
  });

  test.each(['temporary', 'none'] as const)('as %s gives the least that the article gives', (status) => {
    const { months, endsWithSponsor } = sponsorRows[status];
    const shortest = Math.min(...Object.values(familySponsors).map((row) => row.months.value));
    expect([months.value, months.confidence]).toEqual([shortest, 'assumption']);
    expect([endsWithSponsor.value, endsWithSponsor.confidence]).toEqual([true, 'assumption']);
  });
});
