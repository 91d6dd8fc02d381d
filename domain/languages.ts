/** The languages in which the service speaks to people. */
export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];
