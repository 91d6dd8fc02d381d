/** Phrases that several notices share, in English. */
import type { AppointmentEnd } from '../../domain/notices';
import { en as words } from './en-words';
import { placeName, type NoticeTexts } from './words';

const { date, blocks } = words;

export const code = 'Administrative Procedural Code';

export const by = (what: string, on: string | null) => (on === null ? [] : [`${what} by ${date(on)}.`]);
export const term = (on: string | null) =>
  on === null
    ? ['The end of the term cannot be named while its count stands.']
    : [`A decision is due by ${date(on)}.`];
export const remedy = ({ complainMonths, complainBy }: { complainMonths: number; complainBy: string }) => [
  `You may complain within ${complainMonths} months of receiving this notice; ` +
    `whoever receives it on the day of the act, by ${date(complainBy)}.`,
  `File the complaint in your account, with the body that decided (${code}, arts. 91–92); ` +
    'after its answer the higher body or a court is open to you.',
];
type Sitting = Parameters<NoticeTexts['test-result']>[0];
export const sitting = ({ attempt, level, blocks: sat, attemptsLeft, bookBy }: Sitting) => [
  `Attempt ${attempt}, level ${level}.`,
  ...sat.map(
    ({ block, correct, items, requiredPercent }) =>
      `— ${blocks[block]}: ${correct} of ${items} correct, at least ${requiredPercent} % required`,
  ),
  `Attempts left: ${attemptsLeft}.`,
  ...by('Book the next attempt', bookBy),
];
export const appointment = ({ on, time, place }: { on: string; time: string; place: string }) =>
  `${date(on)}, ${time} (UTC+5), ${placeName(words, place)}`;
export const kept = (interview?: 'stands') =>
  interview === 'stands' ? ['The interview that you passed counts and is not held again.'] : [];
export const appointmentEnded: Record<AppointmentEnd, string> = {
  panel: 'Reason: the panel is not complete.',
  applicant: 'Reason: you asked for another time.',
  answer: 'Reason: a state body has given another answer, which is looked at first.',
};
