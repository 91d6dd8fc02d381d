/** How patient we are with each agency on the line: how long one whole exchange may take. */
import type { AgencyName } from '../domain/agencies';

export interface LineTerms {
  timeoutMs: number;
}

/**
 * Nobody publishes any: registers that answer at once get five seconds, the fingerprint registry, which searches,
 * the bank and the security service, which take a letter by way of others, ten.
 */
export const lineTerms = {
  berkut: { timeoutMs: 5_000 },
  'criminal-registry': { timeoutMs: 5_000 },
  'iin-registry': { timeoutMs: 5_000 },
  'fingerprint-registry': { timeoutMs: 10_000 },
  'security-service': { timeoutMs: 10_000 },
  'migration-register': { timeoutMs: 5_000 },
  bank: { timeoutMs: 10_000 },
  'medical-registry': { timeoutMs: 5_000 },
  'permit-register': { timeoutMs: 5_000 },
  'labour-contracts': { timeoutMs: 5_000 },
  'insurance-register': { timeoutMs: 5_000 },
  'kinship-register': { timeoutMs: 5_000 },
  'testing-centre': { timeoutMs: 5_000 },
} as const satisfies Record<AgencyName, LineTerms>;
