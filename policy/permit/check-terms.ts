/** How long each body may take over a question about a permit. */
import type { Check } from '../../domain/agencies';
import type { CheckPolicy } from '../policy';

const withinTheDay: CheckPolicy = {
  limitDays: 1,
  chaseAfterDays: [0],
  because: 'the decision is due within one working day: chased the same night, a person hears of it the next',
};
const asked: readonly Check[] = [
  'berkut',
  'criminal-registry',
  'iin-registry',
  'fingerprint-registry',
  'security-service',
  'migration-register',
  'permit-register',
  'labour-contracts',
  'insurance-register',
  'kinship-register',
  'medical-registry',
];

export const checkTerms = Object.fromEntries(asked.map((check) => [check, withinTheDay]));
