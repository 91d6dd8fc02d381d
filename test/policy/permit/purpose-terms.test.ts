/** How long a permit lasts, for every purpose, kind of filing and group of citizens, and which norm says so. */
import { describe, expect, test } from '@jest/globals';
import {
  citizenshipGroups,
  filings,
  permitPurposes,
  type CitizenshipGroup,
  type FilingKind,
  type PermitPurpose,
  type TermLimitName,
} from '../../../domain/permit';
import type { PermitForm } from '../../../domain/permit-form';
import { whyNotOpenTo } from '../../../policy/permit/open-to';
import { permitTerm } from '../../../policy/permit/term';
import { aPermitForm } from '../../support/permit-forms';

/** Decided on 13 May 2026; what is renewed ends on 20 May. */
const lastDays = {
  year: { issue: '2027-05-12', renewal: '2027-05-20' },
  'three years': { issue: '2029-05-12', renewal: '2029-05-20' },
  'half a year from the loss': { issue: '2026-11-03', renewal: '2026-11-03' },
} as const satisfies Record<string, Record<FilingKind, string>>;

interface Lasting {
  for: keyof typeof lastDays;
  /** What the source of its months names. */
  norm: RegExp;
  /** What bounds it beside months, passport and insurance, and what the source of that names. */
  bounds?: Partial<Record<TermLimitName, RegExp>>;
  insured: RegExp;
}

const unpublished = /is not published; in general a year at most/;
const uninsured = /who must be insured .* is not published/;
const contract = /service page 4631 .*: not beyond the contract/;

const table: Record<PermitPurpose, Lasting> = {
  family: { for: 'three years', norm: /No\. 477-IV, art\. 27: family of a citizen/, insured: /insurance/ },
  'work-with-permit': {
    for: 'year',
    norm: /No\. 477-IV, art\. 36, older redaction/,
    bounds: { 'employment-contract': /art\. 36/, 'work-permit': /art\. 36/ },
    insured: /art\. 36.* is not published/,
  },
  'work-without-permit': {
    for: 'year',
    norm: /service page 4631 .*work without a permit for a year/,
    bounds: { 'employment-contract': contract },
    insured: /service page 4631.* is not published/,
  },
  'eaeu-work': {
    for: 'year',
    norm: /service page 4631 .*work without a permit for a year/,
    bounds: { 'employment-contract': contract },
    insured: /service page 4631.* is not published/,
  },
  study: {
    for: 'year',
    norm: /No\. 477-IV, art\. 32: as petitioned/,
    bounds: { study: /art\. 32/ },
    insured: /art\. 32.* is not published/,
  },
  treatment: {
    for: 'year',
    norm: unpublished,
    bounds: { treatment: /no longer than the clinic treats/ },
    insured: /is not published/,
  },
  business: { for: 'three years', norm: /No\. 477-IV, art\. 39, older redaction/, insured: uninsured },
  'ethnic-kazakh': { for: 'three years', norm: /No\. 477-IV, art\. 39, older redaction/, insured: uninsured },
  missionary: { for: 'year', norm: /who invites a missionary.* is not published/, insured: uninsured },
  humanitarian: { for: 'year', norm: unpublished, insured: uninsured },
  'ground-lost': {
    for: 'half a year from the loss',
    norm: /No\. 477-IV, art\. 28: up to six months/,
    bounds: { 'lost-ground': /No\. 477-IV, art\. 28/ },
    insured: uninsured,
  },
};

const country: Record<CitizenshipGroup, string> = { eaeu: 'RUS', other: 'UZB', stateless: 'XXA' };
const cells = permitPurposes.flatMap((purpose) =>
  filings.flatMap((filing) =>
    citizenshipGroups
      .filter((group) => whyNotOpenTo(purpose, country[group]) === undefined)
      .map((group) => [purpose, filing, group] as const),
  ),
);

type Cell = (typeof cells)[number];

function termOf([purpose, filing, group]: Cell, unlike: Partial<PermitForm> = {}) {
  const renewal = filing === 'renewal';
  return permitTerm({
    ...{ purpose, filing, group, decidedOn: '2026-05-13' },
    window: renewal ? 'before-the-end' : 'first-filing',
    currentUntil: renewal ? '2026-05-20' : null,
    form: aPermitForm(purpose, unlike, filing),
  });
}

describe('a permit', () => {
  test.each(cells)('for %s, %s, of citizens %s, lasts as long as its norm says', (...cell) => {
    const [purpose, filing] = cell;
    const { validFrom, validUntil } = termOf(cell);
    expect(validFrom).toBe(filing === 'renewal' ? '2026-05-21' : '2026-05-13');
    expect(validUntil).toBe(lastDays[table[purpose].for][filing]);
  });

  test.each(cells)('for %s, %s, of citizens %s, names each limit and its norm', (...cell) => {
    const [purpose, , group] = cell;
    const { norm, bounds = {}, insured } = table[purpose];
    const asked = { request: { until: '2030-01-31' } };
    const told = new Map(termOf(cell, asked).limits.map(({ by, source }) => [by, source]));
    const norms = {
      ...{ purpose: norm, passport: /not beyond the document/, request: /than was asked for/, ...bounds },
      ...(group !== 'eaeu' && { insurance: insured }),
    };
    expect([...told.keys()].sort()).toEqual(Object.keys(norms).sort());
    for (const [by, source] of told) expect(source).toMatch(norms[by as keyof typeof norms] ?? /never/);
  });

  test.each(cells)('for %s, %s, of citizens %s, ends with the insurance of who must have one', (...cell) => {
    const [purpose, filing, group] = cell;
    const insurance = { policyNumber: 'MED-2026-1', validUntil: '2026-07-31' };
    const { validUntil, shortestBy } = termOf(cell, { insurance });
    const own = lastDays[table[purpose].for][filing];
    expect(validUntil).toBe(group === 'eaeu' ? own : '2026-07-31');
    expect(shortestBy === 'insurance').toBe(group !== 'eaeu');
  });
});

describe('of a family', () => {
  const sponsor = { iin: '900101300017', relation: 'child' as const };
  const until = '2028-03-31';
  const kinds = [
    [{ ...sponsor, kind: 'citizen' }, '2029-05-12', 'purpose', /art\. 27: family of a citizen/],
    [
      { ...sponsor, kind: 'ethnic-kazakh', residentSince: '2023-01-10', permitUntil: until },
      ...[until, 'sponsor', /art\. 27: as long as the sponsor’s own permit/],
    ],
    [
      { ...sponsor, kind: 'permanent-resident', residentSince: '2023-01-10' },
      ...['2027-05-12', 'purpose', /art\. 27: a year, renewed yearly/],
    ],
    [
      { ...sponsor, kind: 'business-immigrant', permitUntil: '2026-12-31' },
      ...['2026-12-31', 'sponsor', /art\. 27: not beyond the sponsor’s own permit/],
    ],
  ] as [NonNullable<PermitForm['sponsor']>, string, TermLimitName, RegExp][];

  test.each(kinds.flatMap((row) => citizenshipGroups.map((group) => [group, ...row] as const)))(
    'citizens %s join %j until %s, by the %s',
    (group, joined, lastDay, by, norm) => {
      const { validUntil, shortestBy, limits } = termOf(['family', 'issue', group], { sponsor: joined });
      expect([validUntil, shortestBy]).toEqual([lastDay, by]);
      expect(limits.find((limit) => limit.by === by)?.source).toMatch(norm);
    },
  );
});
