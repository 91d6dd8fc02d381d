/** What each process must be told, read once from its environment; every fault is named at once. */
import { Type, type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { AgencyName } from './domain/agencies';

const Url = Type.String({ pattern: '^https?://[^\\s]+$' });
const DatabaseUrl = Type.String({ pattern: '^postgres(ql)?://[^\\s]+$' });
/** Not Type.Integer: that would read 80.5 as 80. */
const Port = Type.Number({ multipleOf: 1, minimum: 1, maximum: 65535 });
const Secret = Type.String({ minLength: 8 });

const store = { DATABASE_URL: DatabaseUrl };
const temporal = {
  TEMPORAL_ADDRESS: Type.String({ pattern: '^[^\\s:]+:[0-9]+$' }),
  TEMPORAL_NAMESPACE: Type.String({ minLength: 1, default: 'ruqsat' }),
  PAYLOAD_KEYS_FILE: Type.String({ minLength: 1 }),
};
const agencies = {
  TESTING_CENTRE_URL: Url,
  BERKUT_URL: Url,
  CRIMINAL_REGISTRY_URL: Url,
  IIN_REGISTRY_URL: Url,
  FINGERPRINT_REGISTRY_URL: Url,
  SECURITY_SERVICE_URL: Url,
  MIGRATION_REGISTER_URL: Url,
  BANK_URL: Url,
  MEDICAL_REGISTRY_URL: Url,
  PERMIT_REGISTER_URL: Url,
  LABOUR_CONTRACTS_URL: Url,
  INSURANCE_REGISTER_URL: Url,
  KINSHIP_REGISTER_URL: Url,
};
const common = {
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], { default: 'info' }),
};

export const ApiConfig = Type.Object({
  ...store,
  ...temporal,
  ...agencies,
  ...common,
  HOST: Type.String({ minLength: 1, default: '127.0.0.1' }),
  PORT: Port,
  AUTH_ISSUER: Url,
  AUTH_JWKS_URL: Url,
  AUTH_AUDIENCE: Type.String({ minLength: 1, default: 'ruqsat' }),
  DEVELOPMENT_DOORS: Type.Boolean({ default: false }),
  /** How many rows of employers' files this process files at a time; 0: it leaves them to others. */
  BULK_ROWS_AT_ONCE: Type.Number({ multipleOf: 1, minimum: 0, maximum: 50, default: 4 }),
  /** Of one person, or one address that sends callbacks, to one process; 0: no limit. Far above what a person or an agency asks. */
  REQUESTS_PER_MINUTE: Type.Number({ multipleOf: 1, minimum: 0, default: 1200 }),
});
export const WorkerConfig = Type.Object({
  ...store,
  ...temporal,
  ...agencies,
  ...common,
  /** Where an agency reaches us with its callbacks. */
  PUBLIC_URL: Url,
  HEALTH_PORT: Port,
  /** Empty: no e-mail leaves, and notices lie in the account alone. */
  SMTP_URL: Type.String({ pattern: '^(smtps?://[^\\s]+)?$', default: '' }),
  MAIL_FROM: Type.String({ pattern: '^[^\\s@<>]+@[^\\s@<>]+$', default: 'notices@ruqsat.example' }),
});
export const AuditConfig = Type.Object({ ...store, ...temporal });
export const MigrateConfig = Type.Object({
  ...store,
  API_ROLE_PASSWORD: Secret,
  WORKER_ROLE_PASSWORD: Secret,
  AUDIT_ROLE_PASSWORD: Secret,
});

/** Throws one Error that names every missing or malformed variable; values are never repeated in it. */
export function readConfig<T extends TSchema>(schema: T, env: NodeJS.ProcessEnv): Static<T> {
  const named = Object.keys((schema as unknown as { properties: Record<string, unknown> }).properties);
  const given = Object.fromEntries(
    named.filter((name) => env[name] !== undefined).map((name) => [name, env[name]]),
  );
  const value = Value.Convert(schema, Value.Default(schema, given));
  const faults = [...Value.Errors(schema, value)].map((error) => faultLine(error));
  if (faults.length > 0) throw new Error(`the environment is not right:\n${[...new Set(faults)].join('\n')}`);
  return value as Static<T>;
}

/** Where each agency is, from the variables of a process. */
export function agencyUrls(
  config: Static<typeof WorkerConfig> | Static<typeof ApiConfig>,
): Record<AgencyName, string> {
  return {
    'testing-centre': config.TESTING_CENTRE_URL,
    berkut: config.BERKUT_URL,
    'criminal-registry': config.CRIMINAL_REGISTRY_URL,
    'iin-registry': config.IIN_REGISTRY_URL,
    'fingerprint-registry': config.FINGERPRINT_REGISTRY_URL,
    'security-service': config.SECURITY_SERVICE_URL,
    'migration-register': config.MIGRATION_REGISTER_URL,
    bank: config.BANK_URL,
    'medical-registry': config.MEDICAL_REGISTRY_URL,
    'permit-register': config.PERMIT_REGISTER_URL,
    'labour-contracts': config.LABOUR_CONTRACTS_URL,
    'insurance-register': config.INSURANCE_REGISTER_URL,
    'kinship-register': config.KINSHIP_REGISTER_URL,
  };
}

function faultLine(error: { instancePath: string; message: string; params: object }): string {
  const missing = 'requiredProperties' in error.params ? (error.params.requiredProperties as string[]) : [];
  const names = missing.length > 0 ? missing.join(', ') : error.instancePath.slice(1);
  return `  ${names}: ${missing.length > 0 ? 'missing' : error.message}`;
}
