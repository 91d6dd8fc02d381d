/** The medical registry, which keeps the certificates 028/u: it answers in its reply, at once. */
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { PlainRequest, type Trade } from './trade';

const medicalRegistry: Trade<'medical-registry'> = {
  name: 'medical-registry',
  byCallback: false,
  request: PlainRequest,
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 0,
  factsFor: ({ person }) => factsAbout('medical-registry', person.passportNumber),
  contradict: ({ status }) =>
    status === 'valid'
      ? { status: 'barring', diseaseCodes: ['A15.0'] }
      : { status: 'valid', diseaseCodes: [] },
};

export function createMedicalRegistry(deps: AgencyDeps) {
  return createAgency(medicalRegistry, deps);
}
