/** Whether the sponsor is whom the form says: what was written against what the register of kinship knows. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import { familySponsors } from '../permit/sponsors';
import { when } from './finding';

type Kinship = AgencyAnswers['kinship-register'];

/** Codes for a person to judge. Days are compared where the right or the term rests on them, and both are known. */
export function whyNotAsWritten({ question, sponsor }: Kinship): string[] {
  const { sponsorKind, residentSince, permitUntil } = question;
  const { status } = sponsor;
  if (sponsorKind === undefined) return [];
  if (sponsorKind !== status) return ['sponsor-not-as-written'];
  if (status === 'none') return [];
  const { residentMonths, endsWithSponsor } = familySponsors[status];
  return [
    ...when(
      residentMonths.value !== null && differ(residentSince, sponsor.residentSince),
      'sponsor-residence-not-as-written',
    ),
    ...when(
      endsWithSponsor.value && differ(permitUntil, sponsor.permitUntil),
      'sponsor-permit-not-as-written',
    ),
  ];
}

function differ(written: string | undefined, known: string | null): boolean {
  return written !== undefined && known !== null && written !== known;
}
