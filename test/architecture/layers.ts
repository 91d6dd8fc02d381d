/** The import table: which layer a file belongs to, and what that layer may lean on. */

export const layers = [
  'domain',
  'policy',
  'db/schema',
  'db/reads',
  'db/record',
  'db/intake',
  'db/desk',
  'db/stores',
  'db/hash',
  'db',
  'codec',
  'clients',
  'workflows/messages',
  'workflows',
  'activities',
  'worker',
  'api/problems',
  'api/casework',
  'api/temporal',
  'api/app',
  'api',
  'audit',
  'agencies',
  'main',
  'trace',
  'config',
  'scripts',
  'test',
  'tooling',
] as const;
export type Layer = (typeof layers)[number];

export interface Row {
  files: RegExp;
  /** Every layer may import itself. */
  values: readonly Layer[];
  /** Layers of which only types may be imported. */
  types?: readonly Layer[];
  /** The only packages the layer may use, types included; without it any that `packageDoors` lets through. */
  packages?: readonly string[];
}

const pureOfUs = ['domain', 'policy', 'codec', 'clients', 'db/hash'] as const;
const stores = ['db/schema', 'db/reads', 'db/record', 'db/intake', 'db/desk', 'db/stores', 'db'] as const;
const below = [...pureOfUs, ...stores, 'trace'] as const;
const engine = ['workflows', 'workflows/messages', 'activities', 'worker'] as const;
const doors = ['api/problems', 'api/casework', 'api/temporal', 'api', 'audit'] as const;

/** Read from the top: a file belongs to the first row that it matches. */
export const importTable: Record<Layer, Row> = {
  main: {
    files:
      /^((api|worker|agencies)\/main|(api|worker)\/assemble|api\/serve|db\/migrate|worker\/bundle|audit\/cli)\.ts$/,
    values: [...below, ...engine, ...doors, 'api/app', 'agencies', 'config'],
  },
  domain: { files: /^domain\//, values: [], packages: ['typebox'] },
  policy: { files: /^policy\//, values: ['domain'], packages: [] },
  'db/schema': { files: /^db\/schema(\.ts$|\/)/, values: ['domain'] },
  'db/hash': { files: /^db\/(hash|chain)\.ts$/, values: ['domain'] },
  'db/reads': { files: /^db\/reads\//, values: ['domain', 'db/schema', 'db/hash', 'db'] },
  'db/record': {
    files: /^db\/record(\.ts$|\/)/,
    values: ['domain', 'policy', 'db/schema', 'db/hash', 'db'],
  },
  'db/intake': { files: /^db\/intake\.ts$/, values: ['domain', 'db/schema', 'db/hash', 'db'] },
  /** What the API owns because it is not yet the case: drafts, bytes, callbacks, shifted time, the access log. */
  'db/desk': {
    files: /^db\/(desk\/.+|access-log|agency-news|case-time)\.ts$/,
    values: ['domain', 'db/schema', 'db/hash', 'db', 'db/intake'],
  },
  /** What activities keep beside the record: evidence, alarms, exported histories, workflow bundles. */
  'db/stores': {
    files: /^db\/((alarms|case-evidence|history-store|postbox|agency-lines)\.ts$|agency-lines\/)/,
    values: ['domain', 'db/schema', 'db/hash', 'db', 'db/intake', 'db/desk'],
  },
  db: { files: /^db\//, values: ['domain', 'db/schema', 'db/hash'] },
  codec: { files: /^codec\//, values: ['domain'] },
  clients: { files: /^clients\//, values: ['domain'] },
  'workflows/messages': {
    files: /^workflows\/messages\.ts$/,
    values: ['domain'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
  },
  workflows: {
    files: /^workflows\//,
    values: ['domain', 'policy', 'workflows/messages'],
    types: ['activities'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
  },
  activities: {
    files: /^activities\//,
    values: ['domain', 'policy', 'clients', 'db/reads', 'db/record', 'db/stores', 'db/hash'],
    types: ['db'],
  },
  worker: { files: /^worker\//, values: [...below, 'workflows', 'workflows/messages', 'activities'] },
  'api/problems': { files: /^api\/problems\.ts$/, values: ['domain'] },
  /** The register first, then Temporal: the verbs, and the delivery of what the register holds. */
  'api/casework': {
    files: /^api\/(casework\/.+|casework|delivery)\.ts$/,
    values: ['domain', 'workflows/messages', 'db/intake', 'db/hash', 'api/problems'],
    types: ['workflows', 'db', 'db/reads', 'db/desk'],
  },
  'api/temporal': {
    files: /^api\/(relay|fast-forward)\.ts$/,
    values: ['domain', 'workflows/messages', 'db/intake', 'api/casework', 'api/problems'],
    types: ['workflows', 'db', 'db/reads', 'db/desk'],
  },
  'api/app': { files: /^api\/app\.ts$/, values: ['domain', 'policy', ...stores, ...doors] },
  api: {
    files: /^api\//,
    values: [
      'domain',
      'policy',
      'db/reads',
      'db/intake',
      'db/desk',
      'db/hash',
      'api/problems',
      'api/casework',
      'audit',
      'trace',
    ],
    types: ['db', 'db/stores', 'api/temporal'],
  },
  audit: {
    files: /^audit\//,
    values: ['domain', 'policy', 'codec', 'db/reads', 'db/stores', 'db/hash'],
    types: ['db'],
  },
  agencies: { files: /^agencies\//, values: ['domain'] },
  /** What the logs of all processes say of an error. */
  trace: { files: /^trace\.ts$/, values: [], packages: ['node:util'] },
  config: { files: /^config\.ts$/, values: ['domain'] },
  scripts: {
    files: /^scripts\//,
    values: [...below, ...engine, ...doors, 'api/app', 'agencies', 'main', 'config'],
  },
  test: {
    files: /^test\//,
    values: [...below, ...engine, ...doors, 'api/app', 'agencies', 'main', 'config', 'scripts', 'tooling'],
  },
  tooling: { files: /^[a-z-]+\.config\.(js|mjs)$/, values: [] },
};

/** Packages that only some files may touch, whatever their row says. */
export const packageDoors: readonly { package: RegExp; only: RegExp; because: string }[] = [
  {
    package: /^@temporalio\/client$/,
    only: /^(?!api\/|agencies\/|clients\/)|^api\/(casework\/.+|casework|delivery|relay|fast-forward|assemble|main)\.ts$/,
    because: 'api/casework is the only file of the API that talks to Temporal',
  },
  {
    package: /^(pg|drizzle-orm)$/,
    only: /^(db|scripts|test)\/|^audit\/cli/,
    because: 'SQL is written in db/ alone',
  },
  {
    package: /^(@temporalio\/.*|pg|drizzle-orm)$/,
    only: /^(?!agencies\/)/,
    because: 'the neighbours know nothing of us',
  },
];

export function findLayer(path: string): Layer | undefined {
  return (Object.keys(importTable) as Layer[]).find((layer) => importTable[layer].files.test(path));
}
