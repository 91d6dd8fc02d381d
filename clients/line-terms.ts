/** How patient we are with each agency on the line: in one exchange, and in one burst of tries. */
import type { AgencyName } from '../domain/agencies';

/** `timeoutMs` is for one whole exchange; after `triesInBurst` the case hears that nobody can be reached. */
export interface LineTerms {
  timeoutMs: number;
  triesInBurst: number;
}

/**
 * Nobody publishes any: registers that answer at once get five seconds, the fingerprint registry, which searches,
 * ten; the bank and the security service, which take a letter by way of others, ten and fewer tries.
 */
export const lineTerms = {
  berkut: { timeoutMs: 5_000, triesInBurst: 4 },
  'criminal-registry': { timeoutMs: 5_000, triesInBurst: 4 },
  'iin-registry': { timeoutMs: 5_000, triesInBurst: 4 },
  'fingerprint-registry': { timeoutMs: 10_000, triesInBurst: 4 },
  'security-service': { timeoutMs: 10_000, triesInBurst: 2 },
  'migration-register': { timeoutMs: 5_000, triesInBurst: 4 },
  bank: { timeoutMs: 10_000, triesInBurst: 3 },
  'medical-registry': { timeoutMs: 5_000, triesInBurst: 4 },
  'permit-register': { timeoutMs: 5_000, triesInBurst: 4 },
  'labour-contracts': { timeoutMs: 5_000, triesInBurst: 4 },
  'insurance-register': { timeoutMs: 5_000, triesInBurst: 4 },
  'kinship-register': { timeoutMs: 5_000, triesInBurst: 4 },
  'testing-centre': { timeoutMs: 5_000, triesInBurst: 4 },
} as const satisfies Record<AgencyName, LineTerms>;
