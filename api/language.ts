/** Which of the service's languages a caller would rather read. */
import { languages, type Language } from '../domain/languages';

export { languages, type Language };

const otherwise: Language = 'en';

/** Reads an Accept-Language header; English where it names none of ours. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const wish of wishes) {
    const known = languages.find((language) => language === wish.language);
    if (known !== undefined) return known;
  }
  return otherwise;
}
