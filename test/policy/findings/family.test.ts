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

describe('the register of kinship beside what the form says', () => {
  type Kinship = AgencyAnswers['kinship-register'];
  type Sponsor = Kinship['sponsor'];
  const residentSince = '2020-03-01';
  const permitUntil = '2027-01-31';

  function read(written: Kinship['question'], known: Partial<Sponsor>) {
    const sponsor: Sponsor = { status: 'citizen', residentSince: null, permitUntil: null, alive: true };
    return readFinding('kinship-register', {
      ...whom,
      question: { on, purpose: 'family', sponsorIin: '900101300017', ...written },
      relation: 'child',
      since: null,
      sponsor: { ...sponsor, ...known },
    });
  }

  test.each<[string, Kinship['question'], Partial<Sponsor>, object]>([
    ['a citizen who is one', { sponsorKind: 'citizen' }, {}, clear],
    [
      'a citizen, who is a permanent resident',
      { sponsorKind: 'citizen' },
      { status: 'permanent-resident', residentSince },
      unclear('sponsor-not-as-written'),
    ],
    [
      'a permanent resident, who is a citizen by now',
      { sponsorKind: 'permanent-resident', residentSince },
      {},
      unclear('sponsor-not-as-written'),
    ],
    [
      'a citizen, who is here for a time',
      { sponsorKind: 'citizen' },
      { status: 'temporary' },
      unclear('sponsor-right-to-judge', 'sponsor-not-as-written'),
    ],
    [
      'a citizen, who has no right to be here',
      { sponsorKind: 'citizen' },
      { status: 'none' },
      adverse('sponsor-without-right', 'sponsor-not-as-written'),
    ],
    [
      'a permanent resident since the same day',
      { sponsorKind: 'permanent-resident', residentSince },
      { status: 'permanent-resident', residentSince },
      clear,
    ],
    [
      'a permanent resident since another day',
      { sponsorKind: 'permanent-resident', residentSince },
      { status: 'permanent-resident', residentSince: '2020-03-02' },
      unclear('sponsor-residence-not-as-written'),
    ],
    [
      'an ethnic Kazakh whose permit ends on another day',
      { sponsorKind: 'ethnic-kazakh', residentSince, permitUntil },
      { status: 'ethnic-kazakh', residentSince, permitUntil: '2027-01-30' },
      unclear('sponsor-permit-not-as-written'),
    ],
    [
      'a business immigrant since another day, on which nothing rests',
      { sponsorKind: 'business-immigrant', residentSince, permitUntil },
      { status: 'business-immigrant', residentSince: '2021-01-01', permitUntil },
      clear,
    ],
    [
      'a permanent resident with an end, on which nothing rests',
      { sponsorKind: 'permanent-resident', residentSince, permitUntil },
      { status: 'permanent-resident', residentSince, permitUntil: '2028-01-31' },
      clear,
    ],
    [
      'a business immigrant whose end the register does not know',
      { sponsorKind: 'business-immigrant', permitUntil },
      { status: 'business-immigrant' },
      clear,
    ],
    ['nothing, in a question of old', {}, { status: 'permanent-resident', residentSince }, clear],
  ])('reads of a sponsor written as %s', (_, written, known, expected) => {
    expect(read(written, known)).toEqual(expected);
  });
});

describe('the register of kinship where the ground is said to be lost', () => {
  type Kinship = AgencyAnswers['kinship-register'];

  function read({
    alive = true,
    ...unlike
  }: Partial<Pick<Kinship, 'relation' | 'question'>> & { alive?: boolean }) {
    return readFinding('kinship-register', {
      ...whom,
      question: { on, purpose: 'ground-lost', sponsorIin: '900101300017' },
      relation: 'spouse',
      since: '2025-12-01',
      sponsor: { status: 'none', residentSince: null, permitUntil: '2026-01-31', alive },
      ...unlike,
    });
  }

  test.each(['spouse', 'child', 'parent'] as const)(
    'takes a sponsor’s death for the ground that it is: of a %s nothing stands against six months',
    (relation) => {
      expect(read({ relation, alive: false })).toEqual(clear);
    },
  );

  test.each<[string, Parameters<typeof read>[0], object]>([
    ['somebody married to a sponsor who lives', {}, unclear('ground-loss-to-judge')],
    ['a child, of age or not', { relation: 'child' }, unclear('ground-loss-to-judge')],
    ['who is no relative any more, or never was', { relation: 'none' }, unclear('no-kinship')],
    ['who is no relative of somebody dead', { relation: 'none', alive: false }, unclear('no-kinship')],
    ['another relative', { relation: 'other', alive: false }, unclear('kinship-to-judge')],
    ['who names no sponsor', { question: { on, purpose: 'ground-lost' } }, unclear('sponsor-not-told')],
  ])('leaves to a person: %s', (_, unlike, expected) => {
    expect(read(unlike)).toEqual(expected);
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
