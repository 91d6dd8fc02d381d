/** What the registers of kinship and of insurance say of a permit. */
import { describe, expect, test } from '@jest/globals';
import { people } from '../../../agencies/people';
import type { AgencyAnswers } from '../../../domain/agency-answers';
import { subjectFrom } from '../../../domain/answer-shape';
import { readFinding } from '../../../policy/findings';

const whom = {
  ...{ requestId: 'r-1', answerId: 'a-1' },
  asked: subjectFrom(people.saltanat.person),
  subject: subjectFrom(people.saltanat.person),
};
const on = '2026-05-09';
const clear = { result: 'clear', codes: [] };
const unclear = (...codes: string[]) => ({ result: 'unclear', codes });
const adverse = (...codes: string[]) => ({ result: 'adverse', codes });

describe('the register of kinship', () => {
  type Kinship = AgencyAnswers['kinship-register'];
  type Sponsor = Kinship['sponsor'];
  const citizen: Sponsor = { status: 'citizen', residentSince: null, permitUntil: null, alive: true };
  const wife: Kinship = {
    ...whom,
    question: { on, sponsorIin: '900101300017' },
    relation: 'spouse',
    since: '2023-05-09',
    sponsor: citizen,
  };

  test.each<[string, Partial<Kinship>, object]>([
    ['married for three years to the day', {}, clear],
    ['married a day too late', { since: '2023-05-10' }, adverse('marriage-too-young')],
    ['married on a day that nobody knows', { since: null }, unclear('marriage-date-unknown')],
    ['a child', { relation: 'child', since: null }, clear],
    ['another relative', { relation: 'other', since: null }, unclear('kinship-to-judge')],
    ['no relative', { relation: 'none', since: null }, adverse('no-kinship')],
    ['of somebody dead', { sponsor: { ...citizen, alive: false } }, adverse('sponsor-not-alive')],
    ['asked about without a sponsor', { question: { on } }, unclear('sponsor-not-told')],
    ['asked about without a day', { question: { sponsorIin: '900101300017' } }, unclear('day-not-told')],
  ])('tells of a person who is %s', (_, unlike, expected) => {
    expect(readFinding('kinship-register', { ...wife, ...unlike })).toEqual(expected);
  });

  test.each<[string, Partial<Sponsor>, object]>([
    [
      'a permanent resident of two years',
      { status: 'permanent-resident', residentSince: '2024-05-09' },
      clear,
    ],
    [
      'a permanent resident of a day less',
      { status: 'permanent-resident', residentSince: '2024-05-10' },
      adverse('sponsor-without-right'),
    ],
    [
      'a permanent resident since nobody knows when',
      { status: 'permanent-resident' },
      unclear('sponsor-residence-unknown'),
    ],
    [
      'an ethnic Kazakh whose permit ended yesterday',
      { status: 'ethnic-kazakh', residentSince: '2020-01-01', permitUntil: '2026-05-08' },
      adverse('sponsor-permit-ended'),
    ],
    ['a business immigrant on the last day', { status: 'business-immigrant', permitUntil: on }, clear],
    [
      'here for a time',
      { status: 'temporary', permitUntil: '2027-01-01' },
      unclear('sponsor-right-to-judge'),
    ],
    ['without any status', { status: 'none' }, adverse('sponsor-without-right')],
  ])('tells of a sponsor who is %s', (_, unlike, expected) => {
    const answer = { ...wife, sponsor: { ...citizen, ...unlike } };
    expect(readFinding('kinship-register', answer)).toEqual(expected);
  });
});

describe('the register of insurance', () => {
  const policy = { number: 'MS-1', from: '2026-01-01', until: '2026-12-31', covers: 'medical' } as const;

  test.each<[string, AgencyAnswers['insurance-register']['policies'], object]>([
    ['covers the day', [policy], clear],
    ['has its last day today', [{ ...policy, until: on }], clear],
    ['begins tomorrow', [{ ...policy, from: '2026-05-10' }], unclear('insurance-begins-later')],
    ['ended yesterday', [{ ...policy, until: '2026-05-08' }], adverse('not-insured')],
    ['is not there', [], adverse('not-insured')],
  ])('tells of a policy that %s', (_, policies, expected) => {
    expect(readFinding('insurance-register', { ...whom, question: { on }, policies })).toEqual(expected);
  });

  test('is never clear when nobody said on which day', () => {
    const answer = { ...whom, question: {}, policies: [policy] };
    expect(readFinding('insurance-register', answer)).toEqual(unclear('day-not-told'));
  });
});
