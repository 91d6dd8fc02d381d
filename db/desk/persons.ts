/** Who an application is about: kept here, and known elsewhere by an opaque id and a hash. */
import { randomUUID } from 'node:crypto';
import type { PersonIdentity } from '../../domain/person';
import type { Tx } from '../connect';
import { hashOfJson } from '../hash';
import { persons } from '../schema';

export function preparePerson(caseId: string, identity: PersonIdentity) {
  const personId = randomUUID();
  const sha256 = hashOfJson(identity);
  return {
    personId,
    sha256,
    keepInTx: async (tx: Tx): Promise<void> => {
      await tx.insert(persons).values({ personId, caseId, identity, sha256 });
    },
  };
}
