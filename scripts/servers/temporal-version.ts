/** The Temporal server that we run, and what its makers call it. */
export const temporalVersion = '1.32.1';

export const releaseFolder = `https://github.com/temporalio/temporal/releases/download/v${temporalVersion}`;

export const goPrograms = {
  'temporal-server': 'go.temporal.io/server/cmd/server',
  'temporal-sql-tool': 'go.temporal.io/server/cmd/tools/sql',
} as const;

const goSystems: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };
const goProcessors: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64' };

export const system = goSystems[process.platform] ?? process.platform;
export const processor = goProcessors[process.arch] ?? process.arch;

/** The release's archive for this machine. */
export const archiveName = `temporal_${temporalVersion}_${system}_${processor}.${system === 'windows' ? 'zip' : 'tar.gz'}`;

export const programFile = (name: string) => (system === 'windows' ? `${name}.exe` : name);
