/** What the notices of a temporary permit say in Kazakh. */
import { by } from './kk-phrases';
import { kk } from './kk-words';
import type { PermitChange, PermitTexts, PermitWords } from './permit-words';

const words: PermitWords = {
  filings: { issue: 'беру', renewal: 'ұзарту' },
  purposes: {
    family: 'отбасын біріктіру',
    'work-with-permit': 'рұқсатпен жұмыс істеу',
    'work-without-permit': 'рұқсатсыз жұмыс істеу',
    'eaeu-work': 'ЕАЭО мемлекеті азаматының жұмысы',
    study: 'оқу',
    treatment: 'емделу',
    business: 'кәсіпкерлік',
    'ethnic-kazakh': 'этникалық қазақ',
    missionary: 'миссионерлік қызмет',
    humanitarian: 'гуманитарлық себептер',
    'ground-lost': 'болу негізі жойылды',
  },
  windows: {
    'first-filing': 'алғашқы өтініш',
    'before-the-end': 'болу мерзімі аяқталғанға дейін',
    'ten-days-after': 'болу мерзімі аяқталғаннан кейін он күн ішінде',
    'fifteen-days-after-a-fine': 'айыппұлдан кейін он бес күн ішінде',
  },
  limits: {
    purpose: 'болу мақсаты',
    passport: 'паспорт мерзімі',
    sponsor: 'шақырушы тараптың құқығы',
    'employment-contract': 'еңбек шарты',
    'work-permit': 'жұмысқа рұқсат',
    study: 'оқу мерзімі',
    treatment: 'емделу мерзімі',
    insurance: 'сақтандыру',
    'lost-ground': 'негіз жойылған күн',
    request: 'өз өтінішіңіз',
    'reported-change': 'бұрынғы рұқсатқа қатысты хабарланған өзгеріс',
  },
  changes: {
    'left-the-country': 'тұлға елден кетті',
    died: 'тұлға қайтыс болды',
    'marriage-ended': 'неке тоқтатылды',
    'contract-ended': 'еңбек шарты тоқтатылды',
    'sponsor-lost': 'шақырушы тарап құқығынан айырылды',
  },
};

export const permitKk: PermitTexts = {
  'permit-filed': ({ filing, purpose, window, decideBy }) => ({
    subject: 'Өтініш тіркелді',
    lines: [
      `Уақытша тұруға рұқсат туралы өтінішіңіз тіркелді: ${words.filings[filing]}, ${words.purposes[purpose]}.`,
      `Мерзімінде берілді: ${words.windows[window]}.`,
      ...(decideBy === null ? [] : [`Шешім ${kk.date(decideBy)} дейін қабылданады.`]),
    ],
  }),
  'permit-granted': ({ number, validFrom, validUntil, shortestBy }) => ({
    subject: 'Уақытша тұруға рұқсат берілді',
    lines: [
      `${number} рұқсаты ${kk.date(validFrom)} бастап ${kk.date(validUntil)} дейін жарамды.`,
      `Соңғы күнін айқындайтын: ${words.limits[shortestBy]}.`,
      'Ол тек сізге берілді: отбасының әр мүшесі жеке өтініш береді.',
    ],
  }),
  'permit-ends': ({ number, validUntil, renewBy }) => ({
    subject: 'Рұқсаттың мерзімі аяқталып келеді',
    lines: [
      `${number} рұқсаты жарамды, соңғы күні: ${kk.date(validUntil)}.`,
      renewBy === null
        ? 'Осы мақсаттағы рұқсат ұзартылмайды. Ұзағырақ қалу үшін басқа негіз бойынша алғашқы рұқсатты сұраңыз.'
        : `Әлі ұзартылмаса, ұзарту туралы өтінішті мерзімі аяқталғанға дейін, ең кеші мына күні беріңіз: ${kk.date(renewBy)}.`,
    ],
  }),
  'permit-changed': ({ change, effect, validUntil, article }) => ({
    subject: 'Өзгеріс туралы хабарланды',
    lines: [`Хабарланды: ${words.changes[change]}.`, effectWords({ effect, validUntil, article })],
  }),
  'change-claimed': ({ change, on, decideBy }) => ({
    subject: 'Өзгеріс туралы мәлімделді',
    lines: [
      `Мәлімделді: ${words.changes[change]}, ${kk.date(on)}.`,
      'Лауазымды адам тексергенге дейін рұқсат өзгеріссіз қалады.',
      ...by('Тексеру', decideBy),
    ],
  }),
  'change-dismissed': ({ change, on }) => ({
    subject: 'Өзгеріс расталмады',
    lines: [
      `Мәлімделген еді: ${words.changes[change]}, ${kk.date(on)}.`,
      'Лауазымды адам мұны растамады: рұқсат өзгеріссіз қалады.',
    ],
  }),
  'decision-reopened': ({ dueOn, number }) => ({
    subject: 'Шешім қайта қаралады',
    lines: [
      'Шешімнен кейін органдардың бірі басқа жауап берді. Екі лауазымды адам өтінішіңізді қайта қарауға шешім қабылдады.',
      ...(number === undefined ? [] : [`${number}: енді жарамсыз, шешім жаңадан қабылданады.`]),
      ...by('Шешім қабылданады', dueOn),
    ],
  }),
};

function effectWords({ effect, validUntil, article }: Omit<PermitChange, 'change'>): string {
  if (effect === 'nothing' || validUntil === null) return 'Рұқсат өзгеріссіз қалады.';
  const basis = article === null ? '' : ` (${kk.article(article)})`;
  if (effect === 'never-begins')
    return `Рұқсат бірінші күніне дейін тоқтатылды және күшіне енген жоқ${basis}.`;
  return `Рұқсат ${kk.date(validUntil)} ${effect === 'ends' ? 'тоқтатылады' : 'дейін қысқартылып, жарамды'}${basis}.`;
}
