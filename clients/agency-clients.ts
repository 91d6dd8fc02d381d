/** Every line to an agency, made once and handed to the activities. */
import { createBerkutClient } from './berkut';
import { createCriminalRegistryClient } from './criminal-registry';
import { createFingerprintRegistryClient } from './fingerprint-registry';
import { createIinRegistryClient } from './iin-registry';
import { createTestingCentreClient } from './testing-centre';
import type { AgencyName, CallbackAgency } from '../domain/agencies';

export interface AgencyClientsOptions {
  /** Where each agency is: origin only, the path is the adapter's business. */
  urls: Record<AgencyName, string>;
  /** How long one whole exchange may take, in milliseconds. */
  timeoutMs: number;
  /** Where agencies find us; they answer to `${callbackBaseUrl}/callbacks/<agency>`. */
  callbackBaseUrl: string;
}

export function createAgencyClients({ urls, timeoutMs, callbackBaseUrl }: AgencyClientsOptions) {
  const line = (agency: AgencyName) => ({ url: urls[agency], timeoutMs });
  const callbackUrl = (agency: CallbackAgency) => `${callbackBaseUrl}/callbacks/${agency}`;
  return {
    testingCentre: createTestingCentreClient(line('testing-centre'), callbackUrl('testing-centre')),
    berkut: createBerkutClient(line('berkut')),
    criminalRegistry: createCriminalRegistryClient(
      line('criminal-registry'),
      callbackUrl('criminal-registry'),
    ),
    iinRegistry: createIinRegistryClient(line('iin-registry')),
    fingerprintRegistry: createFingerprintRegistryClient(line('fingerprint-registry')),
  };
}

export type AgencyClients = ReturnType<typeof createAgencyClients>;
