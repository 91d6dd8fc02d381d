/** Phrases that several notices share, in Russian. */
import type { AppointmentEnd } from '../../domain/notices';
import { ru as words } from './ru-words';
import { placeName, type NoticeTexts } from './words';

const { date, blocks } = words;

export const code = 'АППК РК';

export const by = (what: string, on: string | null) =>
  on === null ? [] : [`${what} до ${date(on)} включительно.`];
export const term = (on: string | null) =>
  on === null
    ? ['Пока течение срока приостановлено, назвать его окончание нельзя.']
    : [`Срок принятия решения: ${date(on)}.`];
export const remedy = ({ complainMonths, complainBy }: { complainMonths: number; complainBy: string }) => [
  `Вы вправе подать жалобу в течение ${complainMonths} месяцев со дня получения этого уведомления; ` +
    `если оно получено в день акта — до ${date(complainBy)} включительно.`,
  `Жалоба подается в личном кабинете, в орган, принявший решение (ст. 91–92 ${code}); ` +
    'после его ответа — в вышестоящий орган или в суд.',
];
type Sitting = Parameters<NoticeTexts['test-result']>[0];
export const sitting = ({ attempt, level, blocks: sat, attemptsLeft, bookBy }: Sitting) => [
  `Попытка ${attempt}, уровень ${level}.`,
  ...sat.map(
    ({ block, correct, items, requiredPercent }) =>
      `— ${blocks[block]}: верно ${correct} из ${items}, требуется не менее ${requiredPercent} %`,
  ),
  `Осталось попыток: ${attemptsLeft}.`,
  ...by('Запишитесь на следующую попытку', bookBy),
];
export const appointment = ({ on, time, place }: { on: string; time: string; place: string }) =>
  `${date(on)}, ${time} (UTC+5), ${placeName(words, place)}`;
export const kept = (interview?: 'stands') =>
  interview === 'stands' ? ['Пройденное вами собеседование засчитывается и повторно не проводится.'] : [];
export const appointmentEnded: Record<AppointmentEnd, string> = {
  panel: 'Причина: комиссия неполная.',
  applicant: 'Причина: вы попросили другое время.',
  answer: 'Причина: государственный орган дал другой ответ, сначала рассматривается он.',
};
