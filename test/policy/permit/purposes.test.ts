/** The table of purposes, every cell of it: papers, months, renewal, sponsors, limits and checks. */
import { describe, expect, test } from '@jest/globals';
import { checks, type Check } from '../../../domain/agencies';
import type { DocumentKind } from '../../../domain/events';
import {
  citizenshipGroups,
  filings,
  permitPurposes,
  type CitizenshipGroup,
  type FilingKind,
  type PermitPurpose,
  type TermLimitName,
} from '../../../domain/permit';
import { citizenshipGroupOf } from '../../../policy/permit/citizenship';
import { whyNotOpenTo } from '../../../policy/permit/open-to';
import { documentsOwed } from '../../../policy/permit/documents-owed';
import { checksOf, employed, purposeRow } from '../../../policy/permit/purposes';
import { confidences, type Confidence } from '../../../policy/rule';
import { aPermitForm } from '../../support/permit-forms';

interface Expected {
  /** Of everybody where nothing else is said. */
  groups?: CitizenshipGroup[];
  papers: DocumentKind[];
  months: number;
  sponsors: string[];
  limits: TermLimitName[];
  checks: Check[];
  atRenewal: Check[];
}

const register: Check[] = ['permit-register'];
const employer: Check[] = ['permit-register', 'labour-contracts'];

const table: Record<PermitPurpose, Expected> = {
  family: {
    papers: ['kinship-document'],
    months: 36,
    sponsors: ['citizen', 'ethnic-kazakh', 'permanent-resident', 'business-immigrant'],
    limits: ['sponsor', 'insurance'],
    checks: ['kinship-register'],
    atRenewal: register,
  },
  'work-with-permit': {
    papers: ['work-permit', 'employment-contract'],
    months: 12,
    sponsors: [],
    limits: ['employment-contract', 'work-permit', 'insurance'],
    checks: employer,
    atRenewal: ['security-service'],
  },
  'work-without-permit': {
    papers: ['employment-contract'],
    months: 12,
    sponsors: [],
    limits: ['employment-contract', 'insurance'],
    checks: employer,
    atRenewal: ['security-service'],
  },
  'eaeu-work': {
    groups: ['eaeu'],
    papers: ['employment-contract'],
    months: 12,
    sponsors: [],
    limits: ['employment-contract', 'insurance'],
    checks: employer,
    atRenewal: [],
  },
  study: {
    papers: ['study-petition'],
    months: 12,
    sponsors: [],
    limits: ['study', 'insurance'],
    checks: [],
    atRenewal: register,
  },
  treatment: {
    papers: ['treatment-document'],
    months: 12,
    sponsors: [],
    limits: ['treatment', 'insurance'],
    checks: [],
    atRenewal: register,
  },
  business: {
    papers: ['police-clearance', 'medical-certificate'],
    months: 36,
    sponsors: [],
    limits: ['insurance'],
    checks: ['medical-registry'],
    atRenewal: register,
  },
  'ethnic-kazakh': {
    papers: ['origin-proof'],
    months: 36,
    sponsors: [],
    limits: ['insurance'],
    checks: [],
    atRenewal: register,
  },
  missionary: {
    papers: ['religious-certificate'],
    months: 12,
    sponsors: ['organisation'],
    limits: ['insurance'],
    checks: [],
    atRenewal: register,
  },
  humanitarian: {
    papers: ['executive-petition'],
    months: 12,
    sponsors: [],
    limits: ['insurance'],
    checks: [],
    atRenewal: register,
  },
  'ground-lost': {
    papers: ['ground-lost-proof'],
    months: 6,
    sponsors: [],
    limits: ['lost-ground', 'insurance'],
    checks: ['kinship-register'],
    atRenewal: register,
  },
};

/** What the source of each paper names. */
const normOf: Partial<Record<DocumentKind, RegExp>> = {
  passport: /service page 4631 .*identity document/,
  'insurance-policy': /service page 4631 .*medical insurance/,
  'owner-consent': /service page 4631 .*notarised consent of the owner/,
  'fingerprint-certificate': /order MIA 730 of 30\.09\.2024/,
  'kinship-document': /service page 4631 .*document of kinship/,
  'work-permit': /service page 4631 .*local permit for foreign labour/,
  'employment-contract': /order 905 of 18\.11\.2024/,
  'study-petition': /service page 4631 .*petition of the school/,
  'treatment-document': /service page 4631 .*paper of the clinic/,
  'religious-certificate': /service page 4631 .*religious affairs body/,
  'executive-petition': /service page 4631 .*victims of trafficking/,
  'police-clearance': /order 571 of 19\.07\.2024/,
  'medical-certificate': /order 571 of 19\.07\.2024/,
  'origin-proof': /ethnic Kazakh is not published/,
  'ground-lost-proof': /No\. 477-IV, art\. 28/,
};

const always: Check[] = [
  'berkut',
  'criminal-registry',
  'iin-registry',
  'fingerprint-registry',
  'migration-register',
];
const citizenOf: Record<CitizenshipGroup, string> = { eaeu: 'RUS', other: 'UZB', stateless: 'XXA' };

const cells = permitPurposes.flatMap((purpose) =>
  filings.flatMap((filing) => citizenshipGroups.map((group) => [purpose, filing, group] as const)),
);

