/** The register of insurance, which knows a person's policies: it answers in its reply, at once. */
import { createAgency, type AgencyDeps } from './agency';
import { monthEnd, today } from './cast-days';
import { factsAbout } from './people';
import { permitRequests, type Trade } from './trade';

const insuranceRegister: Trade<'insurance-register'> = {
  name: 'insurance-register',
  byCallback: false,
  request: permitRequests['insurance-register'],
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 0,
  factsFor: ({ person, question = {} }) => ({
    question,
    ...factsAbout('insurance-register', person.passportNumber),
  }),
  contradict: ({ policies }) => ({
    policies:
      policies.length === 0
        ? [{ number: 'MS-2026-990001', from: '2026-01-01', until: monthEnd(today(), 36), covers: 'medical' }]
        : [],
  }),
};

export function createInsuranceRegister(deps: AgencyDeps) {
  return createAgency(insuranceRegister, deps);
}
