/** The register of temporary permits, of a person's own and of an employer's staff: it answers in its reply, at once. */
import { createAgency, type AgencyDeps } from './agency';
import { employerKnownBy } from './employers';
import { factsAbout } from './people';
import { permitRequests, type Trade } from './trade';
import type { PermitQuestion } from '../domain/permit-questions';

const permitRegister: Trade<'permit-register'> = {
  name: 'permit-register',
  byCallback: false,
  request: permitRequests['permit-register'],
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 0,
  factsFor: ({ person, question = {} }) => {
    const { bin }: PermitQuestion = question;
    return {
      question,
      ...factsAbout('permit-register', person.passportNumber),
      employer: bin === undefined ? null : employerKnownBy(bin),
    };
  },
  contradict: ({ employer }) =>
    employer === null ? { registration: null } : { employer: { ...employer, known: !employer.known } },
};

export function createPermitRegister(deps: AgencyDeps) {
  return createAgency(permitRegister, deps);
}
