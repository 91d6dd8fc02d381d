/** What each notice says in Russian. */
import { ru as words } from './ru-words';
import { appointment, appointmentEnded, by, code, kept, remedy, sitting, term } from './ru-phrases';
import { calendarRu } from './calendar-ru';
import { hearingRu } from './hearing-ru';
import { permitRu } from './permit-ru';
import { changeLines, groundLines, wordFor, type NoticeTexts } from './words';

const { date, regions, documents, criteria, faults, stops, turns, stages, subjects } = words;
export const ruTexts: NoticeTexts = {
  ...permitRu,
  ...hearingRu,
  ...calendarRu,
  'application-registered': ({ region, bookBy }) => ({
    subject: 'Заявление зарегистрировано',
    lines: [
      `Ваше заявление на разрешение на постоянное проживание зарегистрировано: ${regions[region]}.`,
      ...by('Запишитесь на тестирование или представьте сертификат', bookBy),
    ],
  }),
  'test-result': (facts) => ({
    subject: 'Тестирование не пройдено',
    lines: ['Тестирование по языку не пройдено.', ...sitting(facts)],
  }),
  'test-barred': ({ bookFrom, ...facts }) => ({
    subject: 'Тестирование не пройдено, пересдача ограничена',
    lines: [
      'Тестирование не засчитано: обнаружены запрещенные предметы.',
      ...sitting(facts),
      `Записаться на следующую попытку можно с ${date(bookFrom)}.`,
    ],
  }),
  'attempt-voided': ({ attempt, attemptsLeft, bookBy }) => ({
    subject: 'Центр тестирования не ответил',
    lines: [
      attempt === null
        ? 'Центр тестирования не сообщил, подлинный ли представленный вами сертификат: запрос отозван.'
        : `Центр тестирования не прислал результат попытки ${attempt}: она аннулирована и вам не засчитывается.`,
      `Осталось попыток: ${attemptsLeft}.`,
      ...by('Запишитесь на тестирование или представьте сертификат', bookBy),
    ],
  }),
  'certificate-answer': ({ fault, bookBy }) => ({
    subject: 'Языковой сертификат не подтвержден',
    lines: [
      `Представленный вами сертификат не подтвержден: ${faults[fault]}.`,
      ...by('Запишитесь на тестирование или представьте другой сертификат', bookBy),
    ],
  }),
  'form-open': ({ proof, level, fillBy }) => ({
    subject: 'Анкета открыта',
    lines: [
      proof === 'test'
        ? `Тестирование по языку на уровень ${level} пройдено.`
        : `Ваш сертификат уровня ${level} подтвержден.`,
      ...by('Подайте анкету с документами', fillBy),
    ],
  }),
  'documents-requested': ({ kinds, provideBy }) => ({
    subject: 'Запрошены документы',
    lines: [
      'Для проверки вашего заявления нужны документы:',
      ...kinds.map((kind) => `— ${documents[kind]}`),
      ...by('Представьте их в личном кабинете', provideBy),
    ],
  }),
  'score-below': ({ total, threshold, rows, changes }) => ({
    subject: 'Балл ниже порогового',
    lines: [
      `Ваша балльная оценка: ${total}; пороговое значение: ${threshold}.`,
      ...rows.map(({ criterion, points, max }) => `— ${wordFor(criteria, criterion)}: ${points} из ${max}`),
      ...(changes.length > 0 ? ['Достаточно было бы любой из этих строк:'] : []),
      ...changeLines(words, changes),
    ],
  }),
  'clock-stopped': ({ reason, effect }) => ({
    subject: 'Срок приостановлен',
    lines: [
      `Срок рассмотрения вашего заявления приостановлен: ${stops[reason]}.`,
      effect === 'anew' ? 'Затем он начнется заново.' : 'Затем он продолжится с места остановки.',
    ],
  }),
  'clock-resumed': ({ dueOn }) => ({
    subject: 'Течение срока возобновлено',
    lines: ['Течение срока рассмотрения вашего заявления возобновлено.', ...term(dueOn)],
  }),
  'clock-extended': ({ days, dueOn }) => ({
    subject: 'Срок продлен',
    lines: [
      `Срок продлен мотивированным решением (ст. 76 ${code}). Добавлено дней: ${days}.`,
      ...term(dueOn),
    ],
  }),
  'interview-appointed': (facts) => ({
    subject: 'Приглашение на собеседование',
    lines: [
      `Вы приглашены на собеседование: ${appointment(facts)}.`,
      'Подтвердите его или попросите другое время в личном кабинете.',
    ],
  }),
  'interview-cancelled': ({ because, ...facts }) => ({
    subject: 'Собеседование отменено',
    lines: [
      `Это собеседование не состоится: ${appointment(facts)}.`,
      appointmentEnded[because],
      'О новом времени вам сообщат.',
    ],
  }),
  decision: (facts) =>
    facts.outcome === 'granted'
      ? {
          subject: 'Решение: положительное',
          lines: [
            `По вашему заявлению принято положительное решение. Справка ${facts.number}.`,
            `Она действует с ${date(facts.validFrom)} до ${date(facts.validUntil)} включительно.`,
          ],
        }
      : {
          subject: 'Решение: мотивированный отказ',
          lines: [
            facts.by === 'rule'
              ? 'По вашему заявлению отказано в силу самого правила по следующим основаниям:'
              : 'По вашему заявлению решением отказано по следующим основаниям:',
            ...groundLines(words, facts.reasons),
            ...remedy(facts),
          ],
        },
  lapsed: ({ turn, ...rest }) => ({
    subject: 'Рассмотрение заявления прекращено',
    lines: [
      `Рассмотрение вашего заявления прекращено без решения: истек срок для шага «${turns[turn]}».`,
      ...remedy(rest),
    ],
  }),
  withdrawn: () => ({
    subject: 'Заявление отозвано',
    lines: [`Рассмотрение вашего заявления прекращено, так как вы его отозвали (ст. 70 ${code}).`],
  }),
  'deemed-refusal': ({ dueOn, ...rest }) => ({
    subject: 'Решение не принято в срок',
    lines: [
      `До ${date(dueOn)} решение не принято. Это приравнивается к отказу (ст. 91 ${code}); рассмотрение продолжается.`,
      ...remedy(rest),
    ],
  }),
  'complaint-registered': ({ against, decideBy }) => ({
    subject: 'Жалоба зарегистрирована',
    lines: [
      `Ваша жалоба зарегистрирована, предмет: ${subjects[against]}.`,
      ...by('Она рассматривается', decideBy),
    ],
  }),
  'complaint-forwarded': ({ decideBy }) => ({
    subject: 'Жалоба передана',
    lines: [`Ваша жалоба передана вместе с делом (ст. 92 ${code}).`, ...by('Она рассматривается', decideBy)],
  }),
  'complaint-decided': ({ outcome, by: whom }) => ({
    subject: outcome === 'satisfied' ? 'Жалоба удовлетворена' : 'Жалоба отклонена',
    lines: [
      outcome === 'satisfied' ? 'Ваша жалоба удовлетворена.' : 'Ваша жалоба отклонена.',
      whom === 'silence'
        ? `Ответ не дан в срок, что приравнивается к отклонению (ст. 100 ${code}).`
        : 'Она рассмотрена, по ней принято решение.',
      `Вы вправе обратиться в вышестоящий орган или в суд (ст. 91 ${code}).`,
    ],
  }),
  'decision-set-aside': ({ returnTo, dueOn, interview }) => ({
    subject: 'Решение отменено',
    lines:
      returnTo === null
        ? ['Решение отменено; выданный вам документ снова действует.', ...by('Решение принимается', dueOn)]
        : [
            `Решение отменено; рассмотрение продолжается с этапа: ${stages[returnTo]}.`,
            ...kept(interview),
            ...term(dueOn),
          ],
  }),
  annulled: ({ reasons, ...rest }) => ({
    subject: 'Выданный вам документ аннулирован',
    lines: [
      'Выданный вам документ аннулирован по следующим основаниям:',
      ...groundLines(words, reasons),
      ...remedy(rest),
    ],
  }),
  'expiry-reminder': ({ validUntil }) => ({
    subject: 'Срок действия справки истекает',
    lines: [
      `Ваша справка действует до ${date(validUntil)} включительно. Подайте заявление до конца этого дня.`,
    ],
  }),
  expired: ({ validUntil }) => ({
    subject: 'Срок действия выданного документа истёк',
    lines: [`Выданный вам документ действовал до ${date(validUntil)} включительно.`],
  }),
};
