/** The address of everything in a stack, and what each of our processes is told about the others. */
import { neighbourNames, type NeighbourName } from '../../agencies/settings';
import type { Secrets } from './secrets';
import type { Settings } from './settings';

export interface Addresses {
  apiUrl: string;
  workerHealthUrl: string;
  neighbourUrls: Record<NeighbourName, string>;
  smtpUrl: string;
  temporalAddress: string;
  namespace: string;
  payloadKeysFile: string;
  /** The address of the cases' database for its owner. */
  databaseUrl: string;
}

export interface Found {
  temporalAddress: string;
  databaseUrl: string;
  payloadKeysFile: string;
}

const local = (port: number) => `http://127.0.0.1:${port}`;

export function addressesOf({ ports, namespace }: Settings, found: Found): Addresses {
  return {
    ...found,
    namespace,
    apiUrl: local(ports.api),
    workerHealthUrl: local(ports.worker),
    smtpUrl: `smtp://127.0.0.1:${ports.neighbours['mail-catcher'] + 1}`,
    neighbourUrls: Object.fromEntries(
      neighbourNames.map((name) => [name, local(ports.neighbours[name])]),
    ) as Addresses['neighbourUrls'],
  };
}

/** The same database, as one of the service's own roles, `<database>_<role>`. */
export function asRole(
  databaseUrl: string,
  role: 'api' | 'worker' | 'audit',
  { [`${role}RolePassword` as const]: password }: Secrets,
): string {
  const url = new URL(databaseUrl);
  url.username = `${url.pathname.slice(1)}_${role}`;
  url.password = encodeURIComponent(password);
  return url.href;
}
