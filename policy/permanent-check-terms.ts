/** Within what time each agency that permanent residence asks is to answer: no body publishes a term of its own. */
import type { permanentChecks } from '../domain/agencies';
import type { CheckPolicy } from './policy';

const weekly = {
  limitDays: 20,
  chaseAfterDays: [7, 14],
  because: 'the whole of verification, chased weekly',
};
const atOnce = {
  limitDays: 10,
  chaseAfterDays: [3, 7],
  because: 'it answers at once: a longer silence is a fault that a person must hear of',
};
export const unpublishedCheckTerms: Record<(typeof permanentChecks)[number], CheckPolicy> = {
  berkut: weekly,
  'criminal-registry': weekly,
  'iin-registry': weekly,
  'fingerprint-registry': weekly,
  'security-service': {
    limitDays: 20,
    chaseAfterDays: [10, 15],
    because: 'nobody can grant without it, and it works by hand: the whole of verification, chased late',
  },
  'migration-register': atOnce,
  bank: {
    limitDays: 15,
    chaseAfterDays: [5, 10],
    because: 'a person of the bank has to look and sign; there must be time left to ask the applicant',
  },
  'medical-registry': atOnce,
};
