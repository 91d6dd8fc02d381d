/** What the registers say of a permit for a family: the sponsor's right to have the person here, and the insurance. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import { monthsAfter } from '../../domain/law-day';
import type { SponsorRow } from '../permit/purpose-row';
import { familySponsors, marriedMonths } from '../permit/sponsors';
import { whyNotInsuranceAsWritten } from './days-as-written';
import { finding, when, type Finding } from './finding';
import { readLostGround } from './ground-lost';
import { isLasting } from './in-force';
import { whyNotAsWritten } from './sponsor-as-written';

type Kinship = AgencyAnswers['kinship-register'];

/** What the law says of a sponsor of that status; null: no right to bring a family. */
const sponsors: Record<Kinship['sponsor']['status'], SponsorRow | 'to-judge' | null> = {
  ...familySponsors,
  temporary: 'to-judge',
  none: null,
};

export function readKinship(answer: Kinship): Finding {
  const { question, relation, sponsor } = answer;
  const { on, sponsorIin, purpose } = question;
  if (sponsorIin === undefined) return finding([], ['sponsor-not-told']);
  if (purpose === 'ground-lost') return readLostGround(answer);
  if (on === undefined) return finding([], ['day-not-told']);
  const marriage = readMarriage(answer, on);
  const right = readSponsor(sponsor, on);
  return finding(
    [
      ...when(!sponsor.alive, 'sponsor-not-alive'),
      ...when(relation === 'none', 'no-kinship'),
      ...marriage.adverse,
      ...right.adverse,
    ],
    [
      ...when(relation === 'other', 'kinship-to-judge'),
      ...marriage.unclear,
      ...right.unclear,
      ...whyNotAsWritten(answer),
    ],
  );
}

interface Codes {
  adverse: string[];
  unclear: string[];
}

function readMarriage({ relation, since }: Kinship, on: string): Codes {
  if (relation !== 'spouse') return { adverse: [], unclear: [] };
  if (since === null) return { adverse: [], unclear: ['marriage-date-unknown'] };
  const old = monthsAfter(since, marriedMonths.value) <= on;
  return { adverse: when(!old, 'marriage-too-young'), unclear: [] };
}

function readSponsor({ status, residentSince, permitUntil }: Kinship['sponsor'], on: string): Codes {
  const terms = sponsors[status];
  if (terms === null) return { adverse: ['sponsor-without-right'], unclear: [] };
  const ended = when(permitUntil !== null && permitUntil < on, 'sponsor-permit-ended');
  if (terms === 'to-judge') return { adverse: ended, unclear: ['sponsor-right-to-judge'] };
  const { value: months } = terms.residentMonths;
  if (months === null) return { adverse: ended, unclear: [] };
  if (residentSince === null) return { adverse: ended, unclear: ['sponsor-residence-unknown'] };
  const settled = monthsAfter(residentSince, months) <= on;
  return { adverse: [...ended, ...when(!settled, 'sponsor-without-right')], unclear: [] };
}

export function readInsurance(answer: AgencyAnswers['insurance-register']): Finding {
  const { question, policies } = answer;
  const { on } = question;
  if (on === undefined) return finding([], ['day-not-told']);
  const lasting = policies.filter((each) => isLasting(each, on));
  const begun = lasting.some(({ from }) => from <= on);
  if (lasting.length === 0) return finding(['not-insured'], []);
  return finding([], [...when(!begun, 'insurance-begins-later'), ...whyNotInsuranceAsWritten(answer)]);
}
