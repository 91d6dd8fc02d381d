/** What registers filled in, as whoever fills in the rest may see it. */
import type { Static } from 'typebox';
import type { Prefilled } from '../../db/reads/prefilled';
import type { Actor } from '../../domain/actor';
import type { PersonIdentity, PersonPapers } from '../../domain/person';
import { isPersonOf } from '../case-person';
import type { Form } from '../schemas/form';

/** `papers`: whose account it is, as far as its token tells. */
export interface Reader {
  role: Actor['role'];
  papers: PersonPapers | undefined;
}

/**
 * A person reads what registers know of him; what they know of somebody else, whose case a parent or a delegate files, is used
 * and not shown. An employer reads of the contract with him. A correction stands beside it, in the form.
 */
export function viewPrefilled(
  { role, papers }: Reader,
  person: PersonIdentity | undefined,
  prefilled: readonly Prefilled[],
): Static<typeof Form>['prefilled'] {
  const isOwn = isPersonOf(papers, person);
  return prefilled.map(({ pointer, value, source, receivedAt }) => {
    const isShown = isOwn || (role === 'employer' && source === 'labour-contracts');
    return { pointer, value: isShown ? value : null, source, receivedAt };
  });
}
