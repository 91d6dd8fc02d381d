/** The security service: it takes a request and answers by callback, in its own time. */
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { CallbackRequest, type Trade } from './trade';

const securityService: Trade<'security-service'> = {
  name: 'security-service',
  byCallback: true,
  request: CallbackRequest,
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 2000,
  factsFor: ({ person }) => factsAbout('security-service', person.passportNumber),
  contradict: ({ position }) => ({ position: position === 'agreement' ? 'objection' : 'agreement' }),
};

export function createSecurityService(deps: AgencyDeps) {
  return createAgency(securityService, deps);
}
