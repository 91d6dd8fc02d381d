/** The environment of each of our processes: what it needs, and nothing of the others' secrets. */
import { join } from 'node:path';
import { neighbourNames, portVariable, type NeighbourName } from '../../agencies/settings';
import { agencyNames } from '../../domain/agencies';
import { asRole, type Addresses } from './addresses';
import type { Secrets } from './secrets';
import type { Settings } from './settings';

export type ProcessName = 'migrate' | 'agencies' | 'worker' | 'api' | 'audit' | 'token' | 'demo';

export type Environment = Record<string, string>;

const urlVariable = (name: NeighbourName) => portVariable(name).replace(/PORT$/, 'URL');

export function environmentsOf(
  settings: Settings,
  addresses: Addresses,
  secrets: Secrets,
): Record<ProcessName, Environment> {
  const { apiUrl, neighbourUrls, databaseUrl, temporalAddress, namespace, payloadKeysFile } = addresses;
  const { ports, logLevel, dataDir } = settings;
  const urlsOf = (names: readonly NeighbourName[]): Environment =>
    Object.fromEntries(names.map((name) => [urlVariable(name), neighbourUrls[name]]));
  const engine = {
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    PAYLOAD_KEYS_FILE: payloadKeysFile,
  };
  const service = { ...engine, ...urlsOf(agencyNames), LOG_LEVEL: logLevel };
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
      ...Object.fromEntries(
        neighbourNames.map((name) => [portVariable(name), String(ports.neighbours[name])]),
      ),
    },
    worker: {
      ...service,
      DATABASE_URL: asRole(databaseUrl, 'worker', secrets),
      PUBLIC_URL: apiUrl,
      HEALTH_PORT: String(ports.worker),
      SMTP_URL: addresses.smtpUrl,
      MAIL_FROM: 'notices@ruqsat.example',
    },
    api: {
      ...service,
      DATABASE_URL: asRole(databaseUrl, 'api', secrets),
      HOST: '127.0.0.1',
      PORT: String(ports.api),
      AUTH_ISSUER: neighbourUrls.identity,
      AUTH_JWKS_URL: `${neighbourUrls.identity}/.well-known/jwks.json`,
      AUTH_AUDIENCE: 'ruqsat',
      BULK_ROWS_AT_ONCE: '4',
      REQUESTS_PER_MINUTE: '0',
      DEVELOPMENT_DOORS: 'true',
    },
    audit: { ...engine, DATABASE_URL: asRole(databaseUrl, 'audit', secrets) },
    token: { IDENTITY_URL: neighbourUrls.identity },
    demo: { API_URL: apiUrl, ...urlsOf(['identity', ...agencyNames]) },
  };
}
