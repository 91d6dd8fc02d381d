/** Which permit a person has now: the one that the state's register knows, or one of ours that it does not know. */
import type { AgencyAnswers } from '../../domain/agency-answers';

type Told = Pick<AgencyAnswers['permit-register'], 'currentPermit' | 'own'>;

/** `ended`: one of ours that did not last as long as it was given for, or null where it did. */
interface CurrentPermit {
  number: string;
  validUntil: string;
  ended: 'shortened' | 'annulled' | null;
}

/**
 * The one that ends last, an annulled one only where there is no other; null where nobody knows any. Of what we issued our own
 * register counts, of all others the state's. Pure.
 */
export function currentPermitIn({ currentPermit, own = [] }: Told): CurrentPermit | null {
  const ours = own.map(({ number, validUntil, standing }) => ({
    ...{ number, validUntil },
    ended: standing === 'stands' ? null : standing,
  }));
  const isOurs = ours.some(({ number }) => number === currentPermit?.number);
  const theirs = currentPermit === null || isOurs ? [] : [{ ...currentPermit, ended: null }];
  const valid = [...theirs, ...ours].filter(({ ended }) => ended !== 'annulled');
  const last = (valid.length > 0 ? valid : ours)
    .toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1))
    .at(-1);
  if (last === undefined) return null;
  const { number, validUntil, ended } = last;
  return { number, validUntil, ended };
}
