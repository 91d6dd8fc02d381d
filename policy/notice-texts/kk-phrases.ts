/** Phrases that several notices share, in Kazakh. */
import type { AppointmentEnd } from '../../domain/notices';
import { kk as words } from './kk-words';
import { placeName, type NoticeTexts } from './words';

const { date, blocks } = words;

export const code = 'ҚР ӘРПК';

export const by = (what: string, on: string | null) =>
  on === null ? [] : [`${what}, соңғы күні: ${date(on)}.`];
export const term = (on: string | null) =>
  on === null
    ? ['Мерзімнің есебі тоқтап тұрғанда оның аяқталатын күнін атау мүмкін емес.']
    : [`Шешім қабылдаудың соңғы күні: ${date(on)}.`];
export const remedy = ({ complainMonths, complainBy }: { complainMonths: number; complainBy: string }) => [
  `Осы хабарламаны алған күннен бастап ${complainMonths} ай ішінде шағым беруге құқығыңыз бар; ` +
    `хабарлама акт күні алынса, соңғы күні: ${date(complainBy)}.`,
  `Шағым жеке кабинет арқылы шешім қабылдаған органға беріледі (${code} 91–92-баптары); ` +
    'оның жауабынан кейін жоғары тұрған органға немесе сотқа жүгінуге болады.',
];
type Sitting = Parameters<NoticeTexts['test-result']>[0];
export const sitting = ({ attempt, level, blocks: sat, attemptsLeft, bookBy }: Sitting) => [
  `${attempt}-әрекет, ${level} деңгейі.`,
  ...sat.map(
    ({ block, correct, items, requiredPercent }) =>
      `— ${blocks[block]}: ${items} тапсырманың ${correct} дұрыс, кемінде ${requiredPercent} % қажет`,
  ),
  `Қалған әрекеттер: ${attemptsLeft}.`,
  ...by('Келесі әрекетке жазылыңыз', bookBy),
];
export const appointment = ({ on, time, place }: { on: string; time: string; place: string }) =>
  `${date(on)}, ${time} (UTC+5), ${placeName(words, place)}`;
export const kept = (interview?: 'stands') =>
  interview === 'stands' ? ['Сіз өткен әңгімелесу есепке алынады және қайта өткізілмейді.'] : [];
export const appointmentEnded: Record<AppointmentEnd, string> = {
  panel: 'Себебі: комиссия құрамы толық емес.',
  applicant: 'Себебі: сіз басқа уақыт сұрадыңыз.',
  answer: 'Себебі: мемлекеттік орган басқа жауап берді, алдымен сол қаралады.',
};
