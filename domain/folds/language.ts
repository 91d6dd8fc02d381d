/** What the proof of language changes in a case file. */
import type { LanguageEvents } from '../events/language';
import type { Folds } from './fold';

export const languageFolds: Folds<keyof LanguageEvents> = {
  'application-opened': () => {
    throw new Error('a case is opened once');
  },
  'language-test-booked': (file, { data, effectiveAt }) => ({
    status: 'awaiting-test-result',
    testAttempts: [...file.testAttempts, { ...data, bookedAt: effectiveAt, passed: null }],
  }),
  'language-test-result-received': (file, { data }) => ({
    status: data.passed ? 'awaiting-form' : 'awaiting-test-booking',
    barredUntil: data.barredUntil,
    testAttempts: file.testAttempts.map((attempt) =>
      attempt.attempt === data.attempt ? { ...attempt, passed: data.passed } : attempt,
    ),
  }),
  'attempt-voided': ({ voided = [], presented }, { data: { requestId } }) => ({
    status: 'awaiting-test-booking',
    voided: [...voided, requestId],
    presented: presented?.requestId === requestId ? null : presented,
  }),
  'certificate-presented': (_, { data: { certificateId, requestId } }) => ({
    status: 'awaiting-certificate-check',
    presented: { certificateId, requestId, confirmed: null },
  }),
  'certificate-confirmed': ({ presented }) => ({
    status: 'awaiting-form',
    presented: presented && { ...presented, confirmed: true },
  }),
  'certificate-not-confirmed': ({ presented }) => ({
    status: 'awaiting-test-booking',
    presented: presented && { ...presented, confirmed: false },
  }),
};
