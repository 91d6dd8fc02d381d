/** What the problems of permits and of employers who file for them are called in public. */
import type { ProblemCode } from '../domain/problems';
import type { Language } from './language';

export const permitTitles = {
  'change-not-in-term': {
    kk: 'Өзгеріс күні рұқсаттың мерзіміне сәйкес келмейді',
    ru: 'День изменения не попадает в срок разрешения',
    en: 'The day of the change does not lie in the term of the permit',
  },
  'no-place-left': {
    kk: 'Жұмыс берушіде бос орын қалмады',
    ru: 'У работодателя не осталось свободных мест',
    en: 'The employer has no place left',
  },
  'employer-has-account': {
    kk: 'Бұл жұмыс берушінің есептік жазбасы бар: сізді оның өкілі қосуы керек',
    ru: 'У этого работодателя уже есть учётная запись: вас должен добавить её представитель',
    en: 'This employer has an account already: one of its delegates has to add you',
  },
  'last-delegate': {
    kk: 'Есептік жазбаның соңғы өкілін алып тастауға болмайды',
    ru: 'Последнего представителя учётной записи убрать нельзя',
    en: 'The last delegate of an account cannot be ended',
  },
  'purpose-not-of-employer': {
    kk: 'Жұмыс беруші тек жұмысқа қатысты мақсат бойынша өтініш береді',
    ru: 'Работодатель подаёт заявление только по цели, связанной с работой',
    en: 'An employer files only for a purpose that rests on work',
  },
  'purpose-not-of-citizenship': {
    kk: 'Бұл мақсат бойынша рұқсат осы елдің азаматтарына берілмейді',
    ru: 'По этой цели разрешение гражданам этой страны не выдаётся',
    en: 'A permit of this purpose is not for citizens of that country',
  },
  'citizen-needs-no-permit': {
    kk: 'Қазақстан азаматына тұруға рұқсат қажет емес',
    ru: 'Гражданину Казахстана разрешение на проживание не нужно',
    en: 'A citizen of Kazakhstan needs no permit to live here',
  },
  'bulk-file-unreadable': {
    kk: 'Файл UTF-8 кодтауындағы CSV ретінде оқылмады',
    ru: 'Файл не читается как CSV в кодировке UTF-8',
    en: 'The file cannot be read as CSV in UTF-8',
  },
  'bulk-columns-wrong': {
    kk: 'Файлдың бағандары үлгіге сәйкес емес',
    ru: 'Столбцы файла не совпадают с шаблоном',
    en: 'The columns of the file are not those of the template',
  },
  'bulk-too-many-rows': {
    kk: 'Файлда он мыңнан астам қызметкер бар',
    ru: 'В файле больше десяти тысяч работников',
    en: 'The file has more than ten thousand workers',
  },
  'bulk-rows-faulty': {
    kk: 'Файлда қатесіз бірде-бір жол жоқ',
    ru: 'В файле нет ни одной строки без ошибок',
    en: 'Not one row of the file is without a fault',
  },
  'permit-not-renewable': {
    kk: 'Мұндай рұқсат ұзартылмайды',
    ru: 'Такое разрешение не продлевается',
    en: 'A permit of this purpose is not renewed',
  },
  'permit-not-online-yet': {
    kk: 'Бұл күні рұқсат онлайн берілмеген',
    ru: 'На этот день разрешения ещё не выдавались онлайн',
    en: 'On that day permits were not issued online yet',
  },
  'term-empty': {
    kk: 'Рұқсаттың бір күні де қалмайды: оны шектейтін мерзім өтіп кеткен',
    ru: 'У разрешения не остаётся ни одного дня: срок, который его ограничивает, истёк',
    en: 'No day would be left of the permit: what limits it has ended already',
  },
  'filing-window-closed': {
    kk: 'Өтініш беру мерзімі өтіп кетті',
    ru: 'Срок подачи заявления истёк',
    en: 'The time for filing has passed',
  },
} as const satisfies Partial<Record<ProblemCode, Record<Language, string>>>;
