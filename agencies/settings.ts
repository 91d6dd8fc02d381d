/** What the agencies' process is told by its environment. */
import { checks } from '../domain/agencies';

/** The servers beside us: who issues tokens, every agency, and who catches the letters. */
export const neighbourNames = ['identity', 'testing-centre', ...checks, 'mail-catcher'] as const;
export type NeighbourName = (typeof neighbourNames)[number];

export interface Settings {
  dataDir: string;
  host: string;
  seed: number;
  /** What the tokens say of their origin, where that is not the address listened on. */
  issuer: string | undefined;
  ports: Partial<Record<NeighbourName, number>>;
}

/** `CRIMINAL_REGISTRY_PORT` for `criminal-registry`, and so on. */
export function portVariable(name: NeighbourName): string {
  return `${name.toUpperCase().replaceAll('-', '_')}_PORT`;
}

/**
 * Reads AGENCIES_DATA_DIR, HOST (127.0.0.1), AGENCIES_SEED (1), IDENTITY_ISSUER (optional) and the port of each neighbour that is to run.
 * Throws one error that lists every fault.
 */
export function readSettings(env: NodeJS.ProcessEnv, wanted: readonly NeighbourName[]): Settings {
  const faults: string[] = [];
  const number = (variable: string, limits: { least: number; most: number }, usual?: number) => {
    const text = env[variable];
    if ((text === undefined || text === '') && usual !== undefined) return usual;
    const value = Number(text === undefined || text === '' ? Number.NaN : text);
    if (Number.isInteger(value) && value >= limits.least && value <= limits.most) return value;
    faults.push(`${variable} must be a whole number from ${limits.least} to ${limits.most}`);
    return 0;
  };
  const dataDir = env.AGENCIES_DATA_DIR ?? '';
  if (dataDir === '') faults.push('AGENCIES_DATA_DIR must name a folder');
  const seed = number('AGENCIES_SEED', { least: 0, most: 2 ** 32 - 1 }, 1);
  const ports = Object.fromEntries(
    wanted.map((name) => [name, number(portVariable(name), { least: 1, most: 65_535 })]),
  );
  if (faults.length > 0) throw new Error(`the agencies cannot start:\n  ${faults.join('\n  ')}`);
  return { dataDir, host: env.HOST || '127.0.0.1', seed, issuer: env.IDENTITY_ISSUER || undefined, ports };
}

/** The neighbours named on the command line, or all; an unknown name throws. */
export function readWanted(names: readonly string[]): readonly NeighbourName[] {
  const unknown = names.filter((name) => !neighbourNames.some((known) => known === name));
  if (unknown.length > 0)
    throw new Error(`no such neighbour: ${unknown.join(', ')} (${neighbourNames.join(', ')})`);
  return names.length === 0 ? neighbourNames : (names as NeighbourName[]);
}
