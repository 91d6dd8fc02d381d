/** What the problems of procedure are called in public: interview, hearing, complaint, clocks, papers. */
import type { ProblemCode } from '../domain/problems';
import type { Language } from './language';

export const procedureTitles = {
  'act-under-way': {
    kk: 'Бұл іс бойынша басқа әрекет орындалып жатыр, сәл кейін қайталаңыз',
    ru: 'По этому делу выполняется другое действие, повторите чуть позже',
    en: 'Another act on this case is under way: try again in a moment',
  },
  'retake-barred': {
    kk: 'Келесі сынақтың уақыты әлі келген жоқ',
    ru: 'Время следующей попытки теста ещё не пришло',
    en: 'The time for another attempt at the test has not come yet',
  },
  'answer-still-due': {
    kk: 'Тестілеу орталығының жауап беретін уақыты әлі өткен жоқ',
    ru: 'Время, в которое центр тестирования должен ответить, ещё не истекло',
    en: 'The testing centre still has time to answer',
  },
  'agreement-missing': {
    kk: 'Заң талап ететін келісім жоқ, оны ешкімнің бағасы алмастыра алмайды',
    ru: 'Нет согласия, которого требует закон; ничья оценка его не заменит',
    en: 'The agreement that the law asks for is missing, and nobody’s judgement can replace it',
  },
  'finding-not-judged': {
    kk: 'Тек бұрын бағаланған нәтижені қайта бағалауға болады',
    ru: 'Заново оценить можно только то, что уже было оценено',
    en: 'Only a finding that somebody has judged can be judged anew',
  },
  'notice-too-short': {
    kk: 'Әңгімелесуге дейін тым аз уақыт қалдырылған',
    ru: 'До собеседования оставлено слишком мало времени',
    en: 'The interview leaves too little notice',
  },
  'panel-incomplete': {
    kk: 'Комиссия құрамы толық емес немесе рұқсат етілмеген',
    ru: 'Состав комиссии неполный или недопустимый',
    en: 'The panel is incomplete, or somebody may not sit on it',
  },
  'stepped-back': {
    kk: 'Бұл істен бас тартқан адам комиссияға қайта кіре алмайды',
    ru: 'Взявший самоотвод по этому делу не может снова войти в комиссию',
    en: 'Whoever stepped back from this case cannot sit on a panel of it again',
  },
  'not-on-panel': {
    kk: 'Бұл адам комиссия мүшесі емес',
    ru: 'Это лицо не входит в комиссию',
    en: 'This person does not sit on the panel',
  },
  'quorum-missing': {
    kk: 'Комиссияда кворум жоқ',
    ru: 'Нет кворума комиссии',
    en: 'The panel has no quorum',
  },
  'questions-missing': {
    kk: 'Сұрақтар мен баллдар толық емес',
    ru: 'Вопросы и баллы указаны не полностью',
    en: 'The questions and their points are incomplete',
  },
  'nobody-attended': {
    kk: 'Келмеген әңгімелесуде сұрақ та, дауыс та болмайды',
    ru: 'При неявке нет ни вопросов, ни голосов',
    en: 'Where nobody came there are no questions and no votes',
  },
  'too-many-changes': {
    kk: 'Уақытты бұдан әрі ауыстыруға болмайды',
    ru: 'Больше переносить собеседование нельзя',
    en: 'The appointment cannot be changed again',
  },
  'objection-too-late': {
    kk: 'Қарсылық білдіру мерзімі өтті',
    ru: 'Срок для возражения истёк',
    en: 'The time for an objection is over',
  },
  'complaint-too-late': {
    kk: 'Шағым беру мерзімі өтті',
    ru: 'Срок для подачи жалобы истёк',
    en: 'The time for a complaint is over',
  },
  'own-case': {
    kk: 'Ешкім өз ісін жүргізбейді және ол бойынша шешім қабылдамайды',
    ru: 'Никто не ведёт собственное дело и не решает его',
    en: 'Nobody works on his own case or decides it',
  },
  'took-part': {
    kk: 'Іске қатысқан адам шағымды қарай алмайды',
    ru: 'Кто участвовал в деле, тот не решает жалобу',
    en: 'Whoever took part in the case cannot decide the complaint',
  },
  'return-stage-wrong': {
    kk: 'Істі бұл кезеңге қайтаруға болмайды',
    ru: 'На этот этап дело вернуть нельзя',
    en: 'The case cannot go back to this stage',
  },
  'clock-stands': {
    kk: 'Мерзім тоқтатылған кезде оны ұзартуға болмайды',
    ru: 'Пока срок приостановлен, его не продлить',
    en: 'A term cannot be extended while its clock stands',
  },
  'term-over': {
    kk: 'Мерзім өтіп кеткен',
    ru: 'Срок уже истёк',
    en: 'The term is already over',
  },
  'extension-too-long': {
    kk: 'Мерзімді бұлай ұзақ созуға болмайды',
    ru: 'Так надолго продлить срок нельзя',
    en: 'The term cannot be extended by so much',
  },
  'calendar-unknown': {
    kk: 'Мұндай күнтізбе жоқ',
    ru: 'Такого календаря нет',
    en: 'There is no such calendar',
  },
  'paper-not-in-form': {
    kk: 'Банктен тек сауалнамадағы анықтама туралы сұрауға болады: жаңа құжатты өзіңіз бағалаңыз',
    ru: 'Банк можно спросить только о справке из анкеты: новый документ оцените сами',
    en: 'The bank can be asked only about the certificate in the form: judge the new paper yourself',
  },
  'no-document-named': {
    kk: 'Бірде-бір құжат аталмаған',
    ru: 'Не назван ни один документ',
    en: 'No document is named',
  },
  'document-not-of-case': {
    kk: 'Бұл іс бойынша мұндай құжат талап етілмейді',
    ru: 'По этому делу такой документ не запрашивают',
    en: 'That document is not asked for in this case',
  },
  'calendar-ends-a-term': {
    kk: 'Бұл күнтізбе бойынша істің әлі өтіп жатқан мерзімі аяқталып қалар еді',
    ru: 'По этому календарю срок дела, который ещё идёт, уже закончился бы',
    en: 'Under this calendar a term of the case that still runs would be over already',
  },
  'calendar-not-later': {
    kk: 'Іс тек кейінгі күнтізбеге көшіріледі',
    ru: 'Дело переводят только на более поздний календарь',
    en: 'A case moves only to a later calendar',
  },
  'too-many-documents': {
    kk: 'Бұл іске осындай құжат тым көп жүктелген',
    ru: 'К этому делу загружено слишком много документов этого вида',
    en: 'Too many documents of this kind were uploaded for this case',
  },
  'pilot-over': {
    kk: 'Пилот аяқталған, өтініштер қабылданбайды',
    ru: 'Пилот завершён, заявления не принимаются',
    en: 'The pilot is over: no applications are taken',
  },
} as const satisfies Partial<Record<ProblemCode, Record<Language, string>>>;
