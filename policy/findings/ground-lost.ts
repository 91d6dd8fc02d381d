/** What the register of kinship says of a ground that is said to be lost: a death shows it, all else is for a person. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import { finding, when, type Finding } from './finding';

/**
 * Art. 28 names divorce, death and majority. After a divorce the register knows no kinship, as of two who never had
 * any; and it does not say who came of age. Neither stands against the person: the proof that was handed in decides.
 */
export function readLostGround({ relation, sponsor }: AgencyAnswers['kinship-register']): Finding {
  const isKin = relation !== 'none' && relation !== 'other';
  return finding(
    [],
    [
      ...when(relation === 'none', 'no-kinship'),
      ...when(relation === 'other', 'kinship-to-judge'),
      ...when(isKin && sponsor.alive, 'ground-loss-to-judge'),
    ],
  );
}
