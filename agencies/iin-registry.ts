/** The registry of identification numbers: it answers in its reply, at once. */
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { FamilyRequest, type Trade } from './trade';

const iinRegistry: Trade<'iin-registry'> = {
  name: 'iin-registry',
  byCallback: false,
  request: FamilyRequest,
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 0,
  factsFor: ({ person, family, question }) => {
    const { status, document, ofFamily = 'match' } = factsAbout('iin-registry', person.passportNumber);
    return {
      ...(question && { question }),
      ...{ status, ...(document && { document }) },
      ...(family && { family: family.map(() => ofFamily) }),
    };
  },
  contradict: ({ status }) => ({ status: status === 'match' ? 'mismatch' : 'match' }),
};

export function createIinRegistry(deps: AgencyDeps) {
  return createAgency(iinRegistry, deps);
}
