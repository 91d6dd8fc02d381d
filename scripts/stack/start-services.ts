/** Starts our own processes: the schema first, then the neighbours, the worker and the API side by side. */
import type { Addresses } from './addresses';
import type { Environment, ProcessName } from './environments';
import { runToTheEnd, startUntilReady } from './own-process';
import type { Stage } from './stage';

export async function startServices(
  stage: Stage,
  addresses: Addresses,
  environments: Record<ProcessName, Environment>,
): Promise<void> {
  const { apiUrl, workerHealthUrl, neighbourUrls } = addresses;
  const readyUrls = {
    agencies: Object.values(neighbourUrls).map((url) => `${url}/health`),
    worker: [`${workerHealthUrl}/health/ready`],
    api: [`${apiUrl}/health/ready`],
  };
  const surroundings = (name: 'migrate' | keyof typeof readyUrls) => ({
    leash: stage.folder.leash,
    onLine: stage.lines(name),
  });
  stage.say('bringing the cases’ database up to date …');
  const migration = { name: 'migrate', program: 'db/migrate.js', env: environments.migrate, readyUrls: [] };
  await runToTheEnd(migration, surroundings('migrate'));
  const start = (name: keyof typeof readyUrls) => {
    const own = { name, program: `${name}/main.js`, env: environments[name], readyUrls: readyUrls[name] };
    const around = surroundings(name);
    return stage.run(name, (abandon) => startUntilReady(own, { ...around, abandon }));
  };
  await Promise.all((['agencies', 'worker', 'api'] as const).map(start));
}
