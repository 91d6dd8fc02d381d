/** What the registers say of a permit for a family: the sponsor's right to have the person here, and the insurance. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import { monthsAfter } from '../../domain/law-day';
import { official } from '../rule';
import { finding, when, type Finding } from './finding';

type Kinship = AgencyAnswers['kinship-register'];

const article27 = 'law on migration of the population, art. 27';
export const marriageYears = official(3, `${article27}: married for three years, recognised in Kazakhstan`);
export const sponsorYears = official(2, `${article27}: the sponsor has lived in Kazakhstan for two years`);

/** Whether a sponsor of that status must have lived here for `sponsorYears`; null: no right to bring a family. */
const sponsors: Record<Kinship['sponsor']['status'], { settled: boolean } | 'to-judge' | null> = {
  citizen: { settled: false },
  'permanent-resident': { settled: true },
  'ethnic-kazakh': { settled: true },
  'business-immigrant': { settled: false },
  temporary: 'to-judge',
  none: null,
};

export function readKinship(answer: Kinship): Finding {
  const { question, relation, sponsor } = answer;
  const { on, sponsorIin } = question;
  if (sponsorIin === undefined) return finding([], ['sponsor-not-told']);
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
    [...when(relation === 'other', 'kinship-to-judge'), ...marriage.unclear, ...right.unclear],
  );
}

interface Codes {
  adverse: string[];
  unclear: string[];
}

function readMarriage({ relation, since }: Kinship, on: string): Codes {
  if (relation !== 'spouse') return { adverse: [], unclear: [] };
  if (since === null) return { adverse: [], unclear: ['marriage-date-unknown'] };
  const old = monthsAfter(since, 12 * marriageYears.value) <= on;
  return { adverse: when(!old, 'marriage-too-young'), unclear: [] };
}

function readSponsor({ status, residentSince, permitUntil }: Kinship['sponsor'], on: string): Codes {
  const terms = sponsors[status];
  if (terms === null) return { adverse: ['sponsor-without-right'], unclear: [] };
  const ended = when(permitUntil !== null && permitUntil < on, 'sponsor-permit-ended');
  if (terms === 'to-judge') return { adverse: ended, unclear: ['sponsor-right-to-judge'] };
  if (!terms.settled) return { adverse: ended, unclear: [] };
  if (residentSince === null) return { adverse: ended, unclear: ['sponsor-residence-unknown'] };
  const settled = monthsAfter(residentSince, 12 * sponsorYears.value) <= on;
  return { adverse: [...ended, ...when(!settled, 'sponsor-without-right')], unclear: [] };
}

export function readInsurance({ question, policies }: AgencyAnswers['insurance-register']): Finding {
  const { on } = question;
  if (on === undefined) return finding([], ['day-not-told']);
  const lasting = policies.filter(({ until }) => on <= until);
  const begun = lasting.some(({ from }) => from <= on);
  return finding(
    when(lasting.length === 0, 'not-insured'),
    when(lasting.length > 0 && !begun, 'insurance-begins-later'),
  );
}
