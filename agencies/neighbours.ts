/** Every neighbour by name, and how to have some of them listening. */
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { createBank } from './bank';
import { createBerkut } from './berkut';
import { createCriminalRegistry } from './criminal-registry';
import { createFingerprintRegistry } from './fingerprint-registry';
import { createIdentity } from './identity';
import { createIinRegistry } from './iin-registry';
import { createInsuranceRegister } from './insurance-register';
import { createKinshipRegister } from './kinship-register';
import { createLabourContracts } from './labour-contracts';
import { createMailCatcher } from './mail-catcher';
import { createMedicalRegistry } from './medical-registry';
import { createMigrationRegister } from './migration-register';
import { createPermitRegister } from './permit-register';
import { createSecurityService } from './security-service';
import type { NeighbourName, Settings } from './settings';
import { createTestingCentre } from './testing-centre';
import type { AgencyDeps } from './agency';
import type { AgencyName } from '../domain/agencies';

const factories = {
  berkut: createBerkut,
  'criminal-registry': createCriminalRegistry,
  'iin-registry': createIinRegistry,
  'fingerprint-registry': createFingerprintRegistry,
  'security-service': createSecurityService,
  'migration-register': createMigrationRegister,
  bank: createBank,
  'medical-registry': createMedicalRegistry,
  'permit-register': createPermitRegister,
  'labour-contracts': createLabourContracts,
  'insurance-register': createInsuranceRegister,
  'kinship-register': createKinshipRegister,
  'testing-centre': createTestingCentre,
} as const satisfies Record<AgencyName, (deps: AgencyDeps) => Promise<FastifyInstance>>;

/**
 * Starts the neighbours that have a port in the settings; resolves when all of them listen. When one cannot, those
 * that already did are closed again and the error says which it was.
 */
export async function startNeighbours(
  { dataDir, host, seed, issuer = '', ports }: Settings,
  logger: FastifyServerOptions['logger'] = false,
): Promise<FastifyInstance[]> {
  const listening: FastifyInstance[] = [];
  for (const [name, port] of Object.entries(ports) as [NeighbourName, number][]) {
    try {
      const app =
        name === 'identity'
          ? await createIdentity({ dataDir, issuer: issuer || `http://${host}:${port}`, logger })
          : name === 'mail-catcher'
            ? await createMailCatcher({ host, smtpPort: port === 0 ? 0 : port + 1, logger })
            : await factories[name]({ dataDir, seed, logger });
      listening.push(app);
      await app.listen({ host, port });
    } catch (cause) {
      await Promise.all(listening.map((app) => app.close()));
      throw new Error(`${name} cannot listen on ${host}:${port}: ${(cause as Error).message}`, { cause });
    }
  }
  return listening;
}
