/** Who may have whom come and live with them, and for how long. */
import { assumption, inferred, official } from '../rule';
import type { SponsorRow } from './purpose-row';
import { law, olderLaw } from './sources';

const article27 = law('art. 27');
const noStay = official(null, `${article27} names no such condition`);
const ownEnd = (endsWithSponsor: boolean, source: string) => official(endsWithSponsor, source);

export const familySponsors = {
  citizen: {
    months: official(36, `${article27}: family of a citizen up to three years, renewable`),
    residentMonths: noStay,
    endsWithSponsor: ownEnd(false, `${article27}: a citizen has no permit`),
  },
  'ethnic-kazakh': {
    months: inferred(36, `${article27}: as long as the sponsor’s own; ${olderLaw('art. 39')}: three years`),
    residentMonths: inferred(
      24,
      `${article27}: a temporary permit of two years at least, read as two years of living on one`,
    ),
    endsWithSponsor: ownEnd(true, `${article27}: as long as the sponsor’s own permit`),
  },
  'permanent-resident': {
    months: official(12, `${article27}: a year, renewed yearly`),
    residentMonths: official(24, `${article27}: the sponsor has lived in the country for two years`),
    endsWithSponsor: ownEnd(false, `${article27}: the sponsor’s own permit is without such a bound`),
  },
  'business-immigrant': {
    months: official(12, `${article27}: a year, renewed yearly`),
    residentMonths: noStay,
    endsWithSponsor: ownEnd(true, `${article27}: not beyond the sponsor’s own permit`),
  },
} as const satisfies PurposeSponsors;

type PurposeSponsors = Record<
  'citizen' | 'ethnic-kazakh' | 'permanent-resident' | 'business-immigrant',
  SponsorRow
>;

const judged = `${article27} names no such sponsor; whom an officer judged to have the right`;

/** Whom the register knows as none of these. */
export const judgedSponsor: SponsorRow = {
  months: assumption(12, `${judged} gives no more than the shortest of its terms`),
  residentMonths: assumption(null, `${judged} was judged as a whole`),
  endsWithSponsor: assumption(true, `${judged} gives nothing beyond the sponsor’s own permit`),
};

const unpublished = 'who invites a missionary, and on what terms, is not published';

export const religiousSponsor: SponsorRow = {
  months: assumption(12, `${unpublished}: the organisation’s row adds nothing to the purpose’s own`),
  residentMonths: assumption(null, `${unpublished}: an organisation does not reside`),
  endsWithSponsor: assumption(false, `${unpublished}: an organisation holds no permit of residence`),
};

/** A spouse joins after so many months of a marriage that Kazakhstan recognises. */
export const marriedMonths = official(36, `${article27}: married for three years at least`);
