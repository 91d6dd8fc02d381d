/** Where the rules of temporary permits were read: each source under one name. */

export const servicePage = 'gov.kz service page 4631 on temporary residence permits';
export const newRules = 'fbrk.kz on the rules of temporary permits updated in 2026';
export const sinceApril = 'konsugroup.com on the rules since 13.04.2026';
export const order730 = 'order MIA 730 of 30.09.2024, redaction of 24.06.2026';
const law477 = 'Law on Migration of the Population No. 477-IV';

/** `article` as `art. 27`; redaction of 01.01.2024 or 17.07.2024. */
export function law(article: string): string {
  return `${law477}, ${article}`;
}

export function olderLaw(article: string): string {
  return `${law477}, ${article}, older redaction`;
}
