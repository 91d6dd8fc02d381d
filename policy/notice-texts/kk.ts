/** What each notice says in Kazakh; a speaker must check it. */
import { kk as words } from './kk-words';
import { appointment, appointmentEnded, by, code, kept, remedy, sitting, term } from './kk-phrases';
import { calendarKk } from './calendar-kk';
import { hearingKk } from './hearing-kk';
import { permitKk } from './permit-kk';
import { changeLines, groundLines, wordFor, type NoticeTexts } from './words';

const { date, regions, documents, criteria, faults, stops, turns, stages, subjects } = words;
export const kkTexts: NoticeTexts = {
  ...permitKk,
  ...hearingKk,
  ...calendarKk,
  'application-registered': ({ region, bookBy }) => ({
    subject: 'Өтініш тіркелді',
    lines: [
      `Тұрақты тұруға рұқсат алу туралы өтінішіңіз тіркелді: ${regions[region]}.`,
      ...by('Тестілеуге жазылыңыз немесе сертификат ұсыныңыз', bookBy),
    ],
  }),
  'test-result': (facts) => ({
    subject: 'Тестілеуден өтпедіңіз',
    lines: ['Тілден тестілеуден өтпедіңіз.', ...sitting(facts)],
  }),
  'test-barred': ({ bookFrom, ...facts }) => ({
    subject: 'Тестілеуден өтпедіңіз, қайта тапсыру шектелді',
    lines: [
      'Тестілеу есептелмеді: тыйым салынған заттар табылды.',
      ...sitting(facts),
      `Келесі әрекетке жазылуға болатын алғашқы күн: ${date(bookFrom)}.`,
    ],
  }),
  'attempt-voided': ({ attempt, attemptsLeft, bookBy }) => ({
    subject: 'Тестілеу орталығы жауап бермеді',
    lines: [
      attempt === null
        ? 'Тестілеу орталығы сіз ұсынған сертификаттың түпнұсқа екенін хабарламады: сұрау кері қайтарылды.'
        : `Тестілеу орталығы ${attempt}-әрекеттің нәтижесін жібермеді: ол жойылды және сізге есептелмейді.`,
      `Қалған әрекеттер: ${attemptsLeft}.`,
      ...by('Тестілеуге жазылыңыз немесе сертификат ұсыныңыз', bookBy),
    ],
  }),
  'certificate-answer': ({ fault, bookBy }) => ({
    subject: 'Тіл сертификаты расталмады',
    lines: [
      `Сіз ұсынған сертификат расталмады: ${faults[fault]}.`,
      ...by('Тестілеуге жазылыңыз немесе басқа сертификат ұсыныңыз', bookBy),
    ],
  }),
  'form-open': ({ proof, level, fillBy }) => ({
    subject: 'Сауалнама ашылды',
    lines: [
      proof === 'test'
        ? `Тілден ${level} деңгейіндегі тестілеуден өттіңіз.`
        : `${level} деңгейіндегі сертификатыңыз расталды.`,
      ...by('Сауалнаманы құжаттарымен тапсырыңыз', fillBy),
    ],
  }),
  'documents-requested': ({ kinds, provideBy }) => ({
    subject: 'Құжаттар сұралды',
    lines: [
      'Өтінішіңізді тексеру үшін мына құжаттар қажет:',
      ...kinds.map((kind) => `— ${documents[kind]}`),
      ...by('Оларды жеке кабинетте ұсыныңыз', provideBy),
    ],
  }),
  'score-below': ({ total, threshold, rows, changes }) => ({
    subject: 'Балл шекті мәннен төмен',
    lines: [
      `Балмен бағалау нәтижесі: ${total}; шекті мән: ${threshold}.`,
      ...rows.map(({ criterion, points, max }) => `— ${wordFor(criteria, criterion)}: ${points} / ${max}`),
      ...(changes.length > 0 ? ['Мына жолдардың кез келгені жеткілікті болар еді:'] : []),
      ...changeLines(words, changes),
    ],
  }),
  'clock-stopped': ({ reason, effect }) => ({
    subject: 'Мерзім тоқтатыла тұрды',
    lines: [
      `Өтінішіңізді қарау мерзімі тоқтатыла тұрды: ${stops[reason]}.`,
      effect === 'anew' ? 'Кейін ол қайтадан басталады.' : 'Кейін ол тоқтаған жерінен жалғасады.',
    ],
  }),
  'clock-resumed': ({ dueOn }) => ({
    subject: 'Мерзім қайта жүре бастады',
    lines: ['Өтінішіңізді қарау мерзімі қайта жүре бастады.', ...term(dueOn)],
  }),
  'clock-extended': ({ days, dueOn }) => ({
    subject: 'Мерзім ұзартылды',
    lines: [`Мерзім дәлелді шешіммен ұзартылды (${code} 76-бабы). Қосылған күндер: ${days}.`, ...term(dueOn)],
  }),
  'interview-appointed': (facts) => ({
    subject: 'Әңгімелесуге шақыру',
    lines: [
      `Сіз әңгімелесуге шақырылдыңыз: ${appointment(facts)}.`,
      'Жеке кабинетте растаңыз немесе басқа уақыт сұраңыз.',
    ],
  }),
  'interview-cancelled': ({ because, ...facts }) => ({
    subject: 'Әңгімелесу болмайды',
    lines: [
      `Мына әңгімелесу өткізілмейді: ${appointment(facts)}.`,
      appointmentEnded[because],
      'Жаңа уақыты туралы сізге хабарланады.',
    ],
  }),
  decision: (facts) =>
    facts.outcome === 'granted'
      ? {
          subject: 'Шешім: оң',
          lines: [
            `Өтінішіңіз бойынша оң шешім қабылданды. Анықтама ${facts.number}.`,
            `Ол ${date(facts.validFrom)} бастап жарамды, соңғы күні: ${date(facts.validUntil)}.`,
          ],
        }
      : {
          subject: 'Шешім: дәлелді бас тарту',
          lines: [
            facts.by === 'rule'
              ? 'Өтінішіңіз бойынша қағиданың өз күшімен мына негіздермен бас тартылды:'
              : 'Өтінішіңіз бойынша шешіммен мына негіздермен бас тартылды:',
            ...groundLines(words, facts.reasons),
            ...remedy(facts),
          ],
        },
  lapsed: ({ turn, ...rest }) => ({
    subject: 'Өтінішті қарау тоқтатылды',
    lines: [
      `Өтінішіңізді қарау шешімсіз тоқтатылды: мына қадамның мерзімі өтті: ${turns[turn]}.`,
      ...remedy(rest),
    ],
  }),
  withdrawn: () => ({
    subject: 'Өтініш кері қайтарылды',
    lines: [`Өтінішіңізді кері қайтарғандықтан, оны қарау тоқтатылды (${code} 70-бабы).`],
  }),
  'deemed-refusal': ({ dueOn, ...rest }) => ({
    subject: 'Шешім мерзімінде қабылданбады',
    lines: [
      `Шешім қабылдаудың соңғы күні ${date(dueOn)} болды, ол қабылданбады. ` +
        `Бұл бас тартуға теңестіріледі (${code} 91-бабы); істі қарау жалғасады.`,
      ...remedy(rest),
    ],
  }),
  'complaint-registered': ({ against, decideBy }) => ({
    subject: 'Шағым тіркелді',
    lines: [`Шағымыңыз тіркелді, оның мәні: ${subjects[against]}.`, ...by('Шағым қаралады', decideBy)],
  }),
  'complaint-forwarded': ({ decideBy }) => ({
    subject: 'Шағым жіберілді',
    lines: [`Шағымыңыз іспен бірге жіберілді (${code} 92-бабы).`, ...by('Шағым қаралады', decideBy)],
  }),
  'complaint-decided': ({ outcome, by: whom }) => ({
    subject: outcome === 'satisfied' ? 'Шағым қанағаттандырылды' : 'Шағым қабылданбады',
    lines: [
      outcome === 'satisfied' ? 'Шағымыңыз қанағаттандырылды.' : 'Шағымыңыз қанағаттандырылмады.',
      whom === 'silence'
        ? `Жауап мерзімінде берілмеді, бұл қанағаттандырмауға теңестіріледі (${code} 100-бабы).`
        : 'Ол қаралып, шешім қабылданды.',
      `Жоғары тұрған органға немесе сотқа жүгінуге құқығыңыз бар (${code} 91-бабы).`,
    ],
  }),
  'decision-set-aside': ({ returnTo, dueOn, interview }) => ({
    subject: 'Шешімнің күші жойылды',
    lines:
      returnTo === null
        ? ['Шешімнің күші жойылды; сізге берілген құжат қайтадан жарамды.', ...by('Шешім қабылданады', dueOn)]
        : [
            `Шешімнің күші жойылды; іс мына кезеңнен жалғасады: ${stages[returnTo]}.`,
            ...kept(interview),
            ...term(dueOn),
          ],
  }),
  annulled: ({ reasons, ...rest }) => ({
    subject: 'Сізге берілген құжаттың күші жойылды',
    lines: [
      'Сізге берілген құжаттың күші мына негіздер бойынша жойылды:',
      ...groundLines(words, reasons),
      ...remedy(rest),
    ],
  }),
  'expiry-reminder': ({ validUntil }) => ({
    subject: 'Анықтаманың мерзімі аяқталып келеді',
    lines: [
      `Анықтамаңыз жарамды, соңғы күні: ${date(validUntil)}. Өтінішті сол күн аяқталғанға дейін беріңіз.`,
    ],
  }),
  expired: ({ validUntil }) => ({
    subject: 'Берілген құжаттың мерзімі өтті',
    lines: [`Сізге берілген құжат жарамды болған соңғы күн: ${date(validUntil)}.`],
  }),
};
