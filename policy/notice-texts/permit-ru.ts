/** What the notices of a temporary permit say in Russian. */
import { by } from './ru-phrases';
import { ru } from './ru-words';
import type { PermitChange, PermitTexts, PermitWords } from './permit-words';

const words: PermitWords = {
  filings: { issue: 'выдача', renewal: 'продление' },
  purposes: {
    family: 'воссоединение семьи',
    'work-with-permit': 'работа по разрешению',
    'work-without-permit': 'работа без разрешения',
    'eaeu-work': 'работа гражданина государства ЕАЭС',
    study: 'учёба',
    treatment: 'лечение',
    business: 'предпринимательство',
    'ethnic-kazakh': 'этнический казах',
    missionary: 'миссионерская деятельность',
    humanitarian: 'гуманитарные мотивы',
    'ground-lost': 'утрачено основание пребывания',
  },
  windows: {
    'first-filing': 'первичная подача',
    'before-the-end': 'до окончания срока пребывания',
    'ten-days-after': 'в течение десяти дней после окончания срока пребывания',
    'fifteen-days-after-a-fine': 'в течение пятнадцати дней после штрафа',
  },
  limits: {
    purpose: 'цель пребывания',
    passport: 'срок паспорта',
    sponsor: 'право приглашающей стороны',
    'employment-contract': 'трудовой договор',
    'work-permit': 'разрешение на работу',
    study: 'срок учёбы',
    treatment: 'срок лечения',
    insurance: 'страховка',
    'lost-ground': 'день утраты основания',
    request: 'ваше собственное прошение',
    'reported-change': 'изменение, о котором сообщили по прежнему разрешению',
  },
  changes: {
    'left-the-country': 'лицо выехало из страны',
    died: 'лицо умерло',
    'marriage-ended': 'брак прекращён',
    'contract-ended': 'трудовой договор прекращён',
    'sponsor-lost': 'приглашающая сторона утратила право',
  },
};

export const permitRu: PermitTexts = {
  'permit-filed': ({ filing, purpose, window, decideBy }) => ({
    subject: 'Заявление зарегистрировано',
    lines: [
      `Ваше заявление о разрешении на временное проживание зарегистрировано: ${words.filings[filing]}, ${words.purposes[purpose]}.`,
      `Подано в срок: ${words.windows[window]}.`,
      ...(decideBy === null ? [] : [`Решение принимается не позднее ${ru.date(decideBy)}.`]),
    ],
  }),
  'permit-granted': ({ number, validFrom, validUntil, shortestBy }) => ({
    subject: 'Разрешение на временное проживание выдано',
    lines: [
      `Разрешение ${number} действует с ${ru.date(validFrom)} по ${ru.date(validUntil)}.`,
      `Последний день определяет: ${words.limits[shortestBy]}.`,
      'Оно выдано только вам: каждый член семьи подаёт своё заявление.',
    ],
  }),
  'permit-ends': ({ number, validUntil, renewBy }) => ({
    subject: 'Срок действия разрешения истекает',
    lines: [
      `Разрешение ${number} действует до ${ru.date(validUntil)} включительно.`,
      renewBy === null
        ? 'Разрешение с этой целью не продлевается. Чтобы остаться дольше, запросите первое разрешение по другому основанию.'
        : `Если оно ещё не продлено, подайте заявление о продлении до окончания срока, самое позднее ${ru.date(renewBy)}.`,
    ],
  }),
  'permit-changed': ({ change, effect, validUntil, article }) => ({
    subject: 'Сообщено об изменении',
    lines: [`Сообщено, что ${words.changes[change]}.`, effectWords({ effect, validUntil, article })],
  }),
  'change-claimed': ({ change, on, decideBy }) => ({
    subject: 'Заявлено об изменении',
    lines: [
      `Заявлено, что ${words.changes[change]}: ${ru.date(on)}.`,
      'Пока должностное лицо этого не проверило, разрешение остаётся без изменений.',
      ...by('Проверка проводится', decideBy),
    ],
  }),
  'change-dismissed': ({ change, on }) => ({
    subject: 'Изменение не подтверждено',
    lines: [
      `Было заявлено, что ${words.changes[change]}: ${ru.date(on)}.`,
      'Должностное лицо этого не подтвердило: разрешение остаётся без изменений.',
    ],
  }),
  'decision-reopened': ({ dueOn, number }) => ({
    subject: 'Решение рассматривается снова',
    lines: [
      'После решения один из органов сообщил иное. Два должностных лица решили рассмотреть ваше заявление снова.',
      ...(number === undefined ? [] : [`${number}: больше не действует, решение принимается заново.`]),
      ...by('Решение принимается', dueOn),
    ],
  }),
};

function effectWords({ effect, validUntil, article }: Omit<PermitChange, 'change'>): string {
  if (effect === 'nothing' || validUntil === null) return 'Разрешение остаётся без изменений.';
  const basis = article === null ? '' : ` (${ru.article(article)})`;
  if (effect === 'never-begins')
    return `Разрешение прекращено до своего первого дня и не действовало${basis}.`;
  return `${effect === 'ends' ? 'Разрешение прекращается' : 'Разрешение сокращено и действует до'} ${ru.date(validUntil)}${basis}.`;
}
