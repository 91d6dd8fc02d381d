/** A notice in a language: which case, which act, when, and what it says; nobody is named. */
import type { Language } from '../domain/languages';
import { lawDate } from '../domain/law-day';
import type { Notice } from '../domain/notices';
import { enTexts } from './notice-texts/en';
import { en } from './notice-texts/en-words';
import { kkTexts } from './notice-texts/kk';
import { kk } from './notice-texts/kk-words';
import { ruTexts } from './notice-texts/ru';
import { ru } from './notice-texts/ru-words';
import type { NoticeText, NoticeTexts, Words } from './notice-texts/words';

const spoken = {
  kk: { texts: kkTexts, words: kk, heading: (id, on) => `Өтініш нөмірі ${id}, акт күні ${on}.` },
  ru: { texts: ruTexts, words: ru, heading: (id, on) => `Номер заявления ${id}, дата акта ${on}.` },
  en: { texts: enTexts, words: en, heading: (id, on) => `Application number ${id}, date of the act ${on}.` },
} as const satisfies Record<
  Language,
  { texts: NoticeTexts; words: Words; heading: (caseId: string, on: string) => string }
>;

type Told = Pick<Notice, 'kind' | 'facts' | 'caseId' | 'at'>;

/** The first line names the case and the law's date of the act. */
export function noticeText({ kind, facts, caseId, at }: Told, language: Language): NoticeText {
  const { texts, words, heading } = spoken[language];
  const text = texts[kind] as (facts: Notice['facts']) => NoticeText;
  const { subject, lines } = text(facts);
  return { subject, lines: [heading(caseId, words.date(lawDate(at))), ...lines] };
}
