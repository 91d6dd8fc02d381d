/** The table of purposes: why a person stays decides papers, term, sponsors and checks. */
import { checks, type Check } from '../../domain/agencies';
import {
  citizenshipGroups,
  type CitizenshipGroup,
  type FilingKind,
  type PermitPurpose,
} from '../../domain/permit';
import { assumption, inferred, official } from '../rule';
import { addedChecks, commonChecks } from './asked';
import * as papers from './papers';
import type { PurposeRow } from './purpose-row';
import { law, olderLaw, servicePage } from './sources';
import { familySponsors, religiousSponsor } from './sponsors';
import { insured, renewedFor, withContract, yearly } from './purpose-terms';

const uninsured = 'the permit of who must be insured lasts no longer than the insurance';

const everybody = {
  groups: inferred(
    citizenshipGroups as readonly CitizenshipGroup[],
    'no act that was read keeps a purpose from the citizens of a country, but for what a treaty gives',
  ),
  sponsors: {},
  limits: insured(uninsured),
  checks: addedChecks.renewals,
};

const purposes = {
  family: {
    ...everybody,
    papers: [papers.kinship],
    ...renewedFor(
      official(36, `${law('art. 27')}: family of a citizen up to three years; others by sponsor`),
    ),
    sponsors: familySponsors,
    limits: insured('a family’s permit lasts no longer than its insurance', 'sponsor'),
    checks: addedChecks.family,
  },
  'work-with-permit': {
    ...everybody,
    papers: [papers.workPermit, papers.contract],
    ...renewedFor(official(12, `${olderLaw('art. 36')}: for a year if there is a permit for the next one`)),
    limits: insured(
      'art. 36: as long as there is a permit for the work',
      'employment-contract',
      'work-permit',
    ),
    checks: addedChecks.work,
  },
  'work-without-permit': {
    ...everybody,
    papers: [papers.contract],
    ...withContract,
    checks: addedChecks.work,
  },
  'eaeu-work': {
    ...everybody,
    groups: official(
      ['eaeu'],
      `${servicePage}: work without a permit is that of citizens of the Eurasian Economic Union, and of who is exempt`,
    ),
    papers: [papers.contract],
    ...withContract,
    checks: addedChecks.unionWork,
  },
  study: {
    ...everybody,
    papers: [papers.studyPetition],
    ...renewedFor(official(12, `${law('art. 32')}: as petitioned, renewed yearly for a year at most`)),
    limits: insured('art. 32: no longer than the school petitions for', 'study'),
  },
  treatment: {
    ...everybody,
    papers: [papers.treatmentPaper],
    ...yearly('treatment'),
    limits: insured('no longer than the clinic treats', 'treatment'),
  },
  business: {
    ...everybody,
    papers: papers.businessPapers,
    ...renewedFor(official(36, `${olderLaw('art. 39')}: up to three years`)),
    checks: addedChecks.business,
  },
  'ethnic-kazakh': {
    ...everybody,
    papers: [papers.originProof],
    ...renewedFor(official(36, `${olderLaw('art. 39')}: up to three years`)),
  },
  missionary: {
    ...everybody,
    papers: [papers.religiousPaper],
    ...yearly('missionaries'),
    sponsors: { organisation: religiousSponsor },
  },
  humanitarian: {
    ...everybody,
    papers: [papers.executivePetition],
    ...yearly('humanitarian reasons'),
  },
  'ground-lost': {
    ...everybody,
    papers: [papers.groundLostProof],
    limits: insured(uninsured, 'lost-ground'),
    ...renewedFor(official(6, `${law('art. 28')}: up to six months after divorce, death or majority`)),
    renewable: assumption(
      false,
      'art. 28 gives the months once, to find another ground; a second time is not provided for',
    ),
    checks: addedChecks.family,
  },
} as const satisfies Record<PermitPurpose, PurposeRow>;

export function purposeRow(purpose: PermitPurpose): PurposeRow {
  const row: PurposeRow = purposes[purpose];
  return {
    ...row,
    papers: [...papers.commonPapers, ...row.papers],
    checks: [...commonChecks, ...row.checks],
  };
}

/** The agencies that are asked, each once, in the order of their list. Which of them the person's age makes needless: `whyNotDue`. */
export function checksOf(purpose: PermitPurpose, filing: FilingKind, group: CitizenshipGroup): Check[] {
  const asked = purposeRow(purpose).checks.filter(
    ({ filings = [filing], groups = [group] }) => filings.includes(filing) && groups.includes(group),
  );
  return checks.filter((check) => asked.some((row) => row.check === check));
}

/** Purposes that rest on work for an employer, whose permits are counted. */
export const employed = inferred(
  ['work-with-permit', 'work-without-permit', 'eaeu-work'] as readonly PermitPurpose[],
  `${servicePage}: these permits rest on a contract of work`,
);
