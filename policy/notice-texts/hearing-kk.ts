/** What the notices of a preliminary decision say in Kazakh; a speaker must check it. */
import { code } from './kk-phrases';
import { kk as words } from './kk-words';
import { groundLines, type NoticeTexts } from './words';

const { date } = words;

export const hearingKk: Pick<NoticeTexts, 'refusal-proposed' | 'hearing-cancelled'> = {
  'refusal-proposed': ({ outcome, reasons, objectDays, objectBy, decidedAfter }) => ({
    subject: outcome === 'annul' ? 'Алдын ала шешім: күшін жою' : 'Алдын ала шешім: бас тарту',
    lines: [
      outcome === 'annul'
        ? 'Сізге берілген құжаттың күшін мына негіздер бойынша жою көзделуде:'
        : 'Өтінішіңіз бойынша мына негіздермен бас тарту көзделуде:',
      ...groundLines(words, reasons),
      `Осы хабарламаны алған күннен бастап ${objectDays} жұмыс күні ішінде қарсылық білдіруге немесе ауызша тыңдауды ` +
        `сұрауға құқығыңыз бар (${code} 73-бабы); хабарлама акт күні алынса, соңғы күні: ${date(objectBy)}.`,
      `Шешім мына күннен кейін ғана қабылданады: ${date(decidedAfter)}. Үндемеуіңіз оған кедергі болмайды.`,
    ],
  }),
  'hearing-cancelled': ({ outcome, because }) => ({
    subject:
      outcome === 'annul'
        ? 'Алдын ала шешім алып тасталды: күшін жою'
        : 'Алдын ала шешім алып тасталды: бас тарту',
    lines: [
      outcome === 'annul'
        ? 'Сізге хабарланған күшін жою қазір жүргізілмейді; сізге берілген құжат жарамды.'
        : 'Сізге хабарланған бас тарту қазір қабылданбайды; өтінішіңізді қарау жалғасады.',
      because === 'returned'
        ? 'Себебі: шешім жобасы пысықтауға қайтарылды.'
        : 'Себебі: мемлекеттік орган басқа жауап берді, алдымен сол қаралады.',
      `Ол бойынша тыңдау болмайды, қарсылық білдіру қажет емес (${code} 73-бабы). ` +
        'Қолайсыз шешім қайта көзделсе, сізге жаңадан хабарланады және сіз қайта тыңдаласыз.',
    ],
  }),
};
