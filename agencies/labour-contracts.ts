/** The unified system of labour contracts, which knows those of a person: it answers in its reply, at once. */
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { permitRequests, type Trade } from './trade';
import type { ContractQuestion } from '../domain/permit-questions';

const labourContracts: Trade<'labour-contracts'> = {
  name: 'labour-contracts',
  byCallback: false,
  request: permitRequests['labour-contracts'],
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 0,
  factsFor: ({ person, question = {} }) => {
    const { contracts } = factsAbout('labour-contracts', person.passportNumber);
    return {
      question,
      contracts: contracts === 'as-asked' ? contractAsAsked(question) : contracts,
    };
  },
  contradict: ({ contracts }) => ({
    contracts: contracts.map((each) => ({
      ...each,
      status: each.status === 'registered' ? 'terminated' : 'registered',
    })),
  }),
};

/** Nothing where no contract is named; it ends when the question says that it does. */
function contractAsAsked({ bin, contractNumber, contractUntil: until = null }: ContractQuestion) {
  if (bin === undefined || contractNumber === undefined) return [];
  return [{ number: contractNumber, bin, from: '2026-01-12', until, status: 'registered' as const }];
}

export function createLabourContracts(deps: AgencyDeps) {
  return createAgency(labourContracts, deps);
}
