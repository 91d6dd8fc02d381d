/** The sponsor as the register of kinship knows him, and what the law lets him have the person stay. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import { whyAnotherPerson } from '../findings/same-person';
import type { SponsorRow } from './purpose-row';
import { familySponsors, judgedSponsor } from './sponsors';

type Kinship = AgencyAnswers['kinship-register'];

/** `permitUntil`: the last day of the sponsor's own permit, null where the register knows none. */
export type RegisteredSponsor = Pick<Kinship['sponsor'], 'status' | 'permitUntil'>;

/** Undefined where the answer is about another person, or to a question that did not yet say what was written. */
export function registeredSponsor(answer: Kinship | undefined): RegisteredSponsor | undefined {
  if (answer?.question.sponsorKind === undefined || whyAnotherPerson(answer) !== undefined) return undefined;
  const { status, permitUntil } = answer.sponsor;
  return { status, permitUntil };
}

/** Of one without a row of his own a person has judged that he has the right. */
export const sponsorRows: Record<RegisteredSponsor['status'], SponsorRow> = {
  ...familySponsors,
  temporary: judgedSponsor,
  none: judgedSponsor,
};
