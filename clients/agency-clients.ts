/** Every line to an agency, made once and handed to the activities. */
import { createBankClient } from './bank';
import { createBerkutClient } from './berkut';
import { createCriminalRegistryClient } from './criminal-registry';
import { createFingerprintRegistryClient } from './fingerprint-registry';
import { createIinRegistryClient } from './iin-registry';
import { createInsuranceRegisterClient } from './insurance-register';
import { createKinshipRegisterClient } from './kinship-register';
import { createLabourContractsClient } from './labour-contracts';
import { lineTerms } from './line-terms';
import { createMedicalRegistryClient } from './medical-registry';
import { createMigrationRegisterClient } from './migration-register';
import { createPermitRegisterClient } from './permit-register';
import { createSecurityServiceClient } from './security-service';
import { createTestingCentreClient } from './testing-centre';
import type { AgencyName } from '../domain/agencies';
import { letters, type LetterKind } from '../domain/letters';

export interface AgencyClientsOptions {
  /** Where each agency is: origin only, the path is the adapter's business. */
  urls: Record<AgencyName, string>;
  /** How long one whole exchange may take, in milliseconds, instead of the agency's own terms. */
  timeoutMs?: number;
  /** Where agencies find us; their letters go to the paths below `${callbackBaseUrl}/callbacks`. */
  callbackBaseUrl: string;
}

export function createAgencyClients({ urls, timeoutMs, callbackBaseUrl }: AgencyClientsOptions) {
  const line = (agency: AgencyName) => ({
    url: urls[agency],
    timeoutMs: timeoutMs ?? lineTerms[agency].timeoutMs,
  });
  const callbackUrl = (letter: LetterKind) => `${callbackBaseUrl}/callbacks${letters[letter].path}`;
  return {
    testingCentre: createTestingCentreClient(line('testing-centre'), {
      results: callbackUrl('test-result'),
      certificates: callbackUrl('certificate-confirmation'),
    }),
    berkut: createBerkutClient(line('berkut')),
    criminalRegistry: createCriminalRegistryClient(
      line('criminal-registry'),
      callbackUrl('criminal-registry'),
    ),
    iinRegistry: createIinRegistryClient(line('iin-registry')),
    fingerprintRegistry: createFingerprintRegistryClient(line('fingerprint-registry')),
    securityService: createSecurityServiceClient(line('security-service'), callbackUrl('security-service')),
    migrationRegister: createMigrationRegisterClient(line('migration-register')),
    bank: createBankClient(line('bank'), callbackUrl('bank')),
    medicalRegistry: createMedicalRegistryClient(line('medical-registry')),
    permitRegister: createPermitRegisterClient(line('permit-register')),
    labourContracts: createLabourContractsClient(line('labour-contracts')),
    insuranceRegister: createInsuranceRegisterClient(line('insurance-register')),
    kinshipRegister: createKinshipRegisterClient(line('kinship-register')),
  };
}

export type AgencyClients = ReturnType<typeof createAgencyClients>;
