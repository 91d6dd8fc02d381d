/** The fingerprint registry: it answers in its reply, after a second and a half or a little more. */
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { PlainRequest, type Trade } from './trade';

const fingerprintRegistry: Trade<'fingerprint-registry'> = {
  name: 'fingerprint-registry',
  byCallback: false,
  request: PlainRequest,
  latencyMs: 1500,
  latencyJitterMs: 300,
  lateMs: 0,
  factsFor: ({ person }) => factsAbout('fingerprint-registry', person.passportNumber),
  contradict: ({ status }) => ({ status: status === 'match' ? 'no-match' : 'match' }),
};

export function createFingerprintRegistry(deps: AgencyDeps) {
  return createAgency(fingerprintRegistry, deps);
}
