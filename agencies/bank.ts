/** The bank: it confirms by callback that its certificate is genuine, and what is on the account. */
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { BankRequest, type Trade } from './trade';

const bank: Trade<'bank'> = {
  name: 'bank',
  byCallback: true,
  request: BankRequest,
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 1000,
  factsFor: ({ person, subject }) => ({
    ...factsAbout('bank', person.passportNumber),
    requiredTenge: subject?.requiredTenge ?? null,
  }),
  contradict: ({ status }) => ({ status: status === 'genuine' ? 'not-genuine' : 'genuine' }),
};

export function createBank(deps: AgencyDeps) {
  return createAgency(bank, deps);
}
