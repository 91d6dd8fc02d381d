/** Berkut, which knows who crossed the border: it answers in its reply, at once. */
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { PlainRequest, type Trade } from './trade';

const berkut: Trade<'berkut'> = {
  name: 'berkut',
  byCallback: false,
  request: PlainRequest,
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 0,
  factsFor: ({ person }) => factsAbout('berkut', person.passportNumber),
  contradict: ({ overstayDays }) => ({ overstayDays: overstayDays === 0 ? 45 : 0 }),
};

export function createBerkut(deps: AgencyDeps) {
  return createAgency(berkut, deps);
}
