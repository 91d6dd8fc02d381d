/** The register of kinship and marriage, which knows what a person is to a sponsor: it answers in its reply, at once. */
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { permitRequests, type Trade } from './trade';

const kinshipRegister: Trade<'kinship-register'> = {
  name: 'kinship-register',
  byCallback: false,
  request: permitRequests['kinship-register'],
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 0,
  factsFor: ({ person, question = {} }) => ({
    question,
    ...factsAbout('kinship-register', person.passportNumber),
  }),
  contradict: ({ relation }) =>
    relation === 'none' ? { relation: 'spouse', since: '2015-06-20' } : { relation: 'none', since: null },
};

export function createKinshipRegister(deps: AgencyDeps) {
  return createAgency(kinshipRegister, deps);
}