describe('the purpose', () => {
  test.each(cells)('%s, %s, is open to citizens of the group: %s', (purpose, _, group) => {
    const isOpen = table[purpose].groups?.includes(group) ?? true;
    expect(whyNotOpenTo(purpose, citizenOf[group])?.code).toBe(
      isOpen ? undefined : 'purpose-not-of-citizenship',
    );
    expect(whyNotOpenTo(purpose, 'KAZ')?.code).toBe('citizen-needs-no-permit');
  });

  test.each(cells)('%s, %s, %s owes its papers', (purpose, filing, group) => {
    const insured: DocumentKind[] = group === 'eaeu' ? [] : ['insurance-policy'];
    const owed = documentsOwed({
      purpose,
      filing,
      citizenship: citizenOf[group],
      bornOn: '1988-03-14',
      form: aPermitForm(purpose, {}, filing),
      found: [],
      filedOn: '2026-11-23',
      policyVersion: 'permit-2026-11-23',
    });
    const common: DocumentKind[] = ['passport', 'owner-consent', 'fingerprint-certificate', ...insured];
    expect(owed.map(({ kind }) => kind).sort()).toEqual([...common, ...table[purpose].papers].sort());
    for (const { kind, because } of owed) expect(because).toMatch(normOf[kind] ?? /never/);
  });

  test.each(cells)('%s, %s, %s is asked about where it has to be', (purpose, filing, group) => {
    const { checks: own, atRenewal } = table[purpose];
    const insured: Check[] = group === 'eaeu' ? [] : ['insurance-register'];
    const renewed = filing === 'renewal' ? atRenewal : [];
    const expected = [...always, ...insured, ...own, ...renewed];
    expect(checksOf(purpose, filing, group)).toEqual(checks.filter((check) => expected.includes(check)));
  });

  test.each(permitPurposes)('%s lasts as long as its row says', (purpose) => {
    const { months, sponsors, limits, renewable } = purposeRow(purpose);
    const expected = table[purpose];
    expect([months.issue.value, months.renewal.value]).toEqual([expected.months, expected.months]);
    expect(Object.keys(sponsors)).toEqual(expected.sponsors);
    expect([...limits.value].sort()).toEqual([...expected.limits].sort());
    expect(renewable.value).toBe(purpose !== 'ground-lost');
  });

  test('for an employer is one of three', () => {
    expect(employed.value).toEqual(permitPurposes.filter((purpose) => purpose.includes('work')));
    for (const purpose of permitPurposes) {
      const counted = checksOf(purpose, 'issue', 'other').includes('permit-register');
      expect(counted).toBe(employed.value.includes(purpose));
    }
  });

  test.each([
    ['citizen', 36, null, false],
    ['ethnic-kazakh', 36, 24, true],
    ['permanent-resident', 12, 24, false],
    ['business-immigrant', 12, null, true],
  ] as const)('family with a %s lasts %i months', (kind, months, residentMonths, endsWithSponsor) => {
    const row = purposeRow('family').sponsors[kind];
    expect(row?.months.value).toBe(months);
    expect(row?.residentMonths.value).toBe(residentMonths);
    expect(row?.endsWithSponsor.value).toBe(endsWithSponsor);
  });
});

const act = /art\. \d+|order (MIA )?\d+ of|service page \d+/;
/** What a source names by how sure it is: an act or an official page, who reported it, or why it is thought. */
const named: Record<Confidence, RegExp> = {
  official: act,
  press: new RegExp(`${act.source}|\\b[a-z]+\\.(com|kz|de)\\b|[a-z]+ 20\\d\\d`),
  inferred: /\w+( \S+){6}/,
  assumption: /\w+( \S+){6}/,
};

describe('a row', () => {
  const rows = permitPurposes.flatMap((purpose) => rowsOf(purposeRow(purpose), purpose));

  test('is there for everything that the law says', () => {
    expect(rows.length).toBeGreaterThan(150);
  });

  test.each(rows)('says where it was read and how sure that is: %s', (_, { source, confidence }) => {
    expect(confidences).toContain(confidence);
    expect(String(source)).toMatch(named[confidence as Confidence]);
    if (confidence === 'assumption') expect(String(source).length).toBeGreaterThan(40);
  });

  test.each(
    (['treatment', 'missionary', 'humanitarian'] as const).flatMap((purpose) =>
      filings.map((filing) => [purpose, filing] as [PermitPurpose, FilingKind]),
    ),
  )('whose term nobody published is an assumption: %s, %s', (purpose, filing) => {
    const { confidence, source } = purposeRow(purpose).months[filing];
    expect(confidence).toBe('assumption');
    expect(source).toContain('not published');
  });

  test('that bounds a term by the insurance is an assumption too', () => {
    for (const purpose of permitPurposes) expect(purposeRow(purpose).limits.confidence).toBe('assumption');
  });
});

describe('a citizenship', () => {
  test.each([
    ['ARM', 'eaeu'],
    ['BLR', 'eaeu'],
    ['KAZ', 'eaeu'],
    ['KGZ', 'eaeu'],
    ['RUS', 'eaeu'],
    ['UZB', 'other'],
    ['DEU', 'other'],
    ['XXX', 'other'],
    ['XXA', 'stateless'],
    ['XXB', 'stateless'],
    ['XXC', 'stateless'],
  ])('%s is of the group %s', (...[country, group]) => {
    expect(citizenshipGroupOf(country)).toBe(group);
  });
});

interface Sourced {
  source?: unknown;
  confidence?: unknown;
}

/** Everything with a source, or that ought to have one, by its path. */
function rowsOf(value: unknown, path: string): [string, Sourced][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, part]) => rowsOf(part, `${path}.${name}`));
  const isRow = ['value', 'source', 'kind', 'check'].some((name) => name in value);
  return isRow ? [[path, value], ...inner] : inner;
}
