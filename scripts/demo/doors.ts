/** Where the demonstration knocks: the addresses of the running stack, or those that the environment names. */
import { getRunningStack } from '../running-stack';
import type { Doors } from './callers';

const variables = {
  apiUrl: 'API_URL',
  identityUrl: 'IDENTITY_URL',
  testingCentreUrl: 'TESTING_CENTRE_URL',
  criminalRegistryUrl: 'CRIMINAL_REGISTRY_URL',
  kinshipRegisterUrl: 'KINSHIP_REGISTER_URL',
} as const;

/** Throws, in words for a person, when no stack runs. */
export function findDoors(env: NodeJS.ProcessEnv = process.env): Doors {
  const told: NodeJS.ProcessEnv = env[variables.apiUrl] ? env : getRunningStack(env).environments.demo;
  const missing = Object.values(variables).filter((name) => !told[name]);
  if (missing.length > 0) throw new Error(`With API_URL set, ${missing.join(' and ')} must be set as well.`);
  return Object.fromEntries(
    Object.entries(variables).map(([door, name]) => [door, told[name]]),
  ) as unknown as Doors;
}
