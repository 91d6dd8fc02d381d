/** Which account an address means, and whether its caller may act for it. */
import { holdDelegationInTx } from '../db/desk/employers';
import type { Tx } from '../db/connect';
import type { Employer } from '../db/reads/employers';
import type { Reads } from '../db/reads/reads';
import type { Actor } from '../domain/actor';
import { Problem } from './problems';

/** Another's account, one of a delegation that ended, and one that does not exist look alike: Problem not-found. */
export function createEmployerAccess(reads: Pick<Reads, 'findEmployer' | 'findDelegation'>) {
  return {
    async getEmployer(actor: Actor, employerId: string): Promise<Employer> {
      const employer = await reads.findEmployer(employerId);
      const delegation = employer && (await reads.findDelegation(employerId, actor.id));
      if (employer === undefined || delegation !== 'lasts') throw new Problem('not-found');
      return employer;
    },
  };
}

/** Asked again where the act is stamped; the delegation cannot end before the transaction does. */
export async function insistOnDelegationInTx(tx: Tx, employerId: string, actor: Actor): Promise<void> {
  if (!(await holdDelegationInTx(tx, employerId, actor.id))) throw new Problem('not-found');
}
