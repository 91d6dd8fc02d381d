/** The neighbours that are asked about a person, by the names they go by everywhere. */
export const checks = [
  'berkut',
  'criminal-registry',
  'iin-registry',
  'fingerprint-registry',
  'security-service',
  'migration-register',
  'bank',
  'medical-registry',
  'permit-register',
  'labour-contracts',
  'insurance-register',
  'kinship-register',
] as const;
export type Check = (typeof checks)[number];

/** Those that permanent residence asks, each of them always; for a temporary permit its purpose says which. */
export const permanentChecks = [
  'berkut',
  'criminal-registry',
  'iin-registry',
  'fingerprint-registry',
  'security-service',
  'migration-register',
  'bank',
  'medical-registry',
] as const satisfies readonly Check[];

export const agencyNames = [...checks, 'testing-centre'] as const;
export type AgencyName = (typeof agencyNames)[number];

/** Those that answer later, by a signed callback; the others answer in the reply itself. */
export const callbackAgencies = [
  'testing-centre',
  'criminal-registry',
  'security-service',
  'bank',
] as const satisfies AgencyName[];
export type CallbackAgency = (typeof callbackAgencies)[number];

/** The checks among them. */
export const callbackChecks = callbackAgencies.filter((name) => name !== 'testing-centre');
export type CallbackCheck = (typeof callbackChecks)[number];
