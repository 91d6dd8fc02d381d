/** What each problem is called in public, in the three languages of the service. */
import type { ProblemCode } from '../domain/problems';
import type { Language } from './language';
import { permitTitles } from './permit-titles';
import { procedureTitles } from './procedure-titles';

export const problemTitles = {
  'malformed-request': {
    kk: 'Сұрау түсініксіз жазылған',
    ru: 'Запрос не удалось прочитать',
    en: 'The request cannot be read',
  },
  'idempotency-key-missing': {
    kk: 'Idempotency-Key тақырыбы жоқ немесе бос орынсыз 8–100 таңба емес',
    ru: 'Нет заголовка Idempotency-Key, или в нём не от 8 до 100 знаков без пробелов',
    en: 'The Idempotency-Key header is missing, or not of 8 to 100 characters without spaces',
  },
  'token-missing': { kk: 'Алдымен кіріңіз', ru: 'Сначала войдите', en: 'Sign in first' },
  'token-invalid': { kk: 'Кіру белгісі жарамсыз', ru: 'Токен недействителен', en: 'The token is not valid' },
  'token-expired': {
    kk: 'Кіру белгісінің мерзімі өтті',
    ru: 'Срок действия токена истёк',
    en: 'The token has expired',
  },
  'callback-unsigned': {
    kk: 'Жауапта қолтаңба жоқ',
    ru: 'Ответ не подписан',
    en: 'The answer is not signed',
  },
  'callback-signature-invalid': {
    kk: 'Жауаптың қолтаңбасы дұрыс емес',
    ru: 'Подпись ответа неверна',
    en: 'The signature of the answer is wrong',
  },
  'callback-expired': {
    kk: 'Жауаптың қолтаңбасы ескірген',
    ru: 'Подпись ответа устарела',
    en: 'The signature of the answer is too old',
  },
  'not-permitted': { kk: 'Бұған рұқсатыңыз жоқ', ru: 'Вам это не разрешено', en: 'You may not do this' },
  'not-found': { kk: 'Табылмады', ru: 'Не найдено', en: 'Not found' },
  'method-not-allowed': {
    kk: 'Бұл мекенжайда бұлай істеуге болмайды',
    ru: 'По этому адресу так сделать нельзя',
    en: 'This address does not take that method',
  },
  'callback-about-another': {
    kk: 'Жауап сұралған адам туралы емес',
    ru: 'Ответ не о том человеке, о котором спрашивали',
    en: 'The answer is not about the person who was asked about',
  },
  'callback-replayed': {
    kk: 'Бұл жеткізілім бұрын қабылданған',
    ru: 'Эта доставка уже была принята',
    en: 'This delivery was taken before',
  },
  'act-out-of-order': {
    kk: 'Іс қазір бұл әрекеттің кезеңінде емес',
    ru: 'Дело сейчас не на том этапе',
    en: 'The case is not at the stage for this',
  },
  'case-over': { kk: 'Іс аяқталған', ru: 'Дело завершено', en: 'The case is over' },
  'four-eyes': {
    kk: 'Шешімді ұсынған адам оны бекіте алмайды',
    ru: 'Кто предложил решение, тот его не утверждает',
    en: 'Whoever proposed a decision cannot approve it',
  },
  'stale-version': {
    kk: 'Ұсыныс өзгерген, қайта қараңыз',
    ru: 'Предложение изменилось, посмотрите его снова',
    en: 'The proposal has changed: look at it again',
  },
  'nothing-to-judge': {
    kk: 'Мұнда бағалайтын ештеңе жоқ',
    ru: 'Здесь нечего оценивать',
    en: 'There is nothing to judge here',
  },
  'grant-blocked': {
    kk: 'Қазіргі деректермен рұқсат беруге болмайды',
    ru: 'При нынешних данных выдать разрешение нельзя',
    en: 'As the case stands it cannot be granted',
  },
  'reasons-missing': {
    kk: 'Бас тартудың негізі көрсетілмеген',
    ru: 'Не указаны основания отказа',
    en: 'A refusal needs its grounds',
  },
  'form-missing': {
    kk: 'Сауалнама әлі сақталмаған',
    ru: 'Анкета ещё не сохранена',
    en: 'The form has not been saved yet',
  },
  'document-missing': { kk: 'Құжат жетіспейді', ru: 'Не хватает документа', en: 'A document is missing' },
  'interview-not-held-yet': {
    kk: 'Әңгімелесу әлі өткен жоқ',
    ru: 'Собеседование ещё не состоялось',
    en: 'The interview has not taken place yet',
  },
  'ground-not-shown': {
    kk: 'Бұл негіз іс материалдарымен расталмаған',
    ru: 'Это основание не подтверждается материалами дела',
    en: 'The case does not show this ground',
  },
  'ground-does-not-hold': {
    kk: 'Заңның 49-бабы бойынша бұл негіз бұл адамға немесе бұл әрекетке қолданылмайды',
    ru: 'По статье 49 Закона это основание не применяется к этому лицу или к этому решению',
    en: 'By article 49 of the law this ground does not hold for this person, or not for this act',
  },
  'evidence-of-another-ground': {
    kk: 'Аталған дәлел бұл негізді растай алмайды',
    ru: 'Названное доказательство не может подтвердить это основание',
    en: 'The evidence that is named cannot show this ground',
  },
  'appointment-in-the-past': {
    kk: 'Белгіленген уақыт өтіп кеткен',
    ru: 'Назначенное время уже прошло',
    en: 'The appointment lies in the past',
  },
  'time-cannot-be-moved': {
    kk: 'Бұл істің уақытын жылжыту мүмкін емес',
    ru: 'Время этого дела передвинуть нельзя',
    en: 'The time of this case cannot be moved',
  },
  'agency-already-held': {
    kk: 'Бұл органға сұрау салу бұрын тоқтатылған',
    ru: 'Запросы в этот орган уже приостановлены',
    en: 'This agency is held already',
  },
  'agency-not-held': {
    kk: 'Бұл органға сұрау салу тоқтатылмаған',
    ru: 'Запросы в этот орган не приостановлены',
    en: 'This agency is not held',
  },
  'alarm-already-cleared': {
    kk: 'Бұл дабыл бұрын өңделіп, жабылған',
    ru: 'Эта тревога уже снята',
    en: 'This alarm is cleared already',
  },
  'version-required': {
    kk: 'Қай нұсқаны өзгертетініңізді көрсетіңіз',
    ru: 'Укажите, какую версию вы меняете',
    en: 'Say which version you are changing',
  },
  'version-mismatch': {
    kk: 'Сауалнама басқа жерде өзгертілген',
    ru: 'Анкету изменили в другом месте',
    en: 'The form was changed elsewhere',
  },
  'body-too-large': {
    kk: 'Жіберілген дерек тым үлкен',
    ru: 'Слишком большой объём данных',
    en: 'What was sent is too large',
  },
  'unsupported-media-type': {
    kk: 'Бұл деректер түрі қабылданбайды',
    ru: 'Такой тип данных не принимается',
    en: 'This kind of data is not taken here',
  },
  'document-type-unknown': {
    kk: 'Құжат PDF, JPEG немесе PNG болуы керек',
    ru: 'Документ должен быть PDF, JPEG или PNG',
    en: 'The document must be a PDF, JPEG or PNG',
  },
  'invalid-input': {
    kk: 'Толтырылған деректерді тексеріңіз',
    ru: 'Проверьте заполненные данные',
    en: 'Check what you filled in',
  },
  'idempotency-key-reused': {
    kk: 'Бұл кілтпен бұрын басқа әрекет жасалған',
    ru: 'С этим ключом уже сделано другое действие',
    en: 'This key was used for another act',
  },
  'region-not-in-pilot': {
    kk: 'Бұл өңір пилотқа кірмейді',
    ru: 'Этот регион не участвует в пилоте',
    en: 'This region is not part of the pilot',
  },
  'too-many-requests': {
    kk: 'Сұрау тым көп, сәл күтіңіз',
    ru: 'Слишком много запросов, подождите немного',
    en: 'Too many requests: wait a little',
  },
  'service-trouble': {
    kk: 'Қызметте ақау шықты',
    ru: 'В сервисе произошёл сбой',
    en: 'Something went wrong in the service',
  },
  'service-unavailable': {
    kk: 'Қызмет қазір қолжетімсіз, кейінірек қайталаңыз',
    ru: 'Сервис сейчас недоступен, повторите позже',
    en: 'The service is not available now: try again later',
  },
  ...permitTitles,
  ...procedureTitles,
} as const satisfies Record<ProblemCode, Record<Language, string>>;
