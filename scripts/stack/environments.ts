/** The environment of each of our processes: what it needs, and nothing of the others' secrets. */
import { join } from 'node:path';
import { asRole, type Addresses } from './addresses';
import type { Secrets } from './secrets';
import { neighbourNames, type NeighbourName, type Settings } from './settings';

export type ProcessName = 'migrate' | 'agencies' | 'worker' | 'api' | 'audit' | 'token' | 'demo';

export type Environment = Record<string, string>;

const upper = (name: NeighbourName) => name.toUpperCase().replaceAll('-', '_');

export function environmentsOf(
  settings: Settings,
  addresses: Addresses,
  secrets: Secrets,
): Record<ProcessName, Environment> {
  const { apiUrl, agencyUrls, databaseUrl, temporalAddress, namespace, payloadKeysFile } = addresses;
  const { ports, logLevel, dataDir } = settings;
  const agencyAddresses = Object.fromEntries(
    neighbourNames.map((name) => [`${upper(name)}_URL`, agencyUrls[name]]),
  );
  const { IDENTITY_URL: _, ...neighbours } = agencyAddresses;
  const engine = {
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    PAYLOAD_KEYS_FILE: payloadKeysFile,
  };
  const service = { ...engine, ...neighbours, PUBLIC_URL: apiUrl, LOG_LEVEL: logLevel };
  return {
    migrate: {
      DATABASE_URL: databaseUrl,
      API_ROLE_PASSWORD: secrets.apiRolePassword,
      WORKER_ROLE_PASSWORD: secrets.workerRolePassword,
      AUDIT_ROLE_PASSWORD: secrets.auditRolePassword,
    },
    agencies: {
      HOST: '127.0.0.1',
      LOG_LEVEL: logLevel,
      AGENCIES_DATA_DIR: join(dataDir, 'agencies'),
      MAIL_CATCHER_PORT: String(ports.mailCatcher),
      ...Object.fromEntries(
        neighbourNames.map((name) => [`${upper(name)}_PORT`, String(ports.agencies[name])]),
      ),
    },
    worker: {
      ...service,
      DATABASE_URL: asRole(databaseUrl, 'worker', secrets),
      HEALTH_PORT: String(ports.worker),
      SMTP_URL: addresses.smtpUrl,
      MAIL_FROM: 'notices@ruqsat.example',
    },
    api: {
      ...service,
      DATABASE_URL: asRole(databaseUrl, 'api', secrets),
      HOST: '127.0.0.1',
      PORT: String(ports.api),
      AUTH_ISSUER: agencyUrls.identity,
      AUTH_JWKS_URL: `${agencyUrls.identity}/.well-known/jwks.json`,
      AUTH_AUDIENCE: 'ruqsat',
      BULK_ROWS_AT_ONCE: '4',
      DEVELOPMENT_DOORS: 'true',
    },
    audit: { ...engine, DATABASE_URL: asRole(databaseUrl, 'audit', secrets) },
    token: { IDENTITY_URL: agencyUrls.identity },
    demo: { API_URL: apiUrl, ...agencyAddresses },
  };
}
