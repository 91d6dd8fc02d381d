/** What must not be found in a Compose file of ours, each as a sentence that names the service. */
import { findVariables, isJob, type ComposeFile, type Service } from './compose-file';

const secretName = /(PASSWORD|PASS|PWD|SECRET|TOKEN|_KEYS?)$/;

export const isSecret = (name: string) => secretName.test(name);

export function findUnpinnedImages(file: ComposeFile): string[] {
  return inServices(file, ({ image }) =>
    image === undefined || !/:v?\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/.test(image)
      ? [`${image} has no version`]
      : [],
  );
}

/** A secret stands in the tree when it is written out, or has a value to fall back on. */
export function findSecretsInTheTree(text: string, file: ComposeFile): string[] {
  const optional = findVariables(text)
    .filter(({ name, operator }) => isSecret(name) && operator !== ':?')
    .map(({ name }) => `${name} may be left out`);
  const written = inServices(file, ({ environment = {} }) =>
    Object.entries(environment)
      .filter(([name, value]) => isSecret(name) && !/^\$\{\w+:\?[^}]*\}$/.test(value))
      .map(([name]) => `${name} is written out`),
  );
  const inAddresses = inServices(file, ({ environment = {} }) =>
    Object.entries(environment)
      .filter(([, value]) => /:\/\/[^/@$]*:(?!\$\{\w+:\?)[^/@]+@/.test(value))
      .map(([name]) => `${name} has a password written out`),
  );
  return [...optional, ...written, ...inAddresses];
}

/** What runs for good has a health check, what runs once has somebody who waits for its end, unless a person runs it by name. */
export function findUnwatched(file: ComposeFile): string[] {
  const awaited = Object.values(file.services).flatMap(({ depends_on: needs = {} }) =>
    Object.keys(needs).filter((name) => needs[name]?.condition === 'service_completed_successfully'),
  );
  return inServices(file, (service, name) => {
    const isAwaited = awaited.includes(name) || service.profiles?.includes(name);
    if (isJob(service)) return isAwaited ? [] : ['is a job that nobody waits for'];
    return service.healthcheck?.test ? [] : ['has no health check'];
  });
}

/** Whoever needs a job waits for its end, whoever needs a service for its health. */
export function findHastyStarts(file: ComposeFile): string[] {
  return inServices(file, ({ depends_on: needs = {} }) =>
    Object.entries(needs).flatMap(([name, { condition, required }]) => {
      const needed = file.services[name];
      if (!needed) return [`needs ${name}, which is not there`];
      const wanted = isJob(needed) ? 'service_completed_successfully' : 'service_healthy';
      if (condition !== wanted)
        return [`does not wait until ${name} is ${isJob(needed) ? 'done' : 'healthy'}`];
      return needed.profiles && required !== false ? [`cannot start without ${name}, which is optional`] : [];
    }),
  );
}

export function findOpenDoors(file: ComposeFile): string[] {
  return inServices(file, ({ ports = [], privileged }) => [
    ...ports.filter((port) => !port.startsWith('127.0.0.1:')).map((port) => `publishes ${port} to everyone`),
    ...(privileged ? ['is privileged'] : []),
  ]);
}

function inServices(file: ComposeFile, find: (service: Service, name: string) => string[]): string[] {
  return Object.entries(file.services).flatMap(([name, service]) =>
    find(service, name).map((fault) => `${name}: ${fault}`),
  );
}
