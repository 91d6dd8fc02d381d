/** The criminal registry: it takes a request and answers by callback, a second later unless told otherwise. */
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { CallbackRequest, type Trade } from './trade';

const criminalRegistry: Trade<'criminal-registry'> = {
  name: 'criminal-registry',
  byCallback: true,
  request: CallbackRequest,
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 1000,
  factsFor: ({ person }) => factsAbout('criminal-registry', person.passportNumber),
  contradict: ({ record }) =>
    record === 'none'
      ? { record: 'unspent', offences: [{ kind: 'theft', committedOn: '2023-10-05' }] }
      : { record: 'none', offences: [] },
};

export function createCriminalRegistry(deps: AgencyDeps) {
  return createAgency(criminalRegistry, deps);
}
